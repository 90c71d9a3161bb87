import type { ExchangeState } from '../../../application/application.ts';
import { Banner } from '../../components/Banner.tsx';
import { LoadUpdate } from '../../components/LoadUpdate.tsx';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { useHelp } from './useHelp.ts';

type Said = 'serverDiffers' | 'newerVersion' | 'other';

const words: Readonly<Record<Said, { readonly title: MessageKey; readonly help: MessageKey }>> = {
  serverDiffers: { title: 'exchange.keyring.serverDiffers', help: 'exchange.keyring.serverDiffers.help' },
  newerVersion: { title: 'exchange.keyring.newerVersion', help: 'exchange.keyring.newerVersion.help' },
  other: { title: 'exchange.keyring.other', help: 'exchange.keyring.other.help' },
};

/** What is the matter with the list of this person's own devices: cases are exchanged, and nobody would hear of it. */
export const KeyringBanner = ({ keyring }: Pick<ExchangeState, 'keyring'>) => {
  const t = useTexts();
  const { help, helpIfItStays } = useHelp();
  if (keyring === null) return null;
  const said = keyring === 'serverDiffers' || keyring === 'newerVersion' ? keyring : 'other';
  const after = { serverDiffers: help, newerVersion: null, other: helpIfItStays } as const;
  return (
    <Banner
      tone={keyring === 'serverDiffers' ? 'alarm' : 'attention'}
      title={t(words[said].title)}
      actions={keyring === 'newerVersion' && <LoadUpdate />}
    >
      {t(words[said].help)} {after[said]}
    </Banner>
  );
};
