import { paths } from '../../../components/paths.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Banner } from '../../../components/Banner.tsx';
import { LinkButton } from '../../../components/Button.tsx';
import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { cellOf } from '../cellOf.ts';
import { Section } from '../Section.tsx';

/** Is it safe, and is there enough to live on? Only the outcome stands in the plan, never the notes. */
export const BasicCareSection = () => {
  const t = useTexts();
  const { options } = useTerms();
  const { family } = useCaseView();
  return (
    <Section id="safety" title={t('case.safety.title')}>
      <AutosaveChoice
        label={t('case.safety.question')}
        hint={t('case.safety.hint')}
        options={options('family', 'basicCare')}
        {...cellOf(family)('basicCare')}
        value={family.basicCare ?? 'unknown'}
      />
      {family.basicCare === 'concern' && (
        <Banner
          tone="attention"
          title={t('case.safety.concern')}
          actions={
            <LinkButton variant="quiet" to={paths.danger}>
              {t('case.safety.toDanger')}
            </LinkButton>
          }
        >
          {t('case.safety.notInPlan')}
        </Banner>
      )}
    </Section>
  );
};
