import type { RosterRole } from '../../../core/circle/rosterEntry.ts';

export const isFamilyRole = (role: RosterRole | null): boolean => role === 'caregiver' || role === 'youngPerson' || role === 'supporter';
