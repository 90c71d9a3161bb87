import type { FieldType } from '../../../../core/document/schema.ts';
import type { Conflict } from '../../../../core/plan/caseView.ts';
import { planSchema } from '../../../../core/plan/planSchema.ts';
import { Card } from '../../../components/Card.tsx';
import { ConflictNote } from '../../../components/ConflictNote.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { EraseButton } from '../erasing/EraseButton.tsx';
import { usePlanWords } from '../../../components/planRows/usePlanWords.ts';
import styles from '../case.module.css';
import { conflictPlace } from './conflictPlace.ts';

/** One place with two answers: where it is, and the answers with who and when. */
export const ConflictItem = ({ conflict: { entity, kind, field, candidates } }: { readonly conflict: Conflict }) => {
  const t = useTexts();
  const place = conflictPlace(entity, field);
  const id = `${place}-title`;
  const { noun, labelOf, fieldWord, valueWords } = usePlanWords();
  const type = (planSchema[kind].fields as Readonly<Record<string, FieldType>>)[field]?.type;
  const label = labelOf(entity);
  return (
    <Card as="section" tone="attention" labelledBy={id} id={place}>
      <h2 id={id} tabIndex={-1}>
        {fieldWord(kind, field) ?? t('case.conflicts.somewhere')}
      </h2>
      {kind !== 'family' && <p className={styles['detail']}>{t('case.conflicts.where', { noun: noun(kind), label })}</p>}
      <ConflictNote
        entity={entity}
        field={field}
        candidates={candidates}
        options={candidates.map(({ value }) => ({ value: String(value), label: valueWords(kind, field, value) }))}
        canCombine={type === 'text'}
        more={({ id: value, value: said }) => {
          const text = valueWords(kind, field, said);
          const word = fieldWord(kind, field) ?? '';
          return type === 'text' && <EraseButton texts={[{ entity, field, isNote: false, values: [value], word, text }]} about={text} />;
        }}
      />
    </Card>
  );
};
