import type { ConsentMatter, NeedOfChildren } from '../../../core/consent/consentMatters.ts';
import { Chip, type ChipTone } from '../Chip.tsx';
import { formatDay } from '../formatDate.ts';
import { Row } from '../Layout.tsx';
import { useNames } from '../useNames.ts';
import styles from './consent.module.css';
import { useConsentReader, useConsentWords } from './useConsentWords.ts';
import { useNeedText } from './useNeedText.ts';

const tones: Readonly<Record<ConsentMatter['state'], ChipTone>> = {
  open: 'attention',
  unrecorded: 'attention',
  stopped: 'alarm',
  complete: 'done',
  lifted: 'plain',
  elsewhere: 'plain',
};

/** Which needs are said. Where nothing is written down yet, that a ground misses too goes without saying; another file keeps its own yes. */
const saidNeeds: Readonly<Record<ConsentMatter['state'], readonly NeedOfChildren['type'][]>> = {
  open: ['BasisUnknown', 'Agree', 'AuthorityUnknown', 'NobodyDecides', 'BirthDateUnknown'],
  unrecorded: ['Agree', 'AuthorityUnknown', 'NobodyDecides', 'BirthDateUnknown'],
  elsewhere: ['AuthorityUnknown', 'NobodyDecides', 'BirthDateUnknown'],
  stopped: [],
  complete: [],
  lifted: [],
};

export const needsToShow = ({ state, needs }: ConsentMatter): readonly NeedOfChildren[] =>
  needs.filter(({ type }) => saidNeeds[state].includes(type));

interface MatterTextProps {
  readonly matter: ConsentMatter;
  /** The partner's name when they are not in the plan yet. */
  readonly newName?: string;
  readonly level?: 3 | 4;
}

/** One thing to agree to: its state, one sentence for everyone who is still to be asked, and what was shared before it stopped. */
export const MatterText = ({ matter, newName = '', level = 3 }: MatterTextProps) => {
  const t = useConsentWords();
  const isProfessional = useConsentReader() === 'professional';
  const { nameOf, namesOf } = useNames();
  const needText = useNeedText();
  const { subject, partner, what, state, deciders, toldOnRequest, shared, ask } = matter;
  const name = partner === null ? newName : nameOf(partner);
  const shown = needsToShow(matter);
  const isAsked = state === 'open' || state === 'unrecorded';
  const Heading = `h${level}` as const;
  return (
    <>
      <Row justify="between" align="start">
        <Heading>{t(`consent.about.${subject}`, { name })}</Heading>
        <Chip tone={tones[state]}>{t(`consent.state.${state}`)}</Chip>
      </Row>
      {what && <p translate="no">{what}</p>}
      {state === 'elsewhere' &&
        deciders.map(({ who, children }) => (
          <p key={children.join()}>{t('consent.decide', { names: namesOf(who), children: namesOf(children) })}</p>
        ))}
      {shown.length > 0 && (
        <ul>
          {shown.map((need, index) => (
            <li key={index}>{needText(need)}</li>
          ))}
        </ul>
      )}
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
      {toldOnRequest.length > 0 && isAsked && isProfessional && (
        <p className={styles['detail']}>{t('consentWork.toldOnRequest', { names: namesOf(toldOnRequest) })}</p>
      )}
    </>
  );
};
