import type { CoordinatorTurn } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Row, Stack } from '../../../components/Layout.tsx';
import { nameOf } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { useVoice } from '../useVoice.ts';

/** Someone was asked: it counts when they say yes out loud. */
export const ProposedCoordinator = ({ turn }: { readonly turn: CoordinatorTurn }) => {
  const t = useTexts();
  const view = useCaseView();
  const voiceOf = useVoice();
  const { run, errorText } = useChange();
  const name = nameOf(view, turn.person);
  const isMe = turn.person === view.me?.id;
  const { cover, reachability } = turn;
  return (
    <Stack gap={3}>
      <h3 translate="no">{t('conference.roles.proposed', { name })}</h3>
      <p>{t(isMe ? 'conference.roles.askMe' : 'conference.roles.askOther', { name })}</p>
      {errorText && <p role="alert">{errorText}</p>}
      <Row>
        <Button onPress={() => void run({ type: 'acceptCoordinator', turn: turn.id, ...voiceOf(turn.person), cover, reachability })}>
          {t(isMe ? 'conference.roles.acceptMe' : 'conference.roles.acceptOther', { name })}
        </Button>
        <Button variant="quiet" onPress={() => void run({ type: 'declineCoordinator', turn: turn.id })}>
          {t(isMe ? 'conference.roles.declineMe' : 'conference.roles.declineOther', { name })}
        </Button>
      </Row>
    </Stack>
  );
};
