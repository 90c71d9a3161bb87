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
  TitleTooLong: 'asked.error.TitleTooLong',
  TextTooLong: 'errors.TextTooLong',
  NotSaved: 'errors.NotSaved',
  WrongRecoveryCode: 'errors.WrongRecoveryCode',
  DeviceNotEmpty: 'errors.DeviceNotEmpty',
  NotConnected: 'asked.error.NotConnected',
  Offline: 'asked.error.Offline',
  NotALead: 'asked.error.NotALead',
  NotAMember: 'asked.error.NotAMember',
  AlreadyAMember: 'asked.error.AlreadyAMember',
  RoleMayNotHoldThis: 'asked.error.RoleMayNotHoldThis',
  LastLead: 'asked.error.LastLead',
  SecondProfessionalMissing: 'asked.error.SecondProfessionalMissing',
  EndDateMissing: 'asked.error.EndDateMissing',
  InvitationOver: 'asked.error.InvitationOver',
  CircleMoved: 'asked.error.CircleMoved',
  UnknownDevice: 'asked.error.UnknownDevice',
  NothingToErase: 'asked.error.NothingToErase',
  ServerDiffers: 'asked.error.ServerDiffers',
  NewerVersion: 'asked.error.NewerVersion',
  Refused: 'asked.error.Refused',
  NoOrganisation: 'asked.error.NoOrganisation',
  NameMissing: 'asked.error.NameMissing',
  PeriodMissing: 'asked.error.PeriodMissing',
  HelperInvalid: 'asked.error.HelperInvalid',
  NotAnAdministrator: 'asked.error.NotAnAdministrator',
  LastAdministrator: 'asked.error.LastAdministrator',
  CodeUnknownHere: 'asked.error.CodeUnknownHere',
} as const satisfies Record<AskError['type'], MessageKey>;

/** Asked of the server and refused: what a person can do about it. The rest has one sentence. */
const refusals: { readonly [code: string]: MessageKey } = {
  QuotaFull: 'asked.error.QuotaFull',
  TooMany: 'asked.error.TooMany',
  DeviceBlocked: 'asked.error.DeviceBlocked',
  DeviceRevoked: 'asked.error.DeviceRevoked',
  UnknownDevice: 'asked.error.DeviceUnknown',
  InvitationOver: 'asked.error.InvitationOver',
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
