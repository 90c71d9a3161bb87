import { useState, type ReactNode } from 'react';
import type { Candidate, CellValue } from '../../core/document/operation.ts';
import type { CivilDate } from '../../core/shared/civilDate.ts';
import type { EntityId } from '../../core/shared/ids.ts';
import { useTexts } from '../i18n/useTexts.ts';
import { useCaseView, useEdited } from './applicationContext.tsx';
import { Button } from './Button.tsx';
import styles from './ConflictNote.module.css';
import { TextArea } from './fields/TextArea.tsx';
import { formatDay, formatMoment } from './formatDate.ts';
import { useChangeOf } from './useChange.ts';

interface ConflictNoteProps {
  readonly entity: EntityId;
  readonly field: string;
  readonly candidates: readonly Candidate[];
  /** The words of a choice or of a person's id; without it the value itself is shown. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Free text: both may be put together. */
  readonly canCombine?: boolean;
  /** Of another's own words both are shown; only they choose. */
  readonly mayChoose?: boolean;
  /** What else can be done with one of the values. */
  readonly more?: (candidate: Candidate) => ReactNode;
}

/** Two people wrote in the same place. Both values stay, with who and when, until a person chooses. */
export const ConflictNote = ({
  entity,
  field,
  candidates,
  options = [],
  canCombine = false,
  mayChoose = true,
  more,
}: ConflictNoteProps) => {
  const t = useTexts();
  const view = useCaseView();
  const { run, isRunning, errorText } = useChangeOf(useEdited());
  const [combined, setCombined] = useState<string | null>(null);
  const nameOf = (candidate: Candidate) =>
    view.people.find((person) => person.member === candidate.author)?.name ?? t('shell.conflict.someone');
  const wordsOf = (value: CellValue): string => {
    if (value === null || value === '') return t('shell.conflict.empty');
    if (typeof value === 'boolean') return t(value ? 'shell.yes' : 'shell.no');
    const text = String(value);
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text as CivilDate);
    return options.find((option) => option.value === text)?.label ?? view.people.find((person) => person.id === text)?.name ?? text;
  };
  const resolve = (value: CellValue) => run({ type: 'resolve', entity, field, value });

  return (
    <div className={styles['note']} role="group" aria-label={t('shell.conflict.title')}>
      <strong>{t('shell.conflict.title')}</strong>
      {mayChoose && <p>{t('shell.conflict.explain')}</p>}
      <ul className={styles['candidates']}>
        {candidates.map((candidate) => (
          <li key={candidate.id} className={styles['candidate']}>
            <div className={styles['value']} translate="no">
              {wordsOf(candidate.value)}
            </div>
            <small>{t('shell.conflict.by', { name: nameOf(candidate), at: formatMoment(candidate.wall) })}</small>
            {mayChoose && (
              <Button
                variant="quiet"
                isDisabled={isRunning}
                aria-label={t('shell.conflict.chooseThis', { value: wordsOf(candidate.value) })}
                onPress={() => void resolve(candidate.value)}
              >
                {t('shell.conflict.choose')}
              </Button>
            )}
            {more?.(candidate)}
          </li>
        ))}
      </ul>
      {canCombine && combined === null && (
        <Button
          variant="plain"
          onPress={() =>
            setCombined(
              candidates
                .map(({ value }) => value)
                .filter(Boolean)
                .join('\n'),
            )
          }
        >
          {t('shell.conflict.combine')}
        </Button>
      )}
      {combined !== null && (
        <>
          <TextArea label={t('shell.conflict.combined')} value={combined} onChange={setCombined} />
          <Button isDisabled={isRunning} onPress={() => void resolve(combined)}>
            {t('shell.conflict.save')}
          </Button>
        </>
      )}
      {errorText && <p role="alert">{errorText}</p>}
    </div>
  );
};
