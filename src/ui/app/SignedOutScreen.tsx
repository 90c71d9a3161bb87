import { Button } from '../components/Button.tsx';
import { Stack } from '../components/Layout.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { useTexts } from '../i18n/useTexts.ts';

/** Storage is not opened again before somebody asks for it: nothing is left here. */
export const SignedOutScreen = () => {
  const t = useTexts();
  return (
    <Stack gap={5}>
      <PageHeading title={t('shell.signedOut.title')} intro={t('shell.signedOut.explain')} />
      <p>{t('shell.signedOut.back')}</p>
      <div>
        <Button onPress={() => location.assign('/')}>{t('shell.signedOut.again')}</Button>
      </div>
    </Stack>
  );
};
