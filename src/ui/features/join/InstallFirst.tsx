import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { CopyLink } from '../../components/invitation/CopyLink.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './join.module.css';

/** On an iPhone: the app goes onto the home screen before anybody is set up, and takes the link along. */
export const InstallFirst = ({ link, onStay }: { readonly link: string; readonly onStay: () => void }) => {
  const t = useTexts();
  return (
    <Stack gap={5}>
      <PageHeading title={t('join.install.title')} intro={t('join.install.why')} />
      <Card as="div">
        <ol className={styles['steps']}>
          <li>{t('join.install.step1')}</li>
          <li>{t('join.install.step2')}</li>
          <li>{t('join.install.step3')}</li>
          <li>{t('join.install.step4', { invited: t('start.welcome.invited') })}</li>
          <li>{t('join.install.step5')}</li>
        </ol>
      </Card>
      <CopyLink link={link.startsWith('#') ? `${location.origin}/${link}` : link} hint={t('join.install.linkHint')} />
      <div>
        <Button variant="plain" onPress={onStay}>
          {t('join.install.here')}
        </Button>
      </div>
    </Stack>
  );
};
