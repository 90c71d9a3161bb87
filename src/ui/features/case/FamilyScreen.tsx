import { useCaseView } from '../../components/applicationContext.tsx';
import { AutosaveText } from '../../components/fields/AutosaveText.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { BackToCase } from './BackToCase.tsx';
import { AuthoritySection } from './family/AuthoritySection.tsx';
import { HouseholdsSection } from './family/HouseholdsSection.tsx';
import { PeopleSection } from './family/PeopleSection.tsx';
import { Section } from './Section.tsx';
import { useJumpToSection } from './useJumpToSection.ts';

/** Who belongs to this family and who stands around it. */
export const FamilyScreen = () => {
  const t = useTexts();
  const { family } = useCaseView();
  useJumpToSection();
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('case.family.title', { name: family.name })}
        neutralTitle={t('case.family.neutralTitle')}
        intro={t('case.family.intro')}
        actions={<BackToCase />}
      />
      <Section id="name" title={t('case.family.family')}>
        <AutosaveText label={t('case.family.name')} entity={family.id} field="name" value={family.name} />
      </Section>
      <PeopleSection part="child" />
      <PeopleSection part="caregiver" />
      <HouseholdsSection />
      <AuthoritySection />
      <PeopleSection part="network" />
      <PeopleSection part="professional" />
      <UndoBar />
    </Stack>
  );
};
