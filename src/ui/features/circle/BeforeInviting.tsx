import { useState } from 'react';
import { generatePath } from 'react-router';
import { regimeOf } from '../../../core/consent/circumstances.ts';
import { consentWith, type Partner, type SharingDecision } from '../../../core/consent/consentMatters.ts';
import type { Regime } from '../../../core/consent/consentRules.ts';
import { findTakingPart } from '../../../core/consent/takingPart.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView, useOpenCase } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import styles from '../../components/consent/consent.module.css';
import { ConsentReasons } from '../../components/consent/ConsentReasons.tsx';
import { MatterText } from '../../components/consent/MatterText.tsx';
import { Reasons } from '../../components/consent/Reasons.tsx';
import { RegimeField } from '../../components/consent/RegimeField.tsx';
import { usePlaceWords } from '../../components/consent/usePlaceWords.ts';
import { paths } from '../../components/paths.ts';
import { useToday } from '../../components/useToday.ts';
import { useTexts } from '../../i18n/useTexts.ts';

interface BeforePartnerProps {
  readonly partner: Partner;
  readonly name: string;
  /** What is being written down; null: nothing now. */
  readonly decision: SharingDecision | null;
}

/** Who must still agree before this partner reads along. It warns and never stops: the professional decides. */
export const BeforePartner = ({ partner, name, decision }: BeforePartnerProps) => {
  const t = useTexts();
  const view = useCaseView();
  const today = useToday();
  const { me } = view;
  const [chosen, setChosen] = useState<Regime | null>(null);
  const ofMyOwn = me?.discipline ? regimeOf[me.discipline] : null;
  const regime = chosen ?? ofMyOwn;
  const matters = regime === null ? [] : consentWith(view, today, regime, partner, decision);
  const isStopped = matters.some(({ state }) => state === 'stopped');
  const isOpen = matters.some(({ state }) => state === 'open' || state === 'unrecorded');
  return (
    <>
      {ofMyOwn === null && <RegimeField value={regime} onChange={setChosen} />}
      {regime !== null && (
        <div className={styles['before']}>
          {/* Only this sentence is read out when it changes; the rest changes with every letter that is typed. */}
          <p role="status">
            <strong>
              {t(isStopped ? 'consentWork.invite.stopped' : isOpen ? 'consentWork.invite.open' : 'consentWork.invite.complete')}
            </strong>
          </p>
          {(isStopped || isOpen) && <p>{t('consentWork.invite.youDecide')}</p>}
          <ul className={styles['matters']}>
            {matters.map((matter) => (
              <li key={`${matter.what} ${matter.basis}`}>
                <MatterText matter={matter} newName={name} />
                <ConsentReasons matter={matter} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
};

/** What to think about before this parent reads along; nothing when that goes without saying. */
export const BeforeParent = ({ caregiver, name }: { readonly caregiver: EntityId | null; readonly name: string }) => {
  const t = useTexts();
  const { caseId } = useOpenCase();
  const view = useCaseView();
  const places = findTakingPart(view, useToday(), caregiver).filter(({ place }) => place !== 'byDefault');
  const { placeText, reasonsOf } = usePlaceWords();
  if (places.length === 0) return null;
  return (
    <Banner
      tone="attention"
      title={t('consentWork.invite.parent', { name })}
      actions={
        places.some(({ place }) => place === 'unknown') && (
          <LinkButton variant="plain" to={`${generatePath(paths.family, { caseId })}#authority`}>
            {t('consentWork.toAuthority')}
          </LinkButton>
        )
      }
    >
      {places.map((place) => (
        <p key={place.children.join()}>{placeText(name, place)}</p>
      ))}
      <p>{t('consentWork.invite.youDecide')}</p>
      <Reasons reasons={reasonsOf(places)} />
    </Banner>
  );
};
