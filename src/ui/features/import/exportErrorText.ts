import type { SchoolExportError } from '../../../core/plan/schoolExport.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import type { Translate } from '../../i18n/useTexts.ts';

/** What is the matter with the file and what helps. A forgotten failure does not compile. */
const sentences = {
  FileUnreadable: 'cases.import.error.FileUnreadable',
  FileTooLarge: 'cases.import.error.FileTooLarge',
  UnknownEncoding: 'cases.import.error.UnknownEncoding',
  BrokenXml: 'cases.import.error.BrokenXml',
  WrongRoot: 'cases.import.error.WrongRoot',
  DoctypeNotAllowed: 'cases.import.error.DoctypeNotAllowed',
  NoPupils: 'cases.import.error.NoPupils',
  PupilKeysWrong: 'cases.import.error.PupilKeysWrong',
  PupilNamesMissing: 'cases.import.error.PupilNamesMissing',
  BirthDatesWrong: 'cases.import.error.BirthDatesWrong',
} as const satisfies Record<SchoolExportError['type'], MessageKey>;

/** Why nothing was taken over, in sentences to stand below each other. */
export function exportErrorText(t: Translate, error: SchoolExportError): readonly string[] {
  const values = {
    megabytes: error.type === 'FileTooLarge' ? error.maxMegabytes : 0,
    line: error.type === 'BrokenXml' ? error.line : 0,
    count: 'count' in error ? error.count : 0,
  };
  const where = 'lines' in error ? [whereText(t, error.lines, error.count)] : [];
  return [t(sentences[error.type], values), ...where, t('cases.import.error.nothingTaken')];
}

/** "Kijk op regel 12, 40 en 52." */
const whereText = (t: Translate, lines: readonly number[], count: number): string =>
  t('cases.import.error.where', { lines: lines.join(', '), named: lines.length, more: count - lines.length });
