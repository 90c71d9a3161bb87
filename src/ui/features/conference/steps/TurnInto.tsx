import { ListChecks, Target } from 'lucide-react';
import { useState } from 'react';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { Button } from '../../../components/Button.tsx';
import type { Domain } from '../../../components/domainIcons.ts';
import { Row } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';

interface TurnIntoProps {
  /** A parked point moves on; a strength or a concern stays where it is. */
  readonly source: EntityId | null;
  readonly text: string;
  readonly domain: Domain | null;
  readonly saidBy: EntityId | null;
  readonly conference: EntityId;
}

/** What was noted becomes an action or a goal, without typing it again. */
export const TurnInto = (note: TurnIntoProps) => {
  const t = useTexts();
  const { run, isRunning, errorText } = useChange();
  const [became, setBecame] = useState<'action' | 'goal' | null>(null);
  async function turn(into: 'action' | 'goal'): Promise<void> {
    if (await run({ type: 'turnInto', ...note, into })) setBecame(into);
  }
  return (
    <div>
      <Row gap={2}>
        <Button variant="quiet" icon={ListChecks} isDisabled={isRunning} onPress={() => void turn('action')}>
          {t('conference.becomesAction')}
        </Button>
        <Button variant="quiet" icon={Target} isDisabled={isRunning} onPress={() => void turn('goal')}>
          {t('conference.becomesGoal')}
        </Button>
      </Row>
      <p role="status">{became && t(became === 'action' ? 'conference.becameAction' : 'conference.becameGoal')}</p>
      {errorText && <p role="alert">{errorText}</p>}
    </div>
  );
};
