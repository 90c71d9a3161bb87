import type { ComponentType } from 'react';
import type { CaseView, Person } from '../../../core/plan/caseView.ts';
import type { MessageKey, TextPart } from '../../i18n/catalogue.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { ChildForm } from './ChildForm.tsx';
import type { FormProps } from './formProps.ts';
import { FullPlanSheet } from './FullPlanSheet.tsx';
import { OnePageSheet } from './OnePageSheet.tsx';
import { ParentsForm } from './ParentsForm.tsx';
import { TeacherForm } from './TeacherForm.tsx';

interface PlanSheet {
  readonly speaks: readonly TextPart[];
  readonly title: MessageKey;
  readonly about: MessageKey;
  readonly Sheet: ComponentType;
}
interface FormSheet {
  readonly speaks: readonly TextPart[];
  readonly title: MessageKey;
  readonly about: MessageKey;
  readonly Form: ComponentType<FormProps>;
  readonly forWhom: {
    readonly label: MessageKey;
    readonly people: (view: CaseView) => readonly Person[];
    /** Whose forms are ready when the screen opens. */
    readonly first: (view: CaseView) => readonly Person[];
  };
}

const isAsked = ({ children, caregivers, alarms }: CaseView): readonly Person['id'][] => {
  const missing = alarms.flatMap((alarm) => (alarm.type === 'AnswersMissing' ? alarm.people : []));
  return missing.length > 0 ? missing : [...caregivers, ...children].map(({ id }) => id);
};

/** Papers for families are there in every language; those of professionals in Dutch and English. */
export const FOR_FAMILY: readonly TextPart[] = ['print'];
const FOR_PROFESSIONALS: readonly TextPart[] = ['print', 'fullPrint'];

/** What can be put on paper, by its word in the address. */
export const sheets = {
  onepage: { title: 'print.onepage.title', about: 'print.onepage.about', speaks: FOR_FAMILY, Sheet: OnePageSheet },
  full: { title: 'print.full.title', about: 'print.full.about', speaks: FOR_PROFESSIONALS, Sheet: FullPlanSheet },
  answers: {
    title: 'print.answers.title',
    about: 'print.answerForm.about',
    speaks: FOR_FAMILY,
    Form: AnswerForm,
    forWhom: {
      label: 'print.forWhom',
      people: ({ people }) => people,
      first: (view) => view.people.filter(({ id }) => isAsked(view).includes(id)),
    },
  },
  child: {
    title: 'print.child.title',
    about: 'print.child.about',
    speaks: FOR_FAMILY,
    Form: ChildForm,
    forWhom: { label: 'print.forWhichChild', people: ({ children }) => children, first: ({ children }) => children.slice(0, 1) },
  },
  parents: {
    title: 'print.parents.title',
    about: 'print.parents.about',
    speaks: FOR_FAMILY,
    Form: ParentsForm,
    forWhom: { label: 'print.forWhom', people: ({ caregivers }) => caregivers, first: ({ caregivers }) => caregivers },
  },
  teacher: {
    title: 'print.teacher.title',
    about: 'print.teacher.about',
    speaks: FOR_PROFESSIONALS,
    Form: TeacherForm,
    forWhom: { label: 'print.aboutWhichChild', people: ({ children }) => children, first: ({ children }) => children.slice(0, 1) },
  },
} as const satisfies Readonly<Record<string, PlanSheet | FormSheet>>;

export type SheetId = keyof typeof sheets;
export const SHEETS = Object.keys(sheets) as readonly SheetId[];
