import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useTexts } from '../../i18n/useTexts.ts';

/** What a professional can hand out: to parents, and to their own organisation. */
export const ForOthers = () => {
  const t = useTexts();
  return (
    <>
      <Card>
        <h2>{t('help.parents.title')}</h2>
        <p>{t('help.parents.about')}</p>
        <div>
          <LinkButton to="/help/parents" variant="quiet">
            {t('help.parents.title')}
          </LinkButton>
        </div>
      </Card>
      <Card>
        <h2>{t('help.organisation.title')}</h2>
        <p>{t('help.organisation.about')}</p>
        <div>
          <LinkButton to="/help/organisation" variant="quiet">
            {t('help.organisation.go')}
          </LinkButton>
        </div>
      </Card>
    </>
  );
};
