import type { ExchangeState } from '../../../application/application.ts';
import { Banner } from '../../components/Banner.tsx';
import { LoadUpdate } from '../../components/LoadUpdate.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';

type Said = 'serverDiffers' | 'newerVersion' | 'other';

const words: Readonly<Record<Said, { readonly title: MessageKey; readonly help: MessageKey }>> = {
  serverDiffers: { title: 'exchange.keyring.serverDiffers', help: 'exchange.keyring.serverDiffers.help' },
  newerVersion: { title: 'exchange.keyring.newerVersion', help: 'exchange.keyring.newerVersion.help' },
  other: { title: 'exchange.keyring.other', help: 'exchange.keyring.other.help' },
};

/** What is the matter with the list of this person's own devices: cases are exchanged, and nobody would hear of it. */
export const KeyringBanner = ({ keyring }: Pick<ExchangeState, 'keyring'>) => {
  const t = useTexts();
  if (keyring === null) return null;
  const { title, help } = words[keyring === 'serverDiffers' || keyring === 'newerVersion' ? keyring : 'other'];
  return (
    <Banner
      tone={keyring === 'serverDiffers' ? 'alarm' : 'attention'}
      title={t(title)}
      actions={keyring === 'newerVersion' && <LoadUpdate />}
    >
      {t(help)}
    </Banner>
  );
};
