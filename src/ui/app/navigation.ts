import { Building2, CalendarDays, CircleCheckBig, CircleHelp, Laptop, PhoneCall, UsersRound, type LucideIcon } from 'lucide-react';
import { paths } from '../components/paths.ts';
import type { MessageKey } from '../i18n/catalogue.ts';

export interface Destination {
  readonly to: string;
  readonly label: MessageKey;
  /** For the bar at the bottom of a phone. */
  readonly short: MessageKey;
  readonly icon: LucideIcon;
  readonly isDanger?: true;
}

/** Where the menu goes. The first three and danger stand in the bar of a phone; the rest behind "Meer". */
export const destinations = {
  cases: { to: paths.cases, label: 'shell.nav.cases', short: 'shell.nav.casesShort', icon: UsersRound },
  actions: { to: paths.actions, label: 'shell.nav.actions', short: 'shell.nav.actionsShort', icon: CircleCheckBig },
  conferences: { to: paths.conferences, label: 'shell.nav.conferences', short: 'shell.nav.conferencesShort', icon: CalendarDays },
  device: { to: paths.device, label: 'shell.nav.device', short: 'shell.nav.deviceShort', icon: Laptop },
  organisation: { to: paths.organisation, label: 'shell.nav.organisation', short: 'shell.nav.organisation', icon: Building2 },
  help: { to: '/help', label: 'shell.nav.help', short: 'shell.nav.help', icon: CircleHelp },
  danger: { to: paths.danger, label: 'shell.nav.danger', short: 'shell.nav.dangerShort', icon: PhoneCall, isDanger: true },
} as const satisfies Record<string, Destination>;
