import { ArrowLeft } from 'lucide-react';
import { generatePath, useParams } from 'react-router';
import { LinkButton } from '../../components/Button.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** From a screen of the case back to its page. */
export const BackToCase = () => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  return (
    <LinkButton variant="quiet" icon={ArrowLeft} to={generatePath(paths.case, { caseId })}>
      {t('case.back')}
    </LinkButton>
  );
};
