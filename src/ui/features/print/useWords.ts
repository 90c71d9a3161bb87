import { useLingui } from '@lingui/react';
import type { Action, Answer, CaseView, Goal } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { formatDay, formatDayLong, formatTime } from '../../components/formatDate.ts';
import { familyFirst, hatOf } from '../../components/people.ts';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import type { nextConference } from './meetings.ts';

type How = NonNullable<Answer['via']>;

export interface Words {
  /** "Ewa, moeder": a name with the hat that this person wears. */
  readonly personWithHat: (id: EntityId | null) => string;
  /** "Milan, Ewa en Juf Lotte": the family first; "nog niemand" when nobody does it. */
  readonly doers: (action: Action) => string;
  /** "voor 1 oktober 2026" or "vanaf 28 september 2026"; '' when no day was agreed. */
  readonly when: (action: Action) => string;
  /** For little room: "gedaan", "niet gelukt", or else when. */
  readonly state: (action: Action) => string;
  /** "donderdag 26 november 2026, 14.00 uur, op school". */
  readonly appointment: (appointment: NonNullable<ReturnType<typeof nextConference>>) => string;
  /** How something was said, and who wrote it down: that never looks like the person's own. */
  readonly how: (said: { readonly via: How | null; readonly recordedBy: EntityId | null }) => string;
}

/** Words that every paper says in the same way. */
export function useWords(): Words {
  const t = useTexts();
  const terms = useTerms();
  const language = useLingui().i18n.locale;
  const { nameOf } = useNames();
  const { people } = useCaseView();
  const when: Words['when'] = ({ dueNow, startsOn }) =>
    dueNow
      ? t('print.before', { day: formatDay(dueNow, language) })
      : startsOn
        ? t('print.from', { day: formatDay(startsOn, language) })
        : '';
  return {
    doers: ({ who }) =>
      formatList(
        familyFirst(people.filter(({ id }) => who.includes(id))).map(({ name }) => name),
        language,
      ) || t('print.actions.nobody'),
    when,
    state: (action) => {
      if (action.status === 'done') return t('print.done');
      return action.status === 'notDone' && !action.reports.at(-1)?.newDate ? t('print.notDone') : when(action);
    },
    personWithHat: (id) => {
      const person = people.find((other) => other.id === id);
      return person ? `${person.name}, ${lowerFirst(hatOf(terms, person))}` : nameOf(id);
    },
    appointment: ({ day, at, place }) => [formatDayLong(day, language), at && formatTime(at, language), place].filter(Boolean).join(', '),
    how: ({ via, recordedBy }) =>
      [via && terms.term('answer', 'via', via), recordedBy && t('print.recordedBy', { name: nameOf(recordedBy) })]
        .filter(Boolean)
        .join(', '),
  };
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** The family's answers first, as everywhere. */
export const answersOf = ({ answers, people }: CaseView): CaseView['answers'] => {
  const order = familyFirst(people).map(({ id }) => id);
  return answers.toSorted((a, b) => order.indexOf(a.by!) - order.indexOf(b.by!));
};

/** Goals that are being worked on; their place in this list is their number on paper. */
export const activeGoals = ({ goals }: CaseView): CaseView['goals'] =>
  goals.filter(({ state }) => state !== 'reached' && state !== 'dropped');

/** "Ewa, Bart en Karim". */
export const formatList = (words: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(words);

/** The numbers on paper of the goals that this goal helps. */
export const helpedGoals = ({ reinforces }: Goal, active: CaseView['goals']): readonly number[] =>
  active.flatMap(({ id }, index) => (reinforces.includes(id) ? [index + 1] : []));
