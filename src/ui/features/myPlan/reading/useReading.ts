import type { CirclePerson, CircleView } from '../../../../application/application.ts';
import type { DocumentKind } from '../../../../core/circle/rosterEntry.ts';
import { mayHold } from '../../../../core/circle/permissions.ts';
import type { MemberId } from '../../../../core/shared/ids.ts';
import { dayOf } from '../../../../core/shared/dayOf.ts';
import { formatDay } from '../../../components/formatDate.ts';
import { useDiscipline } from '../../../components/useDiscipline.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { useWho } from '../useWho.ts';

/** What there is for a family beside the plan; of all else a family's device holds nothing, and this names nothing. */
export const isForFamily = ({ kind }: { readonly kind: DocumentKind }): boolean => kind === 'part' || kind === 'voice';

export interface Reading {
  readonly nameOf: (member: MemberId) => string;
  readonly titleOf: (document: CircleView['documents'][number]) => string;
  /** What somebody is, in plain words. */
  readonly isWhat: (person: CirclePerson) => string;
  /** Who they are, since and until when, and what they read: a sentence each. */
  readonly linesOf: (person: CirclePerson) => readonly string[];
}

export function useReading({ people, documents, jobs }: CircleView): Reading {
  const t = useTexts();
  const who = useWho();
  const discipline = useDiscipline();
  const plan = useCaseView();
  const nameOf = (member: MemberId) => people.find((person) => person.member === member)?.name || t('shell.conflict.someone');

  function titleOf({ kind, title, members }: CircleView['documents'][number]): string {
    if (title) return title;
    const author = kind === 'voice' ? members.find(({ role }) => role === 'lead')?.member : undefined;
    if (!author) return t('reading.document.part');
    const isMine = people.some(({ member, me }) => me && member === author);
    return isMine ? t('reading.document.mine') : t('reading.document.voice', { name: nameOf(author) });
  }

  function readsOf({ member, role, documents: held }: CirclePerson): readonly string[] {
    const others = documents.filter(
      (document) => isForFamily(document) && held.some((one) => one.doc === document.doc && mayHold(one.kind, one.role)),
    );
    return [
      ...(role !== null && mayHold('plan', role) ? [t('reading.plan')] : []),
      ...(role === null ? [t('reading.role.elsewhere')] : []),
      ...(jobs.some((job) => job.type === 'removal' && job.member === member) ? [t('reading.leaving')] : []),
      ...(others.length > 0 ? [t('reading.also', { titles: others.map(titleOf).join(', ') })] : []),
    ];
  }

  return {
    nameOf,
    titleOf,
    isWhat: ({ person, discipline: field, organisation }) => {
      const relation = plan.people.find(({ id }) => id === person)?.relation ?? '';
      return [relation, discipline(field), organisation].filter(Boolean).join(', ');
    },
    linesOf: (person) => [
      ...(person.me ? [t('reading.you', who)] : []),
      ...(person.role === null ? [] : [t(`reading.role.${person.role}`)]),
      ...readsOf(person),
      t('reading.since', { day: formatDay(dayOf(person.since)) }),
      ...(person.until ? [t(person.end === 'past' ? 'reading.untilPast' : 'reading.until', { day: formatDay(person.until) })] : []),
      ...(person.replaced ? [t('reading.replaced')] : []),
    ],
  };
}
