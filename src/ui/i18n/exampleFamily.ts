import type { ExampleFamily } from '../../application/application.ts';
import type { CaseView } from '../../core/plan/caseView.ts';
import type { PlanCommand, PlanFields } from '../../core/plan/planCommand.ts';
import { addDays, addMonths, type CivilDate } from '../../core/shared/civilDate.ts';
import type { EntityId } from '../../core/shared/ids.ts';

/** An invented family to try the app with: a conference of nine weeks ago, and its evaluation today. Names and events exist nowhere. */
export const exampleFamily: ExampleFamily = {
  profile: { name: 'Sanne (verzonnen)', discipline: 'internalCoordinator', organisation: 'Basisschool De Verzinboom' },
  family: {
    name: 'Voorbeeld (verzonnen)',
    children: [
      { name: 'Milan', birthDate: null, school: 'Basisschool De Verzinboom', schoolGroup: 'groep 5', edexmlKey: '', brin: '' },
      { name: 'Zosia', birthDate: null, school: 'Peuteropvang Het Verzinsel', schoolGroup: '', edexmlKey: '', brin: '' },
    ],
  },
  steps: [
    makeFamily,
    fillIntake,
    fillPreparation,
    planConference,
    interpretTogether,
    setGoals,
    agreeActions,
    reportActions,
    takeRoles,
    answerAll,
    endConference,
  ],
};

const FAMILY = 'family' as EntityId;
const set = (entity: EntityId, field: string, value: unknown): PlanCommand => ({ type: 'set', entity, field, value });
const person = (fields: PlanFields<'person'>): PlanCommand => ({ type: 'add', kind: 'person', fields });
const meetingDay = (today: CivilDate): CivilDate => addDays(today, -63);

/** The id of who or what has this name in the view; a name that is not there is a mistake in this file. */
function find(list: readonly { readonly id: EntityId }[], words: string): EntityId {
  const found = list.find((entity) => (Object.values(entity) as readonly unknown[]).includes(words));
  if (!found) throw new Error('the example names something that it did not make');
  return found.id;
}
const who = (view: CaseView, name: string): EntityId => (name === exampleFamily.profile.name ? me(view) : find(view.people, name));
const me = (view: CaseView): EntityId => view.me!.id;

function makeFamily(view: CaseView, today: CivilDate): readonly PlanCommand[] {
  const professional = (
    name: string,
    discipline: NonNullable<PlanFields<'person'>['discipline']>,
    organisation: string,
    until: CivilDate | null = null,
  ) => person({ name, part: 'professional', discipline, organisation, until });
  return [
    set(who(view, 'Milan'), 'birthDate', addMonths(today, -8 * 12 - 5)),
    set(who(view, 'Zosia'), 'birthDate', addMonths(today, -4 * 12 - 6)),
    { type: 'add', kind: 'household', fields: { name: 'Bij moeder', arrangement: 'Door de week en om het weekend' } },
    { type: 'add', kind: 'household', fields: { name: 'Bij vader', arrangement: 'Om het weekend' } },
    person({
      name: 'Ewa',
      part: 'caregiver',
      relation: 'moeder',
      language: 'Pools',
      needsInterpreter: true,
      phone: '06 00000001',
      reachability: 'Per app na 15.00 uur, nooit voicemail',
    }),
    person({ name: 'Bart', part: 'caregiver', relation: 'vader', phone: '06 00000002', reachability: 'Overdag bellen mag' }),
    person({ name: 'Oma Basia', part: 'network', relation: 'oma, haalt op woensdag uit school' }),
    person({ name: 'Ruud', part: 'network', relation: 'buurman en voetbaltrainer' }),
    professional('Juf Lotte', 'teacher', 'Basisschool De Verzinboom'),
    professional('Karim', 'districtTeam', 'Wijkteam Verzindorp'),
    professional('Anja', 'youthHealthCare', 'Jeugdgezondheidszorg'),
    professional('Joris', 'behaviourExpert', 'Samenwerkingsverband', addDays(today, 5)),
  ];
}

