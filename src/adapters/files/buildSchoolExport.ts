import type { PersonName, Pupil, SchoolExport, SchoolExportError, SchoolGroup, Teacher } from '../../core/plan/schoolExport.ts';
import { type CivilDate, parseCivilDate } from '../../core/shared/civilDate.ts';
import { err, ok, type Result } from '../../core/shared/result.ts';
import type { EdexmlPiece, PieceKind } from './edexmlCollector.ts';

/** The school that the pieces of a file make, when every pupil can be told apart and named. */
export function buildSchoolExport(pieces: readonly EdexmlPiece[]): Result<SchoolExport, SchoolExportError> {
  const ofKind = (kind: PieceKind) => pieces.filter((piece) => piece.kind === kind);
  const pupils = ofKind('pupil');
  const problem = findProblem(pupils);
  if (problem) return err(problem);
  const [school] = ofKind('school');
  return ok({
    brin: readField(school, 'brincode').toUpperCase().slice(0, MAX_BRIN),
    location: readField(school, 'dependancecode'),
    schoolYear: readField(school, 'schooljaar'),
    groups: [...ofKind('group'), ...ofKind('combinedGroup')].map(toGroup),
    pupils: pupils.map(toPupil),
    teachers: ofKind('teacher').filter(hasName).map(toTeacher),
  });
}

const MAX_LINES = 10;

/** What the plan keeps of each (planSchema): longer names are cut, a longer key cannot be matched. */
const MAX_BRIN = 10;
const MAX_GROUP = 40;
const MAX_KEY = 80;

function findProblem(pupils: readonly EdexmlPiece[]): SchoolExportError | undefined {
  if (pupils.length === 0) return { type: 'NoPupils' };
  const keys = new Set<string>();
  const isKeyWrong = ({ key }: EdexmlPiece) => key === '' || key.length > MAX_KEY || keys.size === keys.add(key).size;
  return (
    listLines('PupilKeysWrong', pupils.filter(isKeyWrong)) ??
    listLines(
      'PupilNamesMissing',
      pupils.filter((pupil) => !hasName(pupil)),
    ) ??
    listLines(
      'BirthDatesWrong',
      pupils.filter((pupil) => readBirthDate(pupil) === undefined),
    )
  );
}

function listLines<T extends string>(type: T, wrong: readonly EdexmlPiece[]) {
  return wrong.length === 0 ? undefined : { type, lines: wrong.slice(0, MAX_LINES).map(({ line }) => line), count: wrong.length };
}

const toGroup = (piece: EdexmlPiece): SchoolGroup => ({
  key: piece.key,
  name: readField(piece, 'naam').slice(0, MAX_GROUP),
  year: readField(piece, 'jaargroep').slice(0, MAX_GROUP),
  combined: piece.kind === 'combinedGroup',
});

const toPupil = (piece: EdexmlPiece): Pupil => ({
  ...toName(piece),
  key: piece.key,
  birthDate: readBirthDate(piece) ?? null,
  year: readField(piece, 'jaargroep').slice(0, MAX_GROUP),
  group: piece.groups[0] ?? null,
  combinedGroups: piece.combinedGroups,
});

const toTeacher = (piece: EdexmlPiece): Teacher => ({
  ...toName(piece),
  key: piece.key,
  groups: [...piece.groups, ...piece.combinedGroups],
});

/** The name someone is called by, else the given names, else the initials. */
const toName = (piece: EdexmlPiece): PersonName => ({
  firstName: readField(piece, 'roepnaam') || readField(piece, 'voornamen') || readField(piece, 'voorletters-1'),
  prefix: readField(piece, 'voorvoegsel'),
  lastName: readField(piece, 'achternaam'),
});

function hasName(piece: EdexmlPiece): boolean {
  const { firstName, lastName } = toName(piece);
  return firstName !== '' && lastName !== '';
}

/** null when none is given, undefined when it is no day. XML Schema allows a time zone behind a date; a birthday has none. */
function readBirthDate(piece: EdexmlPiece): CivilDate | null | undefined {
  const text = readField(piece, 'geboortedatum');
  return text === '' ? null : parseCivilDate(text.replace(/(Z|[+-]\d{2}:\d{2})$/, ''));
}

const readField = (piece: EdexmlPiece | undefined, field: string): string => (piece?.fields.get(field) ?? '').trim().replace(/\s+/g, ' ');
