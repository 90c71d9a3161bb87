import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPermitted, isProfessional, mayHold } from '../../../src/core/circle/permissions.ts';
import { type DocumentKind, documentKinds, type RosterRole, rosterRoles } from '../../../src/core/circle/rosterEntry.ts';
import type { CellValue } from '../../../src/core/document/operation.ts';
import { planSchema } from '../../../src/core/plan/planSchema.ts';
import type { EntityId, MemberId } from '../../../src/core/shared/ids.ts';

const me = 'me' as MemberId;
const set = (role: RosterRole, entity: string, field: string, document: DocumentKind = 'plan', value: CellValue = 'x') =>
  isPermitted(document, role, ['set', entity as EntityId, field, value, []], me);
const type = (role: RosterRole, entity: string, field: string, document: DocumentKind = 'plan') =>
  isPermitted(document, role, ['text', entity as EntityId, field, new Uint8Array()], me);
const rolesThat = (may: (role: RosterRole) => boolean) => rosterRoles.filter(may);

const professionals = ['lead', 'professional', 'expert'];
const family = ['caregiver', 'youngPerson', 'supporter'];
const writers = ['lead', 'professional', 'caregiver', 'youngPerson', 'supporter', 'expert'];

test('colleagues of each other are the professionals, whoever of them leads', () => {
  expect(rolesThat(isProfessional)).toEqual(professionals);
});