function fillIntake(view: CaseView, today: CivilDate): readonly PlanCommand[] {
  const [mother, father, milan, zosia] = ['Ewa', 'Bart', 'Milan', 'Zosia'].map((name) => who(view, name)) as [
    EntityId,
    EntityId,
    EntityId,
    EntityId,
  ];
  const checkedOn = addDays(today, -77);
  return [
    { type: 'setAuthority', caregiver: mother, child: milan, holds: 'yes', source: 'register', checkedOn },
    { type: 'setAuthority', caregiver: father, child: milan, holds: 'yes', source: 'register', checkedOn },
    { type: 'setAuthority', caregiver: mother, child: zosia, holds: 'yes', source: 'register', checkedOn },
    set(FAMILY, 'familyToldBy', me(view)),
    set(FAMILY, 'familyToldOn', addDays(today, -80)),
    set(FAMILY, 'familyDecision', 'joins'),
    set(FAMILY, 'existingPlan', 'no'),
    set(FAMILY, 'basicCare', 'noConcern'),
    set(FAMILY, 'questionFamily', 'Ik wil dat hij weer met plezier naar school gaat, en dat wij thuis weer kunnen eten zonder ruzie.'),
    set(FAMILY, 'questionFamilyBy', mother),
    set(FAMILY, 'questionPupil', 'Ik wil niet steeds de gang op.'),
    set(FAMILY, 'questionPupilHow', 'form'),
    set(FAMILY, 'questionSchool', 'Hij loopt vijf keer per week de klas uit. Hoe houden we hem erbij?'),
    set(FAMILY, 'preferredCoordinator', me(view)),
  ];
}

function fillPreparation(view: CaseView, today: CivilDate): readonly PlanCommand[] {
  const mother = who(view, 'Ewa');
  const decided = { decidedBy: [mother, who(view, 'Bart')], decidedOn: addDays(today, -70), how: 'spoken', legalBasis: 'consent' } as const;
  const mustSay = (text: string): PlanCommand => ({ type: 'add', kind: 'point', fields: { text, kind: 'mustSay', saidBy: mother } });
  return [
    mustSay('Hij is niet stout, hij schrikt van drukte.'),
    mustSay('De ochtend thuis is het moeilijkst.'),
    mustSay('Ik wil één iemand die ik kan bellen.'),
    {
      type: 'add',
      kind: 'sharing',
      fields: { what: 'De vraag, krachten, doelen en acties', withWhom: who(view, 'Karim'), purpose: 'Samen één plan maken', ...decided },
    },
    {
      type: 'add',
      kind: 'sharing',
      fields: { what: 'De vraag, krachten, doelen en acties', withWhom: who(view, 'Joris'), purpose: 'Meekijken in de klas', ...decided },
    },
    {
      type: 'add',
      kind: 'sharing',
      fields: { what: 'Alleen over horen en slapen', withWhom: who(view, 'Anja'), purpose: 'Gehoor nakijken', ...decided },
    },
    {
      type: 'add',
      kind: 'earlierHelp',
      fields: { what: 'Rustplek in groep 4', when: 'vorig schooljaar', brought: 'Hielp, tot de klas verhuisde', saidBy: mother },
    },
  ];
}

function planConference(view: CaseView, today: CivilDate): readonly PlanCommand[] {
  const here = ['Ewa', 'Juf Lotte', 'Karim', 'Anja', 'Joris'].map((name) => who(view, name));
  const fields = { day: meetingDay(today), at: '14:00', place: 'Basisschool De Verzinboom', minutes: 50, chair: me(view) };
  const later = { day: addDays(today, 6), at: '15:30', place: 'Basisschool De Verzinboom', minutes: 50, chair: me(view) };
  const invited = [...here, who(view, 'Bart'), me(view)];
  return [
    { type: 'add', kind: 'conference', fields: { ...fields, invited, present: [...here, me(view)], callsIn: [who(view, 'Bart')] } },
    { type: 'add', kind: 'conference', fields: { ...later, invited } },
  ];
}

