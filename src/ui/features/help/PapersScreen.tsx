import { Link, useParams } from 'react-router';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { Paper } from './Paper.tsx';
import styles from './PapersScreen.module.css';
import { isPaper, PAPERS } from './papers.ts';

/** Papers for the organisation: privacy, agreements and administration. Also readable before anything is unlocked. */
export const PapersScreen = () => {
  const t = useTexts();
  const { paper } = useParams();
  if (isPaper(paper)) return <Paper key={paper} id={paper} />;
  return (
    <Stack gap={5}>
      <PageHeading title={t('papers.title')} intro={t('papers.intro')} />
      <Card tone="attention">
        <p>
          <strong>{t('papers.concept')}</strong>
        </p>
        <p>{t('papers.conceptWhy')}</p>
      </Card>
      <ul className={styles['papers']}>
        {PAPERS.map((id) => (
          <Card key={id} as="li">
            <h2>
              <Link to={`/help/organisation/${id}`} className={styles['link']}>
                {t(`papers.${id}.title`)}
              </Link>
            </h2>
            <p>{t(`papers.${id}.about`)}</p>
          </Card>
        ))}
      </ul>
      <div>
        <LinkButton to="/help" variant="quiet">
          {t('papers.backToHelp')}
        </LinkButton>
      </div>
    </Stack>
  );
};
