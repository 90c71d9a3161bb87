import { choice, date, flag, note, order, ref, refs, text } from '../../document/schema.ts';
import { via } from './choices.ts';

/** Who it is about and who stands around them, with what was settled about them. */
export const peopleSchema = {
  family: {
    single: true,
    fields: {
      name: text(80),
      phase: choice('intake', 'preparation', 'conference', 'carryingOut', 'evaluation', 'closure'),
      familyToldBy: ref('person'),
      familyToldOn: date,
      familyDecision: choice('joins', 'joinsPartly', 'doesNotJoin', 'thinking'),
      familyDecisionNote: text(500),
      existingPlan: choice('unknown', 'no', 'yes'),
      existingPlanWhere: text(200),
      basicCare: choice('noConcern', 'concern', 'unknown'),
      questionFamily: text(1000),
      questionFamilyBy: ref('person'),
      questionPupil: text(1000),
      questionPupilHow: choice('self', 'form', 'throughSomeone'),
      questionSchool: text(1000),
      preferredCoordinator: ref('person'),
      analysis: note,
      leaveBehind: text(1000),
      /** Why there is a document of kind `team`: the family is told that it exists. */
      teamReason: text(500),
    },
  },
  person: {
    required: ['name', 'part'],
    fields: {
      name: text(80),
      part: choice('child', 'caregiver', 'network', 'professional'),
      /** Moeder, oma, buurman; for professionals the discipline says it. */
      relation: text(60),
      discipline: choice(
        'internalCoordinator',
        'teacher',
        'districtTeam',
        'youthHealthCare',
        'behaviourExpert',
        'schoolAttendanceOfficer',
        'schoolConsortium',
        'psychologist',
        'interpreter',
        'other',
      ),
      organisation: text(120),
      birthDate: date,
      school: text(120),
      schoolGroup: text(40),
      /** From the school's export, sealed like everything else; only for matching a later export. */
      edexmlKey: text(80),
      brin: text(10),
      language: text(40),
      needsInterpreter: flag,
      interpreter: text(120),
      phone: text(30),
      reachability: text(300),
      /** What someone from the family's network can do for it. */
      helpsWith: text(300),
      household: ref('household'),
      /** The circle's member, once this person has a device of their own. */
      member: text(40),
      until: date,
      invited: flag,
      order,
    },
  },
  household: { required: ['name'], fields: { name: text(80), arrangement: text(300), order } },
  /** Per caregiver *and* child; id derived from both, so two people recording it meet in the same cells. */
  authority: {
    fields: {
      caregiver: ref('person'),
      child: ref('person'),
      holds: choice('unknown', 'yes', 'no'),
      source: choice('register', 'document', 'told', 'none'),
      checkedOn: date,
    },
  },
  sharing: {
    required: ['what', 'withWhom', 'purpose'],
    fields: {
      what: text(500),
      withWhom: ref('person'),
      purpose: text(300),
      legalBasis: choice('consent', 'legalObligation', 'publicTask', 'vitalInterest'),
      decidedBy: refs('person'),
      decidedOn: date,
      how: via,
      withdrawnOn: date,
      withdrawnBy: ref('person'),
    },
  },
} as const;
