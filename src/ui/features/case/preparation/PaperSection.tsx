import { Printer } from 'lucide-react';
import { generatePath, useParams } from 'react-router';
import { LinkButton } from '../../../components/Button.tsx';
import { Row } from '../../../components/Layout.tsx';
import { paths } from '../../../components/paths.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { Section } from '../Section.tsx';

const SHEETS = [
  ['child', 'case.paper.child'],
  ['parents', 'case.paper.parents'],
  ['teacher', 'case.paper.teacher'],
  ['answers', 'case.paper.answers'],
] as const;

/** On paper: who does not come, or would rather write, takes part too. */
export const PaperSection = () => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  return (
    <Section id="paper" title={t('case.paper.title')}>
      <p>{t('case.paper.explain')}</p>
      <Row gap={2}>
        {SHEETS.map(([sheet, label]) => (
          <LinkButton key={sheet} variant="quiet" icon={Printer} to={generatePath(paths.print, { caseId, sheet })}>
            {t(label)}
          </LinkButton>
        ))}
      </Row>
    </Section>
  );
};
