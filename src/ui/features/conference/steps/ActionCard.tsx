import { Trash2 } from 'lucide-react';
import type { Action } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { AutosaveChoice, AutosaveChoices, AutosavePeople } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveDate } from '../../../components/fields/AutosaveDate.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { formatDay } from '../../../components/formatDate.ts';
import { Stack } from '../../../components/Layout.tsx';
import { isFamily, namesOf } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { useConferenceScreen } from '../conferenceScreenStore.ts';
import { ItemButton } from '../ItemButton.tsx';

/** One action: what, who and when. Opened, all of it can be filled in. */
export const ActionCard = ({ action }: { readonly action: Action }) => {
  const t = useTexts();
  const view = useCaseView();
  const { term } = useTerms();
  const isOpen = useConferenceScreen((screen) => screen.openItem === action.id);
  const doers = namesOf(view, action.who);
  const isOfFamily = action.who.some((who) => isFamily(view.people.find(({ id }) => id === who)));
  const facts = [
    doers,
    action.startsOn && t('conference.act.starts', { day: formatDay(action.startsOn) }),
    action.due && t('conference.act.due', { day: formatDay(action.due) }),
    action.domain && term('action', 'domain', action.domain),
    action.where,
  ];
  return (
    <li className={`${styles['said']} ${isOfFamily ? styles['byFamily'] : ''}`}>
      <ItemButton item={action.id}>
        <span>{action.what}</span>
        {!doers && <small className={styles['missing']}>{t('conference.act.nobody')}</small>}
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </ItemButton>
      {isOpen && (
        <div className={styles['saidEditor']}>
          <ActionEditor action={action} />
        </div>
      )}
    </li>
  );
};

/** Family first, then their network, then professionals: the list of people stands in that order. */
const ActionEditor = ({ action }: { readonly action: Action }) => {
  const t = useTexts();
  const { options } = useTerms();
  const { people, goals } = useCaseView();
  const { run, errorText } = useChange();
  const cell = <F extends keyof Action & string>(field: F) => ({ entity: action.id, field, value: action[field] });
  return (
    <Stack>
      <AutosaveText label={t('conference.action.what')} multiline rows={2} {...cell('what')} />
      <AutosavePeople label={t('conference.action.who')} hint={t('conference.action.whoHint')} people={people} {...cell('who')} />
      <AutosaveChoice label={t('conference.action.domain')} options={options('action', 'domain')} {...cell('domain')} />
      <div className={styles['pair']}>
        <AutosaveDate label={t('conference.action.startsOn')} {...cell('startsOn')} />
        <AutosaveDate label={t('conference.action.due')} {...cell('due')} />
        <AutosaveText label={t('conference.action.where')} {...cell('where')} />
      </div>
      <AutosaveText label={t('conference.action.doneWhen')} multiline rows={2} {...cell('doneWhen')} />
      {goals.length > 0 && (
        <AutosaveChoices
          label={t('conference.action.goals')}
          options={goals.map(({ id, statement }) => ({ value: id, label: statement }))}
          {...cell('goals')}
        />
      )}
      {errorText && <p role="alert">{errorText}</p>}
      <div>
        <Button variant="plain" icon={Trash2} onPress={() => void run({ type: 'remove', entity: action.id })}>
          {t('conference.act.remove')}
        </Button>
      </div>
    </Stack>
  );
};
