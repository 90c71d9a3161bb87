import type { ErasedCell, ErasurePreview } from '../../../application/application.ts';
import { Banner } from '../Banner.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './erasing.module.css';
import type { ErasingPlace } from './types.ts';

/** What goes, what goes along, what stays: read before somebody presses the button. */
export const ErasureFacts = ({ preview, place }: { readonly preview: ErasurePreview | null; readonly place: ErasingPlace }) => {
  const t = useTexts();
  const wordsOf = useCellWords(place);
  if (!preview) return <p role="status">{t('case.erase.looking')}</p>;
  const { versions, authors, rewritten, lost, note } = preview;
  return (
    <>
      {versions > 1 && <p>{t('case.erase.versions', { count: versions, names: authors.map(place.memberName).join(', ') })}</p>}
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
function useCellWords({ cellWord }: ErasingPlace): (cells: readonly ErasedCell[]) => readonly string[] {
  const t = useTexts();
  return (cells) => [...new Set(cells.map(({ entity, field }) => cellWord(entity, field) || t('case.erase.other')))];
}
