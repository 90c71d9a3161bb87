import { FileUp, Fingerprint, Plus } from 'lucide-react';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { LeftBanner } from '../../components/exchange/LeftBanner.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './cases.module.css';

/** The first empty screen: two ways to begin, and where to read on. */
export const NoCases = () => {
  const t = useTexts();
  // What a trial would set up is gone with it.
  const { passkey } = useStore(useApplication().storage);
  return (
    <Stack gap={5}>
      <PageHeading title={t('cases.title')} intro={t('cases.empty.intro')} />
      <LeftBanner />
      <div className={styles['begin']}>
        <Card>
          <h2>{t('cases.empty.import.title')}</h2>
          <p>{t('cases.empty.import.explain')}</p>
          <div>
            <LinkButton to={paths.import} icon={FileUp}>
              {t('cases.import')}
            </LinkButton>
          </div>
        </Card>
        <Card>
          <h2>{t('cases.empty.byHand.title')}</h2>
          <p>{t('cases.empty.byHand.explain')}</p>
          <div>
            <LinkButton to={paths.newCase} variant="quiet" icon={Plus}>
              {t('cases.new')}
            </LinkButton>
          </div>
        </Card>
      </div>
      <Row>
        <LinkButton to="/help" variant="plain">
          {t('cases.empty.help')}
        </LinkButton>
        {passkey === 'none' && (
          <LinkButton to={paths.device} variant="plain" icon={Fingerprint}>
            {t('cases.empty.passkey')}
          </LinkButton>
        )}
      </Row>
    </Stack>
  );
};
