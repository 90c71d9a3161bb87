import {
  BookOpen,
  Building2,
  CalendarDays,
  CircleCheckBig,
  CircleHelp,
  Laptop,
  PhoneCall,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { paths } from '../components/paths.ts';
import { useIsOnlyFamily } from '../components/useIsFamily.ts';
import type { MessageKey } from '../i18n/catalogue.ts';

export interface Destination {
  readonly to: string;
  readonly label: MessageKey;
  /** For the bar at the bottom of a phone. */
  readonly short: MessageKey;
  readonly icon: LucideIcon;
  readonly isDanger?: true;
}

/** Where the menu goes. */
export const destinations = {
  cases: { to: paths.cases, label: 'shell.nav.cases', short: 'shell.nav.casesShort', icon: UsersRound },
  plan: { to: paths.cases, label: 'shell.nav.plan', short: 'shell.nav.plan', icon: BookOpen },
  actions: { to: paths.actions, label: 'shell.nav.actions', short: 'shell.nav.actionsShort', icon: CircleCheckBig },
  conferences: { to: paths.conferences, label: 'shell.nav.conferences', short: 'shell.nav.conferencesShort', icon: CalendarDays },
  device: { to: paths.device, label: 'shell.nav.device', short: 'shell.nav.deviceShort', icon: Laptop },
  organisation: { to: paths.organisation, label: 'shell.nav.organisation', short: 'shell.nav.organisation', icon: Building2 },
  help: { to: '/help', label: 'shell.nav.help', short: 'shell.nav.help', icon: CircleHelp },
  danger: { to: paths.danger, label: 'shell.nav.danger', short: 'shell.nav.dangerShort', icon: PhoneCall, isDanger: true },
} as const satisfies Record<string, Destination>;

const { cases, plan, actions, conferences, organisation, help, device, danger } = destinations;

interface Menu {
  /** On a laptop, from top to bottom. */
  readonly side: readonly Destination[];
  /** On a phone, within reach of a thumb. */
  readonly bar: readonly Destination[];
  /** On a phone behind "Meer". */
  readonly more: readonly Destination[];
  readonly hasSearch: boolean;
}

/** For a family only what a family uses. */
const menus = {
  professional: {
    side: [cases, actions, conferences, organisation, help, device, danger],
    bar: [cases, actions, conferences, danger],
    more: [organisation, help, device],
    hasSearch: true,
  },
  family: { side: [plan, help, device, danger], bar: [plan, danger], more: [help, device], hasSearch: false },
} as const satisfies Readonly<Record<string, Menu>>;

export const useMenu = (): Menu => menus[useIsOnlyFamily() ? 'family' : 'professional'];
