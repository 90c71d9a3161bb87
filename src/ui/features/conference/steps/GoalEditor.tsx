import { Trash2 } from 'lucide-react';
import type { Goal } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { AutosaveChoice, AutosaveChoices, AutosaveFlag, AutosavePeople } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { UnlessFamilyWords } from '../../../components/heard/UnlessFamilyWords.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { personOptions } from '../../../components/people.ts';
import { levelText } from '../../../components/planWords.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';

/** Everything of one goal; what is needed most comes first. Each field saves itself. */
export const GoalEditor = ({ goal }: { readonly goal: Goal }) => {
  const t = useTexts();
  const { options } = useTerms();
  const { people, children, goals } = useCaseView();
  const { run, errorText } = useChange();
  const cell = <F extends keyof Goal & string>(field: F) => ({ entity: goal.id, field, value: goal[field] });
  const others = goals.filter(({ id }) => id !== goal.id).map(({ id, statement }) => ({ value: id, label: statement }));

  return (
    <Stack gap={5}>
      <Stack>
        <UnlessFamilyWords goal={goal}>
          <AutosaveText label={t('conference.goal.statement')} multiline rows={2} {...cell('statement')} />
          <AutosaveChoice label={t('conference.goal.wordsOf')} appearance="select" options={personOptions(people)} {...cell('wordsOf')} />
        </UnlessFamilyWords>
        <AutosaveFlag label={t('conference.goal.wholeFamily')} {...cell('wholeFamily')} />
        {!goal.wholeFamily && <AutosavePeople label={t('conference.goal.about')} people={children} {...cell('about')} />}
        <AutosaveChoices
          label={t('conference.goal.supports')}
          hint={t('conference.goal.supportsHint')}
          options={options('goal', 'supports')}
          {...cell('supports')}
        />
        <AutosaveChoice label={t('conference.goal.domain')} options={options('goal', 'domain')} {...cell('domain')} />
        <AutosaveChoice label={t('conference.goal.kind')} options={options('goal', 'kind')} {...cell('kind')} />
      </Stack>
      <GoalLevels goal={goal} />
      <section aria-label={t('conference.goal.does')}>
        <Stack gap={3}>
          <h3>{t('conference.goal.does')}</h3>
          <div className={styles['domains']}>
            <div className={`${styles['domain']} ${styles['home']}`}>
              <AutosaveText label={t('conference.goal.doesHome')} multiline rows={2} {...cell('doesHome')} />
            </div>
            <div className={`${styles['domain']} ${styles['school']}`}>
              <AutosaveText label={t('conference.goal.doesSchool')} multiline rows={2} {...cell('doesSchool')} />
            </div>
            <div className={`${styles['domain']} ${styles['leisure']}`}>
              <AutosaveText label={t('conference.goal.doesLeisure')} multiline rows={2} {...cell('doesLeisure')} />
            </div>
          </div>
        </Stack>
      </section>
      {others.length > 0 && <AutosaveChoices label={t('conference.goal.reinforces')} options={others} {...cell('reinforces')} />}
      {errorText && <p role="alert">{errorText}</p>}
      <div>
        <Button variant="plain" icon={Trash2} onPress={() => void run({ type: 'remove', entity: goal.id })}>
          {t('conference.decide.remove')}
        </Button>
      </div>
    </Stack>
  );
};

const OTHER_LEVELS = [
  { field: 'levelMinus3', level: -3 },
  { field: 'levelMinus1', level: -1 },
  { field: 'levelPlus1', level: 1 },
  { field: 'levelPlus2', level: 2 },
] as const;

/** How it is now and what is good enough; the other steps only for who wants them, the usual words stand there already. */
const GoalLevels = ({ goal }: { readonly goal: Goal }) => {
  const t = useTexts();
  const cell = <F extends keyof Goal & string>(field: F) => ({ entity: goal.id, field, value: goal[field] });
  return (
    <section aria-label={t('conference.goal.levels')}>
      <Stack gap={3}>
        <h3>{t('conference.goal.levels')}</h3>
        <div className={styles['pair']}>
          <AutosaveText
            label={t('conference.goal.levelMinus2')}
            hint={t('conference.goal.levelMinus2Hint')}
            multiline
            rows={2}
            {...cell('levelMinus2')}
          />
          <AutosaveText label={t('conference.goal.level0')} hint={t('conference.goal.level0Hint')} multiline rows={2} {...cell('level0')} />
        </div>
        <details className={styles['details']}>
          <summary>{t('conference.goal.otherLevels')}</summary>
          <Stack gap={3}>
            <p>{t('conference.goal.otherLevelsExplain')}</p>
            <div className={styles['pair']}>
              {OTHER_LEVELS.map(({ field, level }) => (
                <AutosaveText key={field} label={capital(levelText(t, level))} placeholder={levelText(t, level)} {...cell(field)} />
              ))}
            </div>
          </Stack>
        </details>
      </Stack>
    </section>
  );
};

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
