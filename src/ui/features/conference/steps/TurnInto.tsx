import { ListChecks, Target } from 'lucide-react';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { Button } from '../../../components/Button.tsx';
import type { Domain } from '../../../components/domainIcons.ts';
import { Row } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';

export type TurnedInto = 'action' | 'goal';

interface TurnIntoProps {
  /** A parked point moves on; a strength or a concern stays where it is. */
  readonly source: EntityId | null;
  readonly text: string;
  readonly domain: Domain | null;
  readonly saidBy: EntityId | null;
  readonly conference: EntityId;
  /** A point that moved on is gone, so who shows it says what became of it: with `Became`. */
  readonly onBecame: (into: TurnedInto) => void;
}

/** What was noted becomes an action or a goal, without typing it again. */
export const TurnInto = ({ onBecame, ...note }: TurnIntoProps) => {
  const t = useTexts();
  const { run, isRunning, errorText } = useChange();
  async function turn(into: TurnedInto): Promise<void> {
    if (await run({ type: 'turnInto', ...note, into })) onBecame(into);
  }
  const nameFor = (label: string) => `${label}: ${note.text}`;
  return (
    <div>
      <Row gap={2}>
        <Button
          variant="quiet"
          icon={ListChecks}
          isDisabled={isRunning}
          aria-label={nameFor(t('conference.becomesAction'))}
          onPress={() => void turn('action')}
        >
          {t('conference.becomesAction')}
        </Button>
        <Button
          variant="quiet"
          icon={Target}
          isDisabled={isRunning}
          aria-label={nameFor(t('conference.becomesGoal'))}
          onPress={() => void turn('goal')}
        >
          {t('conference.becomesGoal')}
        </Button>
      </Row>
      {errorText && <p role="alert">{errorText}</p>}
    </div>
  );
};

/** Says where the note went. */
export const Became = ({ as }: { readonly as: TurnedInto | null }) => {
  const t = useTexts();
  return <p role="status">{as && t(as === 'action' ? 'conference.becameAction' : 'conference.becameGoal')}</p>;
};
