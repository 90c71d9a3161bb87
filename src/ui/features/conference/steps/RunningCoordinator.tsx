import { useState } from 'react';
import type { CoordinatorTurn } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { TextField } from '../../../components/fields/TextField.tsx';
import { formatMoment } from '../../../components/formatDate.ts';
import { Row, Stack } from '../../../components/Layout.tsx';
import { nameOf, personOptions } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';

interface RunningCoordinatorProps {
  readonly turn: CoordinatorTurn;
  readonly canHandOver: boolean;
}

/** Who said yes, who stands in and how to reach them. */
export const RunningCoordinator = ({ turn, canHandOver }: RunningCoordinatorProps) => {
  const t = useTexts();
  const view = useCaseView();
  const { term } = useTerms();
  const [isHandingOver, setHandingOver] = useState(false);
  const others = view.people.filter(({ id, part }) => id !== turn.person && part !== 'child');
  const said = {
    at: formatMoment(turn.acceptedAt ?? 0),
    via: term('coordinatorTurn', 'acceptedVia', turn.acceptedVia ?? 'spoken'),
    name: nameOf(view, turn.acceptedRecordedBy),
  };
  return (
    <Stack>
      <div>
        <h3 translate="no">
          {t('conference.roles.is', { name: nameOf(view, turn.person) })} <Chip tone="done">{t('conference.roles.accepted')}</Chip>
        </h3>
        <p className={styles['soft']}>
          {t(turn.acceptedRecordedBy ? 'conference.roles.acceptedRecorded' : 'conference.roles.acceptedOn', said)}
        </p>
      </div>
      <AutosaveChoice
        label={t('conference.roles.cover')}
        entity={turn.id}
        field="cover"
        value={turn.cover}
        appearance="select"
        options={personOptions(others)}
      />
      <AutosaveText
        label={t('conference.roles.reachability')}
        hint={t('conference.roles.reachabilityHint')}
        entity={turn.id}
        field="reachability"
        value={turn.reachability}
      />
      {canHandOver && !isHandingOver && (
        <div>
          <Button variant="quiet" onPress={() => setHandingOver(true)}>
            {t('conference.roles.handOver')}
          </Button>
        </div>
      )}
      {canHandOver && isHandingOver && <HandOver turn={turn} onStop={() => setHandingOver(false)} />}
    </Stack>
  );
};

/** Ends this turn and asks the next one, who still has to say yes. */
const HandOver = ({ turn, onStop }: { readonly turn: CoordinatorTurn; readonly onStop: () => void }) => {
  const t = useTexts();
  const { people } = useCaseView();
  const { run, errorText } = useChange();
  const [to, setTo] = useState<EntityId | null>(turn.cover);
  const [reason, setReason] = useState('');
  const others = people.filter(({ id, part }) => id !== turn.person && part !== 'child');
  return (
    <Stack as="section">
      <p>{t('conference.roles.handOverExplain')}</p>
      <div className={styles['pair']}>
        <ChoiceField
          label={t('conference.roles.handOverTo')}
          appearance="select"
          emptyLabel={t('conference.roles.handOverNobody')}
          options={personOptions(others)}
          value={to}
          onChange={setTo}
        />
        <TextField label={t('conference.roles.handOverReason')} value={reason} onChange={setReason} isRequired error={errorText} />
      </div>
      <Row>
        <Button onPress={() => void run({ type: 'handOverCoordinator', turn: turn.id, to, reason }).then((done) => done && onStop())}>
          {t('conference.roles.handOver')}
        </Button>
        <Button variant="plain" onPress={onStop}>
          {t('shell.cancel')}
        </Button>
      </Row>
    </Stack>
  );
};
