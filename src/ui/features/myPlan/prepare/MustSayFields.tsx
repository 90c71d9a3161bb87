import { useState } from 'react';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { EditedProvider } from '../../../components/applicationContext.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import { createPointSlot } from './pointSlot.ts';
import type { Preparing } from './usePreparing.ts';

const SLOTS = 3;

/** Three lines for what must be said; more when there are more. They are the points that are ticked at the table. */
export const MustSayFields = ({ preparing }: { readonly preparing: Preparing }) => {
  const [lines] = useState(() => {
    const written = preparing.prepared.points.map(({ id }) => id);
    return Array.from({ length: Math.max(SLOTS, written.length) }, (_, at) => written[at] ?? null);
  });
  return lines.map((first, at) => <Line key={first ?? at} number={at + 1} first={first} preparing={preparing} />);
};

interface LineProps {
  readonly number: number;
  readonly first: EntityId | null;
  readonly preparing: Preparing;
}

const Line = ({ number, first, preparing }: LineProps) => {
  const t = useTexts();
  const { points } = preparing.prepared;
  const [slot] = useState(() => createPointSlot(preparing, first));
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
