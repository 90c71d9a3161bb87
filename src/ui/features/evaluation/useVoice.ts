import type { Via } from '../../../core/plan/planCommand.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { nameOf } from '../../components/people.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';

interface Voice {
  readonly via: Via;
  readonly recordedBy: EntityId | null;
}

/** How someone's words come in: my own are mine, everyone else's were said or on paper, and I wrote them down. */
export function useVoice(by: EntityId): (how?: Via | null) => Voice {
  const { me } = useCaseView();
  return (how = null) =>
    by === me?.id ? { via: 'own', recordedBy: null } : { via: how === 'paper' ? 'paper' : 'spoken', recordedBy: me?.id ?? null };
}

/** "gezegd aan tafel, opgeschreven door Sanne": never to be taken for the person's own writing. */
export function useVoiceText(): (voice: { readonly via: Via | null; readonly recordedBy: EntityId | null }) => string {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  return ({ via, recordedBy }) => {
    const how = term('attainment', 'via', via ?? 'spoken');
    return recordedBy ? t('evaluation.recordedBy', { how, name: nameOf(view, recordedBy) || t('shell.conflict.someone') }) : how;
  };
}
