/*
 * Collects the pieces of a school from the elements of an EDEXML file. Only what these tables name is ever looked at: all
 * other text (numbers of pupils, identifiers, photos, e-mail) passes by without being kept anywhere.
 */

export type PieceKind = 'school' | 'group' | 'combinedGroup' | 'pupil' | 'teacher';

export interface EdexmlPiece {
  readonly kind: PieceKind;
  readonly key: string;
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
  readonly groups: readonly string[];
  readonly combinedGroups: readonly string[];
}

const NAME_FIELDS = ['achternaam', 'voorvoegsel', 'roepnaam', 'voornamen', 'voorletters-1'];

const BEGINNINGS: ReadonlyMap<string, { readonly kind: PieceKind; readonly fields: readonly string[] }> = new Map([
  ['EDEX/school', { kind: 'school', fields: ['schooljaar', 'brincode', 'dependancecode'] }],
  ['EDEX/groepen/groep', { kind: 'group', fields: ['naam', 'jaargroep'] }],
  ['EDEX/groepen/samengestelde_groep', { kind: 'combinedGroup', fields: ['naam'] }],
  ['EDEX/leerlingen/leerling', { kind: 'pupil', fields: [...NAME_FIELDS, 'geboortedatum', 'jaargroep'] }],
  ['EDEX/leerkrachten/leerkracht', { kind: 'teacher', fields: NAME_FIELDS }],
]);

/** Where inside a pupil or teacher a group is named; elsewhere (a program's own additions) it means something else. */
const GROUP_PARENTS: ReadonlySet<string | undefined> = new Set(['leerling', 'leerkracht', 'groepen', 'samengestelde_groepen']);

/** Longer than any name or date: more is not kept. */
const MAX_TEXT = 200;

interface OpenPiece {
  readonly kind: PieceKind;
  readonly key: string;
  readonly line: number;
  readonly wanted: readonly string[];
  readonly depth: number;
  readonly fields: Map<string, string>;
  readonly groups: string[];
  readonly combinedGroups: string[];
}

/** Follows the elements of one file. `pieces` fills as they close. */
export function createEdexmlCollector() {
  const pieces: EdexmlPiece[] = [];
  let piece: OpenPiece | undefined;
  let field: string | undefined;

  return {
    pieces: pieces as readonly EdexmlPiece[],
    open(path: readonly string[], key: string, line: number): void {
      field = undefined;
      const name = path.at(-1) as string;
      if (piece === undefined) {
        const beginning = BEGINNINGS.get(path.join('/'));
        if (beginning)
          piece = {
            kind: beginning.kind,
            key,
            line,
            wanted: beginning.fields,
            depth: path.length,
            fields: new Map(),
            groups: [],
            combinedGroups: [],
          };
      } else if (path.length === piece.depth + 1 && piece.wanted.includes(name)) {
        field = name;
      } else if (GROUP_PARENTS.has(path.at(-2))) {
        if (name === 'groep') piece.groups.push(key);
        if (name === 'samengestelde_groep') piece.combinedGroups.push(key);
      }
    },
    text(text: string): void {
      if (piece === undefined || field === undefined) return;
      piece.fields.set(field, ((piece.fields.get(field) ?? '') + text).slice(0, MAX_TEXT));
    },
    close(depth: number): void {
      field = undefined;
      if (piece?.depth !== depth) return;
      pieces.push(piece);
      piece = undefined;
    },
  };
}
