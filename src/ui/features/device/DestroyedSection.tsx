import { generatePath } from 'react-router';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Where the statements of destroyed cases are found again. */
export const DestroyedSection = () => {
  const t = useTexts();
  return (
    <Card as="section" labelledBy="destroyed">
      <h2 id="destroyed">{t('deviceWork.destroyed.title')}</h2>
      <p>{t('deviceWork.destroyed.what')}</p>
      <div>
        <LinkButton variant="quiet" to={generatePath(paths.destroyed, { caseId: null })}>
          {t('deviceWork.destroyed.open')}
        </LinkButton>
      </div>
    </Card>
  );
};
