import { DOMAINS } from '../../../components/domainIcons.ts';
import { useTexts } from '../../../i18n/useTexts.ts';

/** Where something is, as a family says it. */
export function useDomainOptions() {
  const t = useTexts();
  return DOMAINS.map((value) => ({ value, label: t(`prepare.own.domain.${value}`) }));
}