function interpretTogether(view: CaseView): readonly PlanCommand[] {
  const conference = view.conferences[0]!.id;
  type Domain = NonNullable<PlanFields<'strength'>['domain']>;
  const said = (kind: 'strength' | 'concern', text: string, domain: Domain, name: string): PlanCommand => ({
    type: 'add',
    kind,
    fields: { text, domain, saidBy: who(view, name), conference },
  });
  return [
    { type: 'startConference', conference },
    said('strength', 'Bouwt uren met techniek', 'home', 'Ewa'),
    said('strength', 'Helpt kleuters graag', 'school', 'Juf Lotte'),
    said('strength', 'Durft bij voetbal', 'leisure', 'Bart'),
    said('concern', 'De ochtend is het moeilijkst', 'home', 'Ewa'),
    said('concern', 'Twee huizen, twee regels', 'home', 'Karim'),
    said('concern', 'Rent weg bij onverwacht lawaai', 'school', 'Juf Lotte'),
    {
      type: 'write',
      entity: FAMILY,
      field: 'analysis',
      before: '',
      after:
        'Voorspelbaarheid helpt, drukte kost hem veel. Hij heeft een rustige start nodig, een afgesproken plek, en thuis en op school hetzelfde teken.',
    },
  ];
}

function setGoals(view: CaseView): readonly PlanCommand[] {
  const milan = who(view, 'Milan');
  const goal = (fields: PlanFields<'goal'>): PlanCommand => ({ type: 'add', kind: 'goal', fields: { state: 'active', ...fields } });
  return [
    goal({
      statement: 'Ik blijf in de klas of ga naar mijn eigen plek',
      about: [milan],
      wordsOf: milan,
      domain: 'school',
      kind: 'education',
      supports: ['child', 'teacher'],
      levelMinus2: 'Vijf keer per week de gang op',
      level0: 'Hooguit één keer per week',
      doesHome: 'Zelfde pictokaart gebruiken',
      doesSchool: 'Rustige plek in de klas',
    }),
    goal({
      statement: 'Rustige ochtend',
      wholeFamily: true,
      wordsOf: who(view, 'Ewa'),
      domain: 'home',
      kind: 'family',
      supports: ['caregiver'],
      levelMinus2: 'Vier van de vijf ochtenden ruzie',
      level0: 'Hooguit één ochtend ruzie',
      doesHome: 'Oma brengt op maandag',
      doesSchool: 'Hem opvangen bij de deur',
    }),
    goal({
      statement: 'Spanning herkennen en zeggen',
      about: [milan],
      wordsOf: who(view, 'Joris'),
      domain: 'school',
      kind: 'treatment',
      supports: ['child', 'teacher'],
      levelMinus2: 'Hij rent weg zonder iets te zeggen',
      level0: 'Hij wijst het teken aan',
      doesLeisure: 'De trainer kent het teken',
    }),
  ];
}

function agreeActions(view: CaseView, today: CivilDate): readonly PlanCommand[] {
  const conference = view.conferences[0]!.id;
  const [first, morning, tension] = view.goals.map(({ id }) => id) as [EntityId, EntityId, EntityId];
  const day = (days: number) => addDays(meetingDay(today), days);
  const action = (names: readonly string[], fields: PlanFields<'action'>): PlanCommand => ({
    type: 'add',
    kind: 'action',
    fields: { conference, who: names.map((name) => who(view, name)), ...fields },
  });
  return [
    set(tension, 'reinforces', [first, morning]),
    action(['Juf Lotte'], {
      what: 'Rustige plek inrichten',
      goals: [first],
      domain: 'school',
      due: day(7),
      doneWhen: 'Milan heeft de plek zelf gekozen',
    }),
    action(['Sanne (verzonnen)', 'Ewa', 'Bart'], {
      what: 'Zelfde pictokaart thuis en op school',
      goals: [first, morning],
      domain: 'home',
      due: day(11),
      doneWhen: 'De kaart hangt op drie plekken',
    }),
    action(['Oma Basia'], { what: 'Op maandag naar school brengen', goals: [morning], domain: 'home', startsOn: day(4) }),
    action(['Joris'], {
      what: 'Twee keer meekijken in de klas',
      goals: [tension],
      domain: 'school',
      due: day(21),
      doneWhen: 'Juf weet wat ze doet in de eerste minuut',
    }),
    action(['Anja'], {
      what: 'Gehoor nakijken',
      goals: [first],
      domain: 'school',
      due: day(16),
      doneWhen: 'De uitslag is met moeder besproken',
    }),
    action(['Bart'], { what: 'Voetbal blijft', goals: [tension], domain: 'leisure' }),
    action(['Sanne (verzonnen)'], { what: 'Ouders bellen over de evaluatie', goals: [first], domain: 'school', due: addDays(today, -3) }),
    { type: 'add', kind: 'agreement', fields: { text: 'Wij bellen moeder pas na 15.00 uur', people: [who(view, 'Ewa'), me(view)] } },
  ];
}

