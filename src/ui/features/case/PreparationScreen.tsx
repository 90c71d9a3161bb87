import { useCaseView } from '../../components/applicationContext.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { BackToCase } from './BackToCase.tsx';
import { BasicCareSection } from './preparation/BasicCareSection.tsx';
import { ConsentSection } from './preparation/ConsentSection.tsx';
import { EarlierHelpSection } from './preparation/EarlierHelpSection.tsx';
import { InvitationSection } from './preparation/InvitationSection.tsx';
import { PaperSection } from './preparation/PaperSection.tsx';
import { PointsSection } from './preparation/PointsSection.tsx';
import { PreparedSection } from './preparation/PreparedSection.tsx';
import { SharingSection } from './preparation/SharingSection.tsx';
import { ToldSection } from './preparation/ToldSection.tsx';
import { WordsSection } from './preparation/WordsSection.tsx';
import { useJumpToSection } from './useJumpToSection.ts';

/** Intake and preparation: what is told, asked, checked and arranged before the conference. In any order. */
export const PreparationScreen = () => {
  const t = useTexts();
  const { family } = useCaseView();
  useJumpToSection();
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('case.preparation.title', { name: family.name })}
        neutralTitle={t('case.preparation.neutralTitle')}
        intro={t('case.preparation.intro')}
        actions={<BackToCase />}
      />
      <ToldSection />
      <BasicCareSection />
      <WordsSection />
      <PreparedSection />
      <PaperSection />
      <InvitationSection />
      <PointsSection />
      <EarlierHelpSection />
      <ConsentSection />
      <SharingSection />
      <UndoBar />
    </Stack>
  );
};
