import { useState } from 'react';
import type { Person } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { EditedProvider, useCaseView, useOpenCase } from '../../../components/applicationContext.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { conferenceOf, mustSayOf } from './mustSayOf.ts';
import { createPointSlot } from './pointSlot.ts';

const SLOTS = 3;

interface MustSayFieldsProps {
  readonly me: Person;
  readonly by: EntityId;
  readonly meeting: EntityId;
}

/** Three lines for what must be said; more when there are more. They are the points that are ticked at the table. */
export const MustSayFields = ({ me, by, meeting }: MustSayFieldsProps) => {
  const view = useCaseView();
  const [lines] = useState(() => {
    const written = mustSayOf(view, me, by, meeting).map(({ id }) => id);
    return Array.from({ length: Math.max(SLOTS, written.length) }, (_, at) => written[at] ?? null);
  });
  return lines.map((first, at) => <Line key={first ?? at} number={at + 1} first={first} by={by} conference={conferenceOf(meeting)} />);
};

interface LineProps {
  readonly number: number;
  readonly first: EntityId | null;
  readonly by: EntityId;
  readonly conference: EntityId | null;
}

const Line = ({ number, first, by, conference }: LineProps) => {
  const t = useTexts();
  const openCase = useOpenCase();
  const { points } = useCaseView();
  const [slot] = useState(() => createPointSlot(openCase, first, { kind: 'mustSay', saidBy: by, conference }));
  return (
    <EditedProvider edited={slot.edited}>
      <AutosaveText
        label={t('prepare.mustSay.line', { number })}
        entity={`point.line.${number}` as EntityId}
        field="text"
        value={points.find(({ id }) => id === slot.point())?.text ?? ''}
      />
    </EditedProvider>
  );
};
