import type { ComponentType } from 'react';
import type { CaseView, Person } from '../../../core/plan/caseView.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { ChildForm } from './ChildForm.tsx';
import type { FormProps } from './formProps.ts';
import { FullPlanSheet } from './FullPlanSheet.tsx';
import { OnePageSheet } from './OnePageSheet.tsx';
import { ParentsForm } from './ParentsForm.tsx';
import { TeacherForm } from './TeacherForm.tsx';

interface PlanSheet {
  readonly title: MessageKey;
  readonly about: MessageKey;
  readonly Sheet: ComponentType;
}
interface FormSheet {
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

/** What can be put on paper, by its word in the address. */
export const sheets = {
  onepage: { title: 'print.onepage.title', about: 'print.onepage.about', Sheet: OnePageSheet },
  full: { title: 'print.full.title', about: 'print.full.about', Sheet: FullPlanSheet },
  answers: {
    title: 'print.answers.title',
    about: 'print.answerForm.about',
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
    Form: ChildForm,
    forWhom: { label: 'print.forWhichChild', people: ({ children }) => children, first: ({ children }) => children.slice(0, 1) },
  },
  parents: {
    title: 'print.parents.title',
    about: 'print.parents.about',
    Form: ParentsForm,
    forWhom: { label: 'print.forWhom', people: ({ caregivers }) => caregivers, first: ({ caregivers }) => caregivers },
  },
  teacher: {
    title: 'print.teacher.title',
    about: 'print.teacher.about',
    Form: TeacherForm,
    forWhom: { label: 'print.aboutWhichChild', people: ({ children }) => children, first: ({ children }) => children.slice(0, 1) },
  },
} as const satisfies Readonly<Record<string, PlanSheet | FormSheet>>;

export type SheetId = keyof typeof sheets;
export const SHEETS = Object.keys(sheets) as readonly SheetId[];
