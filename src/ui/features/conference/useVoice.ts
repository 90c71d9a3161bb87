import type { Via } from '../../../core/plan/planCommand.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';

interface Voice {
  readonly via: Via;
  readonly recordedBy: EntityId | null;
}

/** Whose voice it is: my own on this device, or someone else's, written down by me. The one never looks like the other. */
export function useVoice(): (person: EntityId | null, how?: 'spoken' | 'paper') => Voice {
  const { me } = useCaseView();
  return (person, how = 'spoken') =>
    person !== null && person === me?.id ? { via: 'own', recordedBy: null } : { via: how, recordedBy: me?.id ?? null };
}
