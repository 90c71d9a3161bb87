import { Button, LinkButton } from '../components/Button.tsx';
import { Row, Stack } from '../components/Layout.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { paths } from '../components/paths.ts';
import { useTexts } from '../i18n/useTexts.ts';
import styles from './BareScreen.module.css';

/** A bug showed itself. Nothing of it is shown or sent: an error may carry a name. What was saved is still there. */
export const CrashScreen = () => {
  const t = useTexts();
  return (
    <main id="main" className={styles['bare']} role="alert">
      <Stack gap={5}>
        <PageHeading title={t('shell.crash.title')} intro={t('shell.crash.explain')} />
        <Row>
          <Button onPress={() => location.reload()}>{t('shell.crash.reload')}</Button>
          <LinkButton to={paths.cases} variant="quiet">
            {t('shell.notFound.go')}
          </LinkButton>
        </Row>
      </Stack>
    </main>
  );
};
