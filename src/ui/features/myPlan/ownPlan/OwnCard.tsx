import { useState } from 'react';
import type { Person } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import type { Domain } from '../../../components/domainIcons.ts';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../myPlan.module.css';
import { PlanCard } from '../PlanCard.tsx';
import { SayForm } from '../SayForm.tsx';
import { useSaying } from '../../../components/useSaying.ts';
import { OthersGoals } from './OthersGoals.tsx';
import { OwnItem } from './OwnItem.tsx';
import { hasDomain, newOwn, ownOf, type OwnKind } from './ownKinds.ts';
import { useDomainOptions } from './useDomainOptions.ts';

interface OwnCardProps {
  readonly kind: OwnKind;
  readonly me: Person;
}

/** One question, what this person answered so far, and room for more. */
export const OwnCard = ({ kind, me }: OwnCardProps) => {
  const t = useTexts();
  const view = useCaseView();
  const { isSaying, begin, say, form } = useSaying();
  const asksDomain = hasDomain(kind);
  const [domain, setDomain] = useState<Domain | null>(null);
  const [isDomainMissing, setDomainMissing] = useState(false);
  const domains = useDomainOptions();
  const title = t(`prepare.own.${kind}`);
  const hint = t(`prepare.own.${kind}.hint`);
  const mine = ownOf(view, kind, me);

  async function add(words: string): Promise<void> {
    setDomainMissing(asksDomain && domain === null);
    if (!asksDomain || domain !== null) await say(newOwn(kind, words, domain, me));
  }

  function write(): void {
    setDomain(null);
    setDomainMissing(false);
    begin();
  }

  return (
    <PlanCard title={title} aloud={[hint, ...mine.map(({ words }) => words)]}>
      <p className={styles['soft']}>{hint}</p>
      {mine.length === 0 && !isSaying && <p>{t('prepare.own.none')}</p>}
      <ul className={styles['list']}>
        {mine.map((own, at) => (
          <OwnItem key={own.entity.id} own={own} number={at + 1} />
        ))}
      </ul>
      {kind === 'familyGoal' && <OthersGoals me={me} />}
      {isSaying ? (
        <SayForm
          label={kind === 'person' ? t('prepare.own.name') : title}
          send={t('prepare.own.save')}
          missing={t('prepare.own.missing')}
          {...form}
          onSend={(words) => void add(words)}
        >
          {asksDomain && (
            <ChoiceField
              label={t('prepare.own.domain')}
              appearance="chips"
              options={domains}
              value={domain}
              onChange={setDomain}
              error={isDomainMissing && domain === null ? t('prepare.own.domain.missing') : null}
            />
          )}
        </SayForm>
      ) : (
        <div>
          <button type="button" className={styles['quiet']} aria-label={`${t('prepare.own.add')}: ${title}`} onClick={write}>
            {t('prepare.own.add')}
          </button>
        </div>
      )}
    </PlanCard>
  );
};
