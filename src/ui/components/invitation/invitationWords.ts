import type { InvitationUse } from '../../../application/application.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';

const words = {
  person: {
    linkHint: 'circle.invitation.linkHint',
    scan: 'circle.invitation.scan',
    send: 'circle.invitation.send',
    stay: 'circle.invitation.stay',
    isIt: 'circle.invitation.isItThem',
    compare: 'circle.invitation.compare',
    accept: 'circle.invitation.accept',
    accepted: 'circle.invitation.accepted',
  },
  device: {
    linkHint: 'invitation.device.linkHint',
    scan: 'invitation.device.scan',
    send: 'invitation.device.send',
    stay: 'invitation.device.stay',
    isIt: 'invitation.device.isIt',
    compare: 'invitation.device.compare',
    accept: 'invitation.device.accept',
    accepted: 'invitation.device.accepted',
  },
} as const satisfies Record<string, Readonly<Record<string, MessageKey>>>;

/** Somebody else is invited by who works; a device of one's own is linked by a family too, which speaks no other words. */
export const invitationWords = (use: InvitationUse) => words[use === 'device' ? 'device' : 'person'];
