import type { PartView } from '../../../application/application.ts';
import { saysSomething } from '../../../core/plan/prepared.ts';
import { Prepared } from '../../components/heard/PreparedWords.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** In a `voice`: what its author prepares, for whom they let in. It is written on the author's own form, and nowhere else. */
export const PartDrafts = ({ view }: { readonly view: PartView }) => {
  const t = useTexts();
  const drafts = view.preparations.filter(saysSomething);
  if (drafts.length === 0 && view.points.length === 0) return null;
  return (
    <Stack as="section" labelledBy="part-drafts">
      <h2 id="part-drafts">{t('parts.drafts')}</h2>
      <p>{t('parts.drafts.explain')}</p>
      <Stack as="ul" gap={3}>
        {drafts.map((draft) => (
          <Prepared key={draft.id} preparation={draft} />
        ))}
        {view.points.map(({ id, text }) => (
          <li key={id} translate="no">
            {text}
          </li>
        ))}
      </Stack>
    </Stack>
  );
};
