import type { Preparation } from '../../../core/plan/caseView.ts';
import { isComing } from '../../../core/plan/meetings.ts';
import { saysSomething } from '../../../core/plan/prepared.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useCaseView } from '../applicationContext.tsx';
import { Chip } from '../Chip.tsx';
import { Row } from '../Layout.tsx';
import { useNames } from '../useNames.ts';
import { useTerms } from '../useTerms.ts';
import { Smiley } from '../Smiley.tsx';
import { Drawing } from './Drawing.tsx';
import styles from './heard.module.css';

const WORDS = [
  ['goesWell', 'prepared.goesWell'],
  ['worries', 'prepared.worries'],
  ['wish', 'prepared.wish'],
] as const satisfies readonly (readonly [keyof Preparation, MessageKey])[];

interface PreparedWordsProps {
  /** The meeting that is being held; what was prepared for another one that is still to come is shown too. */
  readonly meeting?: EntityId;
  /** What to say when there is nothing. */
  readonly empty?: string;
}

/** What the family wrote down before the meeting, per person, in their own words. What must be said stands with the points. */
export const PreparedWords = ({ meeting, empty }: PreparedWordsProps) => {
  const view = useCaseView();
  const prepared = view.preparations.filter(
    (one) => saysSomething(one) && (isComing(view, one) || (meeting !== undefined && [one.conference, one.evaluation].includes(meeting))),
  );
  if (prepared.length === 0) return empty === undefined ? null : <p>{empty}</p>;
  return (
    <ul className={styles['list']}>
      {prepared.map((one) => (
        <Prepared key={one.id} preparation={one} />
      ))}
    </ul>
  );
};

/** One of them. */
export const Prepared = ({ preparation }: { readonly preparation: Preparation }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf, namesOf } = useNames();
  const { by, recordedBy, ready, mood, wantsThere, wantsThereToo, coordinator, drawing } = preparation;
  const name = nameOf(by);
  const rows = [
    ...WORDS.map(([field, key]) => [t(key), preparation[field]] as const),
    [t('prepared.wantsThere'), [namesOf(wantsThere), wantsThereToo].filter(Boolean).join(', ')] as const,
    [t('prepared.coordinator'), coordinator === null ? '' : nameOf(coordinator)] as const,
  ].filter(([, words]) => words !== '');
  return (
    <li className={styles['prepared']}>
      <Row gap={3} justify="between">
        <h3>{name}</h3>
        <Chip tone={ready ? 'done' : 'plain'}>{t(ready ? 'prepared.ready' : 'prepared.busy')}</Chip>
      </Row>
      {recordedBy && <p className={styles['soft']}>{t('prepared.recorded', { name: nameOf(recordedBy) })}</p>}
      {mood && (
        <p className={styles['mood']}>
          <Smiley mood={mood} /> {t('prepared.mood', { mood: term('preparation', 'mood', mood) })}
        </p>
      )}
      {rows.length > 0 && (
        <dl translate="no">
          {rows.map(([question, words]) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {drawing && <Drawing drawing={drawing} label={t('prepared.drawing', { name })} />}
    </li>
  );
};
