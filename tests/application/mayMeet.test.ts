import { expect, it, test } from 'vitest';
import { mayMeet } from '../../src/application/cases/mayMeet.ts';
import type { Session } from '../../src/application/device/deviceContext.ts';
import type { RosterRole } from '../../src/core/circle/rosterEntry.ts';
import type { DeviceId, MemberId } from '../../src/core/shared/ids.ts';
import { add, foldSound } from '../support/circleStory.ts';

const DEVICE = 'karim-tablet' as DeviceId;
const karim = (revoked = false): Session =>
  ({ member: 'karim' as MemberId, keys: { id: DEVICE }, keyring: { devices: new Map([[DEVICE, { revoked }]]) } }) as unknown as Session;
const circleWith = (role: RosterRole) => foldSound('plan', 'ingrid', ['ingrid', add('karim', role)]);

test.each(['lead', 'professional', 'expert'] as const)('%s: plans, moves and calls off meetings', (role) => {
  expect(mayMeet(karim(), circleWith(role))).toBe(true);
});

test.each(['caregiver', 'youngPerson', 'supporter', 'reader'] as const)('%s: does not', (role) => {
  expect(mayMeet(karim(), circleWith(role))).toBe(false);
});

it('is nothing for who is not in the circle, or with a device that was revoked', () => {
  expect(mayMeet(karim(), foldSound('plan', 'ingrid'))).toBe(false);
  expect(mayMeet(karim(true), circleWith('lead'))).toBe(false);
});
