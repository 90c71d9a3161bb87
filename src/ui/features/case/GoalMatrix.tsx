import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Goal } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { DomainChip } from '../../components/DomainChip.tsx';
import { EmptyCell } from '../../components/EmptyCell.tsx';
import { ErasedNote } from '../../components/ErasedNote.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { PupilVoices } from '../../components/heard/PupilVoices.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { ActionDialog } from './ActionDialog.tsx';
import styles from './case.module.css';
import { TwoAnswers } from './conflicts/TwoAnswers.tsx';
import { GoalDialog } from './GoalDialog.tsx';
import { Section } from './Section.tsx';

type Domain = 'home' | 'school' | 'leisure';
const DOMAINS: readonly Domain[] = ['home', 'school', 'leisure'];
const DOES = { home: 'doesHome', school: 'doesSchool', leisure: 'doesLeisure' } as const;

/** Goals against home, school and leisure: who does what where. Empty cells are shown, because they invite. */
export const GoalMatrix = () => {
  const t = useTexts();
  const { goals } = useCaseView();
  const [adding, setAdding] = useState<{ readonly goal: EntityId; readonly domain: Domain } | null>(null);
  const [editing, setEditing] = useState<Goal['id'] | 'new' | null>(null);
  return (
    <Section
      id="goals"
      title={t('case.page.goals')}
      actions={
        <Button variant="quiet" icon={Plus} onPress={() => setEditing('new')}>
          {t('case.goals.add')}
        </Button>
      }
    >
      {goals.length === 0 ? (
        <EmptyCell onPress={() => setEditing('new')}>{t('case.goals.empty')}</EmptyCell>
      ) : (
        <ol className={styles['matrix']}>
          {goals.map((goal, index) => (
            <li key={goal.id} className={styles['goal']}>
              <GoalHead goal={goal} number={index + 1} onEdit={() => setEditing(goal.id)} />
              {DOMAINS.map((domain) => (
                <GoalCell key={domain} goal={goal} domain={domain} onAdd={() => setAdding({ goal: goal.id, domain })} />
              ))}
            </li>
          ))}
        </ol>
      )}
      {adding && <ActionDialog goal={adding.goal} domain={adding.domain} onClose={() => setAdding(null)} />}
      {editing && <GoalDialog goal={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </Section>
  );
};

const GoalHead = ({ goal, number, onEdit }: { readonly goal: Goal; readonly number: number; readonly onEdit: () => void }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { nameOf, namesOf } = useNames();
  const { goals } = useCaseView();
  const facts = [
    goal.wordsOf && t('case.goals.wordsOf', { name: nameOf(goal.wordsOf) }),
    goal.wholeFamily ? t('case.goals.wholeFamily') : goal.about.length > 0 && t('case.goals.about', { names: namesOf(goal.about) }),
    goal.levelMinus2 && t('case.goals.now', { text: goal.levelMinus2 }),
    goal.level0 && t('case.goals.enough', { text: goal.level0 }),
    goal.reinforces.length > 0 &&
      t('case.goals.reinforces', { numbers: goal.reinforces.map((id) => goals.findIndex((other) => other.id === id) + 1).join(', ') }),
  ].filter(Boolean);
  return (
    <div className={styles['goalHead']}>
      <h3>
        {number}. {goal.statement}
      </h3>
      <TwoAnswers entity={goal} except={Object.values(DOES)} />
      <ErasedNote entity={goal.id} field="statement" value={goal.statement} />
      {(goal.kind || (goal.state && goal.state !== 'active')) && (
        <p className={styles['chips']}>
          {goal.kind && <Chip tone="plain">{term('goal', 'kind', goal.kind)}</Chip>}
          {goal.state && goal.state !== 'active' && <Chip tone="done">{term('goal', 'state', goal.state)}</Chip>}
        </p>
      )}
      {facts.map((fact) => (
        <p key={String(fact)} className={styles['detail']}>
          {fact}
        </p>
      ))}
      <PupilVoices goal={goal} />
      <Button variant="plain" onPress={onEdit} aria-label={t('case.goals.editThis', { goal: goal.statement })}>
        {t('case.goals.edit')}
      </Button>
    </div>
  );
};

const GoalCell = ({ goal, domain, onAdd }: { readonly goal: Goal; readonly domain: Domain; readonly onAdd: () => void }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { namesOf } = useNames();
  const { actions } = useCaseView();
  const here = actions.filter((action) => action.goals.includes(goal.id) && action.domain === domain);
  const does = goal[DOES[domain]];
  return (
    <div className={styles['cell']}>
      <DomainChip domain={domain} wide />
      {does && <p>{does}</p>}
      <TwoAnswers entity={goal} fields={[DOES[domain]]} />
      <ErasedNote entity={goal.id} field={DOES[domain]} value={does} />
      {here.map((action) => (
        <div key={action.id}>
          <strong>{namesOf(action.who) || t('case.actions.nobody')}</strong>
          <p>{action.what}</p>
          {action.dueNow && <p className={styles['detail']}>{formatDay(action.dueNow)}</p>}
          <TwoAnswers entity={action} />
        </div>
      ))}
      {here.length === 0 && !does && (
        <EmptyCell onPress={onAdd}>{t('case.goals.nothing', { domain: term('goal', 'domain', domain).toLowerCase() })}</EmptyCell>
      )}
      {(here.length > 0 || does) && (
        <Button
          variant="plain"
          icon={Plus}
          onPress={onAdd}
          aria-label={t('case.goals.addActionAt', { domain: term('goal', 'domain', domain).toLowerCase() })}
        >
          {t('case.goals.addAction')}
        </Button>
      )}
    </div>
  );
};
