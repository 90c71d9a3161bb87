import type { ErasedCell, ErasurePreview } from '../../../../application/application.ts';
import { Banner } from '../../../components/Banner.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { planKindOf } from '../words/entities.ts';
import { usePlanWords } from '../words/usePlanWords.ts';
import styles from './erasing.module.css';

/** What goes, what goes along, what stays: read before somebody presses the button. */
export const ErasureFacts = ({ preview }: { readonly preview: ErasurePreview | null }) => {
  const t = useTexts();
  const { memberName } = usePlanWords();
  const wordsOf = useCellWords();
  if (!preview) return <p role="status">{t('case.erase.looking')}</p>;
  const { versions, authors, rewritten, lost, note } = preview;
  return (
    <>
      {versions > 1 && <p>{t('case.erase.versions', { count: versions, names: authors.map(memberName).join(', ') })}</p>}
      <ul className={styles['facts']}>
        <li>{t('case.erase.everywhere')}</li>
        <li>{t('case.erase.later')}</li>
        <li>{t('case.erase.forGood')}</li>
        <li>{t('case.erase.told')}</li>
        <li>{t('case.erase.copies')}</li>
        <li>{t('case.erase.elsewhere')}</li>
        {note !== null && <li>{t('case.erase.typing')}</li>}
        {rewritten.length > 0 && <li>{t('case.erase.rewritten', { words: wordsOf(rewritten).join(', ') })}</li>}
      </ul>
      {lost.length > 0 && (
        <Banner tone="attention" title={t('case.erase.lost')}>
          {t('case.erase.lost.explain', { words: wordsOf(lost).join(', ') })}
        </Banner>
      )}
    </>
  );
};

/** "doel, wat er speelt": each once, and what no person reads only as something else. */
function useCellWords(): (cells: readonly ErasedCell[]) => readonly string[] {
  const t = useTexts();
  const { fieldWord } = usePlanWords();
  return (cells) => {
    const words = cells.map(({ entity, field }) => {
      const kind = planKindOf(entity);
      return (kind && fieldWord(kind, field.split(':')[0] as string)) || t('case.erase.other');
    });
    return [...new Set(words)];
  };
}
