import type { BackupError, ChangeError, PasskeyError, UnlockError } from '../../application/application.ts';
import type { MessageKey } from '../i18n/catalogue.ts';
import type { Translate } from '../i18n/useTexts.ts';

export type AppError = ChangeError | UnlockError | PasskeyError | BackupError | { readonly type: 'UnknownCase' };

/** Every expected failure has its sentence: a forgotten one does not compile. */
const sentences = {
  UnknownEntity: 'errors.UnknownEntity',
  UnknownField: 'errors.UnknownField',
  FieldMissing: 'errors.FieldMissing',
  TextTooLong: 'errors.TextTooLong',
  ValueInvalid: 'errors.ValueInvalid',
  UseOwnCommand: 'errors.UseOwnCommand',
  RemovalNotAllowed: 'errors.RemovalNotAllowed',
  AlreadyAccepted: 'errors.AlreadyAccepted',
  CoordinatorAlreadyAccepted: 'errors.CoordinatorAlreadyAccepted',
  NotACaregiverOfThisCase: 'errors.NotACaregiverOfThisCase',
  OwnAnswerOnlyByThemselves: 'errors.OwnAnswerOnlyByThemselves',
  ReportOnlyByDoers: 'errors.ReportOnlyByDoers',
  ReasonMissing: 'errors.ReasonMissing',
  RemarkMissing: 'errors.RemarkMissing',
  NotInPlan: 'errors.NotInPlan',
  HearingWordsMissing: 'errors.HearingWordsMissing',
  SpokeForMissing: 'errors.SpokeForMissing',
  ConferenceNotOpen: 'errors.ConferenceNotOpen',
  FamilyAbsentReasonMissing: 'errors.FamilyAbsentReasonMissing',
  EvaluationDateMissing: 'errors.EvaluationDateMissing',
  EvaluationDateNotAfterConference: 'errors.EvaluationDateNotAfterConference',
  DecisionMissing: 'errors.DecisionMissing',
  NotRunning: 'errors.NotRunning',
  NotWaiting: 'errors.NotWaiting',
  NotSaved: 'errors.NotSaved',
  Locked: 'errors.Locked',
  NotYours: 'errors.NotYours',
  LeftCircle: 'errors.LeftCircle',
  DeviceRevoked: 'errors.DeviceRevoked',
  WrongPassphrase: 'errors.WrongPassphrase',
  WrongRecoveryCode: 'errors.WrongRecoveryCode',
  TooSoon: 'errors.TooSoon',
  PasskeyStopped: 'errors.PasskeyStopped',
  PasskeyUnsupported: 'errors.PasskeyUnsupported',
  WrongPasskey: 'errors.WrongPasskey',
  PinTooWeak: 'errors.PinTooWeak',
  NotABackup: 'errors.NotABackup',
  BackupDamaged: 'errors.BackupDamaged',
  NewerBackup: 'errors.NewerBackup',
  WrongSecret: 'errors.WrongSecret',
  DeviceNotEmpty: 'errors.DeviceNotEmpty',
  UnknownCase: 'errors.UnknownCase',
} as const satisfies Record<AppError['type'], MessageKey>;

/** The failure in words: what is the matter, and what helps. Never a name, never content. */
export function errorText(t: Translate, error: AppError): string {
  const max = error.type === 'TextTooLong' ? error.max : 0;
  const problem = error.type === 'NotSaved' ? error.problem : '';
  return t(sentences[error.type], { max, problem });
}
