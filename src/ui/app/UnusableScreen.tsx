import type { DeviceState } from '../../application/application.ts';
import { Button } from '../components/Button.tsx';
import { Stack } from '../components/Layout.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import type { MessageKey } from '../i18n/catalogue.ts';
import { useTexts } from '../i18n/useTexts.ts';

type Problem = Extract<DeviceState, { type: 'unusable' }>['problem'];

const words = {
  noStorage: ['shell.unusable.noStorage.title', 'shell.unusable.noStorage.explain'],
  newerData: ['shell.unusable.newerData.title', 'shell.unusable.newerData.explain'],
  notLoaded: ['shell.unusable.notLoaded.title', 'shell.unusable.notLoaded.explain'],
  noCrypto: ['shell.unusable.noCrypto.title', 'shell.unusable.noCrypto.explain'],
} as const satisfies Record<Problem, readonly [MessageKey, MessageKey]>;

/** Nothing can be kept safely here: say so, and what helps. */
export const UnusableScreen = ({ problem }: { readonly problem: Problem }) => {
  const t = useTexts();
  const [title, explain] = words[problem];
  return (
    <Stack gap={5}>
      <PageHeading title={t(title)} intro={t(explain)} />
      <div>
        <Button onPress={() => location.reload()}>{t('shell.unusable.reload')}</Button>
      </div>
    </Stack>
  );
};
