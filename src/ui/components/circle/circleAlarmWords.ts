import type { CircleAlarm } from '../../../application/application.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';

/** What is unfinished has no sentence of its own: the circle's page shows it with what it waits for. */
export type SaidAlarm = Exclude<CircleAlarm, { readonly type: 'Unfinished' }>;

export const circleAlarmWords = {
  OneLead: { tone: 'attention', title: 'circle.alarm.OneLead', help: 'circle.alarm.OneLead.help' },
  NoContinuity: { tone: 'attention', title: 'circle.alarm.NoContinuity', help: 'circle.alarm.NoContinuity.help' },
  NotWanted: { tone: 'alarm', title: 'circle.alarm.NotWanted', help: 'circle.alarm.NotWanted.help' },
  EndPast: { tone: 'alarm', title: 'circle.alarm.EndPast', help: 'circle.alarm.EndPast.help' },
  EndNear: { tone: 'info', title: 'circle.alarm.EndNear', help: 'circle.alarm.EndNear.help' },
  SharingMissing: { tone: 'attention', title: 'circle.alarm.SharingMissing', help: 'circle.alarm.SharingMissing.help' },
  SharingWithdrawn: { tone: 'alarm', title: 'circle.alarm.SharingWithdrawn', help: 'circle.alarm.SharingWithdrawn.help' },
  LinesMissing: { tone: 'alarm', title: 'circle.alarm.LinesMissing', help: 'circle.alarm.LinesMissing.help' },
  DeviceSilent: { tone: 'alarm', title: 'circle.alarm.DeviceSilent', help: 'circle.alarm.DeviceSilent.help' },
  DeviceBlocked: { tone: 'alarm', title: 'circle.alarm.DeviceBlocked', help: 'circle.alarm.DeviceBlocked.help' },
} as const satisfies Record<
  SaidAlarm['type'],
  { readonly tone: 'alarm' | 'attention' | 'info'; readonly title: MessageKey; readonly help: MessageKey }
>;
