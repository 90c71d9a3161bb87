import { useEffect, useRef, useState } from 'react';
import { type Reading, type ReadingKept, readingFor } from '../../../core/consent/youngReader.ts';
import type { Person } from '../../../core/plan/caseView.ts';
import { keepReading, readingKept } from '../../components/readingKept.ts';
import { useToday } from '../../components/useToday.ts';
import { ChildPlanScreen } from './child/ChildPlanScreen.tsx';
import { MyPlanScreen } from './MyPlanScreen.tsx';

/** A child gets a few cards with pictures, everybody else the plan as a family sees it. A young reader can change that here. */
export const FamilyPlanScreen = ({ me }: { readonly me: Person }) => {
  const [kept, setKept] = useState(readingKept);
  const { reading, byAge, hasGrown } = readingFor(me, useToday(), kept);

  function keep(next: ReadingKept): void {
    keepReading(next);
    setKept(next);
  }
  // Remembered, so that whoever turns twelve is told why the page looks otherwise.
  useEffect(() => {
    if (byAge === 'simple' && !kept.hadSimple) keep({ ...kept, hadSimple: true });
  }, [byAge, kept]);
  useFocusOnHeading(reading);

  const choose = (next: Reading) => keep({ chosen: next === byAge ? null : next, hadSimple: byAge === 'simple' });
  return reading === 'simple' ? (
    <ChildPlanScreen me={me} onWhole={() => choose('whole')} />
  ) : (
    <MyPlanScreen
      {...(me.part === 'child' ? { onSimple: () => choose('simple') } : {})}
      {...(hasGrown ? { onGrownSeen: () => keep({ ...kept, hadSimple: false }) } : {})}
    />
  );
};

/** The button that was pressed is gone: whoever listens begins at the top of the other page. */
function useFocusOnHeading(reading: Reading): void {
  const before = useRef(reading);
  useEffect(() => {
    if (before.current === reading) return;
    before.current = reading;
    document.querySelector<HTMLElement>('main h1')?.focus();
  }, [reading]);
}
