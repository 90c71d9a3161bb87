import { useIsOnlyFamily } from '../../components/useIsFamily.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Whom to turn to: a family knows the team, and not who manages this for an organisation. */
export function useHelp(): { readonly help: string; readonly helpIfItStays: string } {
  const t = useTexts();
  const isFamily = useIsOnlyFamily();
  return {
    help: t(isFamily ? 'exchange.help' : 'exchangeWork.help'),
    helpIfItStays: t(isFamily ? 'exchange.helpIfItStays' : 'exchangeWork.helpIfItStays'),
  };
}
