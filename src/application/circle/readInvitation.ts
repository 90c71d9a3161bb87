import { ok } from '../../core/shared/result.ts';
import type { Circle } from './types.ts';

/** What a link is for. It takes no device, and little to load: whoever opens one on a phone that has nothing yet sees this first. */
export const readInvitation: Circle['readInvitation'] = async (text) => {
  const { parseInvitationLink } = await import('../../crypto/invitation.ts');
  const link = await parseInvitationLink(text);
  return link.ok ? ok({ use: link.value.use }) : link;
};
