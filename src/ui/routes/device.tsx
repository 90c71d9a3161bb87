import { useIsOnlyFamily } from '../components/useIsFamily.ts';
import { DeviceScreen } from '../features/device/DeviceScreen.tsx';
import type { TextPart } from '../i18n/catalogue.ts';
import { Speaking } from '../i18n/TextsProvider.tsx';

/** Changing a code is asked in the words in which it was chosen: those of coming in. */
const OF_FAMILY: readonly TextPart[] = ['device', 'invitation', 'asked', 'discreet', 'join'];
const OF_PROFESSIONAL: readonly TextPart[] = [...OF_FAMILY, 'deviceWork'];

export const Component = () => (
  <Speaking parts={useIsOnlyFamily() ? OF_FAMILY : OF_PROFESSIONAL}>
    <DeviceScreen />
  </Speaking>
);
