import { PreparedWords } from '../../../components/heard/PreparedWords.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Section } from '../Section.tsx';

/** What the family and the pupil wrote down on their own devices for the meeting that comes. */
export const PreparedSection = () => {
  const t = useTexts();
  return (
    <Section id="prepared" title={t('heard.prepared')}>
      <PreparedWords empty={t('heard.prepared.empty')} />
    </Section>
  );
};
