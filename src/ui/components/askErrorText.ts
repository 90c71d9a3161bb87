import type { CircleError, OrganisationError, RecoverError } from '../../application/application.ts';
import type { MessageKey } from '../i18n/catalogue.ts';
import type { Translate } from '../i18n/useTexts.ts';

/** What can go wrong when others are needed: circles, invitations, organisations and devices. */
export type AskError = CircleError | OrganisationError | RecoverError;

/** Every expected failure has its sentence: a forgotten one does not compile. */
const sentences = {
  Locked: 'errors.Locked',
  UnknownCase: 'errors.UnknownCase',
  ReasonMissing: 'errors.ReasonMissing',
  TitleTooLong: 'circle.error.TitleTooLong',
  TextTooLong: 'errors.TextTooLong',
  NotSaved: 'errors.NotSaved',
  WrongRecoveryCode: 'errors.WrongRecoveryCode',
  DeviceNotEmpty: 'errors.DeviceNotEmpty',
  NotConnected: 'circle.error.NotConnected',
  Offline: 'circle.error.Offline',
  NotALead: 'circle.error.NotALead',
  NotAMember: 'circle.error.NotAMember',
  AlreadyAMember: 'circle.error.AlreadyAMember',
  RoleMayNotHoldThis: 'circle.error.RoleMayNotHoldThis',
  LastLead: 'circle.error.LastLead',
  SecondProfessionalMissing: 'circle.error.SecondProfessionalMissing',
  EndDateMissing: 'circle.error.EndDateMissing',
  InvitationOver: 'circle.error.InvitationOver',
  CircleMoved: 'circle.error.CircleMoved',
  UnknownDevice: 'circle.error.UnknownDevice',
  NothingToErase: 'circle.error.NothingToErase',
  ServerDiffers: 'circle.error.ServerDiffers',
  NewerVersion: 'circle.error.NewerVersion',
  Refused: 'circle.error.Refused',
  NoOrganisation: 'circle.error.NoOrganisation',
  NameMissing: 'circle.error.NameMissing',
  PeriodMissing: 'circle.error.PeriodMissing',
  NotAnAdministrator: 'circle.error.NotAnAdministrator',
  LastAdministrator: 'circle.error.LastAdministrator',
  CodeUnknownHere: 'circle.error.CodeUnknownHere',
} as const satisfies Record<AskError['type'], MessageKey>;

/** Asked of the server and refused: what a person can do about it. The rest has one sentence. */
const refusals: { readonly [code: string]: MessageKey } = {
  QuotaFull: 'circle.error.QuotaFull',
  TooMany: 'circle.error.TooMany',
  DeviceBlocked: 'circle.error.DeviceBlocked',
  DeviceRevoked: 'circle.error.DeviceRevoked',
  UnknownDevice: 'circle.error.DeviceUnknown',
  InvitationOver: 'circle.error.InvitationOver',
};

/** Only the kind of failure is known: why a job does not go on. */
export const problemText = (t: Translate, type: AskError['type']): string => t(sentences[type], { max: 0, problem: '' });

/** The failure in words: what is the matter, and what helps. */
export function askErrorText(t: Translate, error: AskError): string {
  const refusal = error.type === 'Refused' ? refusals[error.code] : undefined;
  return t(refusal ?? sentences[error.type], {
    max: error.type === 'TextTooLong' ? error.max : 0,
    problem: error.type === 'NotSaved' ? error.problem : '',
  });
}