describe('SPEC 4d: who may write in the plan', () => {
  test.each([
    'strength',
    'concern',
    'earlierHelp',
    'goal',
    'action',
    'person',
    'point',
    'report',
    'preparation',
    'remark',
    'remarkReply',
    'familyGoal',
    'pupilVoice',
    'role',
    'coordinatorTurn',
    'agreement',
    'answer',
    'experience',
  ])('everyone who writes adds their own %s, changes it and takes it away', (kind) => {
    expect(rolesThat((role) => set(role, `${kind}.me.1`, 'anything'))).toEqual(writers);
    expect(rolesThat((role) => set(role, `${kind}.me.1`, 'deleted'))).toEqual(writers);
  });

  test.each(['sharing', 'conference', 'evaluation', 'authority', 'goalOutcome', 'adoption', 'pupilVoiceReply'])(
    'a %s is made by professionals',
    (kind) => {
      expect(rolesThat((role) => set(role, `${kind}.me.1`, 'anything'))).toEqual(professionals);
    },
  );

  test('whoever a family wants beside them is proposed by all but supporters and experts, and answered by who changes the circle', () => {
    expect(rolesThat((role) => set(role, 'companion.me.1', 'name'))).toEqual(['lead', 'professional', 'caregiver', 'youngPerson']);
    expect(rolesThat((role) => set(role, 'companionReply.me.1', 'person'))).toEqual(['lead']);
  });

  test.each([
    ['strength', 'text'],
    ['concern', 'text'],
    ['earlierHelp', 'what'],
    ['goal', 'statement'],
    ['goal', 'wordsOf'],
    ['point', 'text'],
    ['answer', 'view'],
    ['report', 'reason'],
    ['preparation', 'worries'],
    ['preparation', 'drawing'],
    ['preparation', 'ready'],
    ['remark', 'text'],
    ['remarkReply', 'text'],
    ['familyGoal', 'text'],
    ['adoption', 'reason'],
    ['pupilVoice', 'text'],
    ['pupilVoiceReply', 'text'],
    ['companion', 'withdrawnAt'],
    ['companionReply', 'until'],
    ['experience', 'words'],
    ['sharing', 'what'],
  ])("nobody rewrites another's words: %s.%s", (kind, field) => {
    expect(rolesThat((role) => set(role, `${kind}.other.1`, field))).toEqual([]);
  });

  test.each([
    ['goal', 'level0'],
    ['goal', 'state'],
    ['goal', 'about:person.me.1'],
    ['action', 'due'],
    ['action', 'what'],
    ['action', 'who:person.me.1'],
    ['point', 'handled'],
    ['conference', 'present:person.me.1'],
    ['evaluation', 'decision'],
    ['concern', 'domain'],
    ['agreement', 'text'],
  ])('every professional works on the shared plan: %s.%s of another', (kind, field) => {
    expect(rolesThat((role) => set(role, `${kind}.other.1`, field))).toEqual(professionals);
  });

  test.each([
    ['goal', 'order', writers],
    ['concern', 'seenDifferentlyBy:person.me.1', writers],
    ['role', 'acceptedAt', writers],
    ['coordinatorTurn', 'declinedAt', writers],
    ['person', 'phone', ['lead', 'professional', 'caregiver', 'youngPerson', 'expert']],
    ['household', 'arrangement', ['lead', 'professional', 'caregiver', 'expert']],
    ['sharing', 'withdrawnOn', ['lead', 'professional', 'caregiver', 'youngPerson', 'expert']],
  ])('the family too: %s.%s of another', (kind, field, roles) => {
    expect(rolesThat((role) => set(role, `${kind}.other.1`, field))).toEqual(roles);
  });

  test.each([
    [['strength', 'concern', 'earlierHelp', 'goal', 'familyGoal'], ['lead']],
    [['action', 'agreement', 'point', 'person', 'conference', 'evaluation'], professionals],
    [
      [
        'report',
        'answer',
        'experience',
        'preparation',
        'remark',
        'remarkReply',
        'adoption',
        'pupilVoice',
        'pupilVoiceReply',
        'companion',
        'companionReply',
        'coordinatorTurn',
        'sharing',
      ],
      [],
    ],
  ])("another's %j is taken away by %j", (kinds, roles) => {
    for (const kind of kinds) expect(rolesThat((role) => set(role, `${kind}.other.1`, 'deleted'))).toEqual(roles);
  });

  test("what is nobody's: the family's page, authority, and what is said in an evaluation", () => {
    expect(rolesThat((role) => set(role, 'family', 'phase'))).toEqual(professionals);
    expect(rolesThat((role) => set(role, 'family', 'deleted'))).toEqual([]);
    expect(rolesThat((role) => set(role, 'family', 'questionFamily'))).toEqual(['lead', 'professional', 'caregiver', 'expert']);
    expect(rolesThat((role) => set(role, 'family', 'questionPupil'))).toEqual(['lead', 'professional', 'youngPerson', 'expert']);
    expect(rolesThat((role) => set(role, 'authority.a-b', 'holds'))).toEqual(professionals);
    expect(rolesThat((role) => set(role, 'attainment.a-b', 'level'))).toEqual(writers);
    expect(rolesThat((role) => set(role, 'attainment.a-b', 'deleted'))).toEqual(writers);
    expect(rolesThat((role) => set(role, 'goalOutcome.a-b', 'outcome'))).toEqual(professionals);
    expect(rolesThat((role) => set(role, 'goal.a-b', 'order'))).toEqual([]);
    expect(rolesThat((role) => set(role, 'helper.childLine', 'phone'))).toEqual(professionals);
    expect(rolesThat((role) => set(role, 'helper.other.1', 'phone'))).toEqual([]);
  });

  test('a long note is typed, never set; anything else is set, never typed', () => {
    expect(rolesThat((role) => type(role, 'family', 'analysis'))).toEqual(writers);
    expect(rolesThat((role) => set(role, 'family', 'analysis'))).toEqual([]);
    expect(rolesThat((role) => type(role, 'conference.other.1', 'notes'))).toEqual(professionals);
    expect(rolesThat((role) => type(role, 'goal.me.1', 'statement'))).toEqual([]);
  });

  test('a reader and an auditor write nothing, nowhere', () => {
    for (const document of documentKinds) {
      for (const role of ['reader', 'auditor'] as const) {
        const entities = [
          ...Object.keys(planSchema),
          ...Object.keys(planSchema).flatMap((kind) => [`${kind}.me.1`, `${kind}.other.1`, `${kind}.a-b`]),
        ];
        expect(entities.some((entity) => set(role, entity, 'order', document) || type(role, entity, 'notes', document))).toBe(false);
      }
    }
  });

  test('every kind of the plan can be written by a lead; a kind that this version does not know by nobody', () => {
    for (const [kind, table] of Object.entries(planSchema)) {
      const field = Object.entries(table.fields).find(([, { type: is }]) => is !== 'note')![0];
      expect(set('lead', 'single' in table ? kind : `${kind}.me.1`, field)).toBe(true);
    }
    expect(rolesThat((role) => set(role, 'wish.me.1', 'text'))).toEqual([]);
  });

  test('every note of the plan is known as one, and nothing else', () => {
    for (const [kind, table] of Object.entries(planSchema)) {
      for (const [field, { type: is }] of Object.entries(table.fields)) {
        expect([kind, field, type('lead', 'single' in table ? kind : `${kind}.me.1`, field)]).toEqual([kind, field, is === 'note']);
      }
    }
  });

  test('a permission never depends on the value', () => {
    const entity = fc.constantFrom('family', 'goal.me.1', 'goal.other.1', 'answer.other.1', 'attainment.a-b', 'concern.other.1');
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(
        fc.constantFrom(...documentKinds),
        fc.constantFrom(...rosterRoles),
        entity,
        fc.constantFrom('order', 'text', 'deleted', 'name'),
        value,
        value,
        (document, role, id, field, a, b) => {
          expect(set(role, id, field, document, a)).toBe(set(role, id, field, document, b));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the other documents', () => {
  test.each<[DocumentKind, readonly string[]]>([
    ['part', writers],
    ['voice', ['lead']],
    ['team', professionals],
    ['safety', ['lead', 'professional']],
    ['personal', ['lead']],
  ])('in a %s these write their own: %j', (document, roles) => {
    expect(rolesThat((role) => set(role, 'item.me.1', 'text', document))).toEqual(roles);
    expect(rolesThat((role) => type(role, 'item.me.1', 'text', document))).toEqual(roles);
    expect(rolesThat((role) => set(role, 'page', 'text', document))).toEqual(roles);
    expect(rolesThat((role) => set(role, 'item.other.1', 'text', document))).toEqual([]);
    expect(rolesThat((role) => set(role, 'item.other.1', 'deleted', document))).toEqual(['lead']);
  });

  test.each<[DocumentKind, readonly string[]]>([
    ['plan', ['lead', 'professional', 'caregiver', 'youngPerson', 'supporter', 'expert', 'reader']],
    ['part', ['lead', 'professional', 'caregiver', 'youngPerson', 'supporter', 'expert', 'reader']],
    ['voice', ['lead', 'professional', 'caregiver', 'youngPerson', 'supporter', 'expert', 'reader']],
    ['team', ['lead', 'professional', 'expert']],
    ['safety', ['lead', 'professional']],
    ['personal', ['lead']],
  ])('a %s may be held by %j', (document, roles) => {
    expect(rolesThat((role) => mayHold(document, role))).toEqual(roles);
  });

  test('a family member never holds team, safety or personal', () => {
    for (const role of family as RosterRole[])
      expect(documentKinds.filter((kind) => mayHold(kind, role))).toEqual(['plan', 'part', 'voice']);
  });
});
