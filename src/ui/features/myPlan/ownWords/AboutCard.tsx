import type { PartView } from '../../../../application/application.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { Words } from '../../../components/Words.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { PlanCard } from '../PlanCard.tsx';

/** What a part is for and whom it is about. */
export const AboutCard = ({ view: { heading, mayDescribe } }: { readonly view: PartView }) => {
  const t = useTexts();
  const about = useCaseView().people.find(({ id }) => id === heading.about);
  const lines = about ? [t('ownWords.about.person', { name: about.name })] : [];
  return (
    <PlanCard title={t('ownWords.about')} aloud={[heading.purpose || t('ownWords.about.none'), ...lines]}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {mayDescribe ? (
        <AutosaveText
          label={t('ownWords.about')}
          hideLabel
          multiline
          rows={2}
          entity={heading.id}
          field="purpose"
          value={heading.purpose}
        />
      ) : heading.purpose ? (
        <Words>{heading.purpose}</Words>
      ) : (
        <p>{t('ownWords.about.none')}</p>
      )}
    </PlanCard>
  );
};
