import { useEffect, useRef } from 'react';
import { type Reading, readingFor } from '../../../core/consent/youngReader.ts';
import type { Person } from '../../../core/plan/caseView.ts';
import { keepReading, useReadingKept } from '../../components/choicesKept.ts';
import { useToday } from '../../components/useToday.ts';
import { ChildPlanScreen } from './child/ChildPlanScreen.tsx';
import { MyPlanScreen } from './MyPlanScreen.tsx';

/** A child gets a few cards with pictures, everybody else the plan as a family sees it. A young reader can change that here. */
export const FamilyPlanScreen = ({ me }: { readonly me: Person }) => {
  const { chosen, hadSimple } = useReadingKept();
  const { reading, byAge, hasGrown } = readingFor(me, useToday(), { chosen, hadSimple });
  // Remembered, so that whoever turns twelve is told why the page looks otherwise.
  useEffect(() => {
    if (byAge === 'simple' && !hadSimple) keepReading({ chosen, hadSimple: true });
  }, [byAge, chosen, hadSimple]);
  useFocusOnHeading(reading);

  const choose = (next: Reading) => keepReading({ chosen: next === byAge ? null : next, hadSimple: byAge === 'simple' });
  return reading === 'simple' ? (
    <ChildPlanScreen me={me} onWhole={() => choose('whole')} />
  ) : (
    <MyPlanScreen
      {...(me.part === 'child' ? { onSimple: () => choose('simple') } : {})}
      {...(hasGrown ? { onGrownSeen: () => keepReading({ chosen, hadSimple: false }) } : {})}
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
