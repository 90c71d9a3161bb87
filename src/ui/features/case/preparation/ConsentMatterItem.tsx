import { generatePath, useParams } from 'react-router';
import type { ConsentMatter } from '../../../../core/consent/consentMatters.ts';
import { Button, LinkButton } from '../../../components/Button.tsx';
import { Chip, type ChipTone } from '../../../components/Chip.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { Row } from '../../../components/Layout.tsx';
import { paths } from '../../../components/paths.ts';
import { useNames } from '../../../components/useNames.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';
import { ConsentDetail } from './ConsentDetail.tsx';
import type { SharingBegin } from './SharingDialog.tsx';
import { useNeedText } from './useNeedText.ts';

const tones: Readonly<Record<ConsentMatter['state'], ChipTone>> = {
  open: 'attention',
  unrecorded: 'attention',
  stopped: 'alarm',
  complete: 'done',
  lifted: 'plain',
  elsewhere: 'plain',
};

interface ConsentMatterItemProps {
  readonly matter: ConsentMatter;
  readonly onRecord: (begin: SharingBegin) => void;
}

/** One thing to agree to: one sentence for everyone who is still to be asked, the button that helps, and the reasons behind a tap. */
export const ConsentMatterItem = ({ matter, onRecord }: ConsentMatterItemProps) => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const { nameOf, namesOf } = useNames();
  const needText = useNeedText();
  const { subject, partner, what, purpose, basis, state, needs, deciders, toldOnRequest, shared, ask } = matter;
  const name = partner === null ? '' : nameOf(partner);
  const isShown = state === 'open' || state === 'unrecorded';
  // Nothing is written down yet: that a ground misses too goes without saying.
  const shown = isShown ? needs.filter(({ type }) => state === 'open' || type !== 'BasisUnknown') : [];
  const toAsk = shown.flatMap((need) => (need.type === 'Agree' ? [need.who] : []));
  const isRecordable = isShown && (toAsk.length > 0 || state === 'unrecorded' || needs.some(({ type }) => type === 'BasisUnknown'));
  const begin: SharingBegin = { withWhom: partner, what, purpose, legalBasis: basis, decidedBy: [] };
  const family = generatePath(paths.family, { caseId });
  return (
    <li>
      <Row justify="between" align="start">
        <h3>{t(`consent.about.${subject}`, { name })}</h3>
        <Chip tone={tones[state]}>{t(`consent.state.${state}`)}</Chip>
      </Row>
      {what && <p translate="no">{what}</p>}
      {shown.length > 0 && (
        <ul>
          {shown.map((need, index) => (
            <li key={index}>{needText(need)}</li>
          ))}
        </ul>
      )}
      {state === 'elsewhere' &&
        deciders.map(({ who, children }) => (
          <p key={children.join()}>{t('consent.decide', { names: namesOf(who), children: namesOf(children) })}</p>
        ))}
      {state === 'elsewhere' && <p className={styles['detail']}>{t('consent.elsewhere')}</p>}
      {state === 'lifted' && <p>{t('consent.lifted')}</p>}
      {state === 'stopped' && <p>{t('consent.stopped', { name })}</p>}
      {shared.map(({ what: given, from, until }, index) => (
        <p key={index} className={styles['detail']}>
          {from === null
            ? t('consent.shared', { until: formatDay(until), what: given })
            : t('consent.sharedFrom', { from: formatDay(from), until: formatDay(until), what: given })}
        </p>
      ))}
      {ask === 'dpo' && state !== 'elsewhere' && <p>{t('consent.dpo')}</p>}
      {toldOnRequest.length > 0 && isShown && (
        <p className={styles['detail']}>{t('consent.toldOnRequest', { names: namesOf(toldOnRequest) })}</p>
      )}
      <Row gap={2}>
        {isRecordable && (
          <Button variant="quiet" onPress={() => onRecord(begin)} aria-label={t('consent.recordThis', { name })}>
            {t('consent.record')}
          </Button>
        )}
        {shown.some(({ type }) => type === 'AuthorityUnknown' || type === 'NobodyDecides') && (
          <LinkButton variant="plain" to={`${family}#authority`}>
            {t('consent.toAuthority')}
          </LinkButton>
        )}
        {shown.some(({ type }) => type === 'BirthDateUnknown') && (
          <LinkButton variant="plain" to={`${family}#child`}>
            {t('consent.toBirthDate')}
          </LinkButton>
        )}
        {state === 'stopped' && (
          <LinkButton variant="plain" to={generatePath(paths.circle, { caseId })}>
            {t('consent.toCircle', { name })}
          </LinkButton>
        )}
      </Row>
      <ConsentDetail matter={matter} />
    </li>
  );
};