function reportActions(view: CaseView, today: CivilDate): readonly PlanCommand[] {
  const report = (
    what: string,
    name: string,
    status: 'done' | 'busy' | 'notDone',
    reason = '',
    newDate: CivilDate | null = null,
  ): PlanCommand => ({
    type: 'reportAction',
    action: find(view.actions, what),
    by: who(view, name),
    recordedBy: me(view),
    via: 'spoken',
    status,
    reason,
    newDate,
  });
  return [
    report('Rustige plek inrichten', 'Juf Lotte', 'done'),
    report('Zelfde pictokaart thuis en op school', 'Ewa', 'done'),
    report('Op maandag naar school brengen', 'Oma Basia', 'done'),
    report('Twee keer meekijken in de klas', 'Joris', 'notDone', 'Eén keer gekomen, daarna ziek', addDays(today, 14)),
    report('Gehoor nakijken', 'Anja', 'done'),
    report('Voetbal blijft', 'Bart', 'done'),
  ];
}

function takeRoles(view: CaseView): readonly PlanCommand[] {
  return [
    { type: 'proposeCoordinator', person: me(view), proposedBy: who(view, 'Ewa') },
    { type: 'add', kind: 'role', fields: { name: 'Contact met school', person: who(view, 'Juf Lotte'), origin: 'taken' } },
  ];
}

function answerAll(view: CaseView): readonly PlanCommand[] {
  const turn = view.coordinatorTurns[0]!.id;
  const conference = view.conferences[0]!.id;
  const answer = (name: string, reply: 'agreed' | 'agreedWithRemark', words = ''): PlanCommand => ({
    type: 'answerPlan',
    by: who(view, name),
    reply,
    view: words,
    recordedBy: me(view),
    via: 'spoken',
    conference,
  });
  return [
    {
      type: 'acceptCoordinator',
      turn,
      via: 'own',
      recordedBy: null,
      cover: who(view, 'Karim'),
      reachability: 'Op schooldagen van 8.00 tot 16.30 uur',
    },
    answer('Ewa', 'agreed'),
    answer('Bart', 'agreedWithRemark', 'Ook mijn weekend telt.'),
    answer('Milan', 'agreed'),
    answer('Karim', 'agreed'),
  ];
}

function endConference(view: CaseView, today: CivilDate): readonly PlanCommand[] {
  const conference = view.conferences[0]!.id;
  const hearing = { type: 'recordHearing', meeting: conference, on: meetingDay(today), spokeForToo: '' } as const;
  return [
    {
      ...hearing,
      child: who(view, 'Milan'),
      outcome: 'heard',
      how: 'Milan zei: “Ik wil een plek waar het stil is.” Hij tekende hoe die eruitziet.',
      answer: 'Die plek komt er. Je kiest zelf waar.',
      spokeFor: null,
    },
    {
      ...hearing,
      child: who(view, 'Zosia'),
      outcome: 'couldNot',
      how: 'Zosia is nog klein. We keken samen naar plaatjes van thuis en van de opvang.',
      answer: '',
      spokeFor: who(view, 'Ewa'),
    },
    set(conference, 'stepsDone', ['welcome', 'why', 'interpret', 'decide', 'act', 'roles', 'agree', 'next']),
    set(conference, 'nextEvaluation', today),
    { type: 'endConference', conference },
  ];
}
