import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { AutosaveChoice, AutosaveChoices, AutosaveFlag, AutosavePeople } from '../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../components/fields/AutosaveText.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { UnlessFamilyWords } from '../../components/heard/UnlessFamilyWords.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { useChange } from '../../components/useChange.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';

interface GoalDialogProps {
  /** null: a new one. */
  readonly goal: EntityId | null;
  readonly onClose: () => void;
}

/** A goal: first its words, then what belongs to it; every field saves itself. */
export const GoalDialog = ({ goal, onClose }: GoalDialogProps) => {
  const t = useTexts();
  const [made, setMade] = useState(goal);
  return (
    <Dialog
      title={t(goal ? 'case.goals.edit' : 'case.goals.add')}
      isOpen
      onClose={onClose}
      actions={made && <Button onPress={onClose}>{t('case.goals.ready')}</Button>}
    >
      {made ? <GoalFields id={made} onRemoved={onClose} /> : <NewGoal onMade={setMade} />}
    </Dialog>
  );
};

const NewGoal = ({ onMade }: { readonly onMade: (id: EntityId) => void }) => {
  const t = useTexts();
  const { run, errorText } = useChange();
  const [statement, setStatement] = useState('');
  const [isTried, setIsTried] = useState(false);
  const add = async () => {
    setIsTried(true);
    const added = statement.trim() ? await run({ type: 'add', kind: 'goal', fields: { statement, state: 'active' } }) : null;
    if (added?.[0]) onMade(added[0]);
  };
  return (
    <>
      <TextField
        label={t('case.goals.statement')}
        hint={t('case.goals.statement.hint')}
        value={statement}
        onChange={setStatement}
        onSubmit={() => void add()}
        isRequired
        autoFocus
        error={isTried && statement.trim() === '' ? t('case.goals.statement.missing') : errorText}
      />
      <Row>
        <Button onPress={() => void add()}>{t('case.goals.next')}</Button>
      </Row>
    </>
  );
};

const GoalFields = ({ id, onRemoved }: { readonly id: EntityId; readonly onRemoved: () => void }) => {
  const t = useTexts();
  const { options } = useTerms();
  const { run } = useChange();
  const { goals, people, children } = useCaseView();
  const at = goals.findIndex((candidate) => candidate.id === id);
  const goal = goals[at];
  if (!goal) return null;
  const others = goals.filter((other) => other.id !== id);
  const move = (to: number) => {
    void run({ type: 'move', entity: id, after: others[to - 1]?.id, before: others[to]?.id });
  };
  const field = <F extends keyof typeof goal & string>(name: F) => ({ entity: id, field: name, value: goal[name] });
  return (
    <>
      <UnlessFamilyWords goal={goal}>
        <AutosaveText label={t('case.goals.statement')} {...field('statement')} />
        <AutosaveChoice
          label={t('case.goals.wordsOf.label')}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
          {...field('wordsOf')}
        />
      </UnlessFamilyWords>
      <AutosaveFlag label={t('case.goals.wholeFamily')} {...field('wholeFamily')} />
      {!goal.wholeFamily && <AutosavePeople label={t('case.goals.about.label')} people={children} {...field('about')} />}
      <AutosaveChoices label={t('case.goals.supports')} options={options('goal', 'supports')} {...field('supports')} />
      <AutosaveChoice label={t('case.goals.domain')} options={options('goal', 'domain')} {...field('domain')} />
      <AutosaveChoice label={t('case.goals.kind')} options={options('goal', 'kind')} {...field('kind')} />
      <AutosaveText label={t('case.goals.levelMinus2')} {...field('levelMinus2')} />
      <AutosaveText label={t('case.goals.level0')} {...field('level0')} />
      <details>
        <summary>{t('case.goals.moreLevels')}</summary>
        <Stack gap={3}>
          <p>{t('case.goals.moreLevels.hint')}</p>
          <AutosaveText label={t('case.goals.levelMinus3')} {...field('levelMinus3')} />
          <AutosaveText label={t('case.goals.levelMinus1')} {...field('levelMinus1')} />
          <AutosaveText label={t('case.goals.levelPlus1')} {...field('levelPlus1')} />
          <AutosaveText label={t('case.goals.levelPlus2')} {...field('levelPlus2')} />
        </Stack>
      </details>
      <AutosaveText label={t('case.goals.doesHome')} {...field('doesHome')} />
      <AutosaveText label={t('case.goals.doesSchool')} {...field('doesSchool')} />
      <AutosaveText label={t('case.goals.doesLeisure')} {...field('doesLeisure')} />
      {others.length > 0 && (
        <AutosaveChoices
          label={t('case.goals.reinforces.label')}
          options={others.map((other) => ({ value: other.id, label: other.statement }))}
          {...field('reinforces')}
        />
      )}
      <Row>
        {at > 0 && (
          <Button variant="quiet" icon={ArrowUp} onPress={() => move(at - 1)}>
            {t('case.goals.up')}
          </Button>
        )}
        {at < goals.length - 1 && (
          <Button variant="quiet" icon={ArrowDown} onPress={() => move(at + 1)}>
            {t('case.goals.down')}
          </Button>
        )}
        <Button
          variant="danger"
          icon={Trash2}
          onPress={() => void run({ type: 'remove', entity: id }).then((removed) => removed && onRemoved())}
        >
          {t('case.goals.remove')}
        </Button>
      </Row>
    </>
  );
};
