import type { MessageKey } from '../../i18n/catalogue.ts';
import type { CircleStop } from './stuckFirst.ts';

/** `short` stands on a chip and in the list's line; `explain` on the card. */
export const circleStopWords = {
  EndPast: { short: 'cases.circle.EndPast', explain: 'cases.circle.EndPast.explain' },
  RemovalWaits: { short: 'cases.circle.RemovalWaits', explain: 'cases.circle.RemovalWaits.explain' },
  Leaving: { short: 'cases.circle.Leaving', explain: 'cases.circle.Leaving.explain' },
  Ending: { short: 'cases.circle.Ending', explain: 'cases.circle.Ending.explain' },
  NoContinuity: { short: 'cases.circle.NoContinuity', explain: 'cases.circle.NoContinuity.explain' },
  OneLead: { short: 'cases.circle.OneLead', explain: 'cases.circle.OneLead.explain' },
} as const satisfies Record<CircleStop['type'], { readonly short: MessageKey; readonly explain: MessageKey }>;
