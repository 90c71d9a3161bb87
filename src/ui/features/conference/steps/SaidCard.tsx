import { useState } from 'react';
import type { Concern, Conference, Strength } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { AutosaveChoice, AutosavePeople } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { Row, Stack } from '../../../components/Layout.tsx';
import { isFamily, nameOf, namesOf, personOptions } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { useConferenceScreen } from '../conferenceScreenStore.ts';
import { ItemButton } from '../ItemButton.tsx';
import { Became, TurnInto, type TurnedInto } from './TurnInto.tsx';

interface SaidCardProps {
  readonly said: Strength | Concern;
  readonly kind: 'strength' | 'concern';
  readonly conference: Conference;
}

/** One strength or concern, with who said it. Opened, it can become an action or a goal, or be changed. */
export const SaidCard = ({ said, kind, conference }: SaidCardProps) => {
  const t = useTexts();
  const view = useCaseView();
  const isOpen = useConferenceScreen((screen) => screen.openItem === said.id);
  const speaker = view.people.find(({ id }) => id === said.saidBy);

  return (
    <li className={`${styles['said']} ${isFamily(speaker) ? styles['byFamily'] : ''}`}>
      <ItemButton item={said.id}>
        <span>{said.text}</span>
        <small>
          {nameOf(view, said.saidBy)}
          {conference.callsIn.some((id) => id === said.saidBy) && ` (${t('conference.table.callsIn')})`}
          {said.seenDifferentlyBy.length > 0 && (
            <strong className={styles['differently']}>
              {' '}
              {t('conference.said.differently', { names: namesOf(view, said.seenDifferentlyBy) })}
            </strong>
          )}
        </small>
      </ItemButton>
      {isOpen && <SaidEditor said={said} kind={kind} conference={conference} />}
    </li>
  );
};

const SaidEditor = ({ said, kind, conference }: SaidCardProps) => {
  const t = useTexts();
  const view = useCaseView();
  const { options } = useTerms();
  const { run, errorText } = useChange();
  const [became, setBecame] = useState<TurnedInto | null>(null);
  const others = view.people.filter(({ id }) => id !== said.saidBy);
  return (
    <div className={styles['saidEditor']}>
      <Stack>
        <TurnInto
          source={null}
          text={said.text}
          domain={said.domain}
          saidBy={said.saidBy}
          conference={conference.id}
          onBecame={setBecame}
        />
        <Became as={became} />
        <AutosaveText label={t('conference.said.text')} entity={said.id} field="text" value={said.text} multiline rows={2} />
        <AutosaveChoice
          label={t('conference.said.domain')}
          entity={said.id}
          field="domain"
          value={said.domain}
          appearance="select"
          options={options(kind, 'domain')}
        />
        <AutosaveChoice
          label={t('conference.said.by')}
          entity={said.id}
          field="saidBy"
          value={said.saidBy}
          appearance="select"
          options={personOptions(view.people)}
        />
        <AutosavePeople
          label={t('conference.said.differentlyBy')}
          entity={said.id}
          field="seenDifferentlyBy"
          value={said.seenDifferentlyBy}
          people={others}
        />
        {errorText && <p role="alert">{errorText}</p>}
        <Row>
          <Button variant="plain" onPress={() => void run({ type: 'remove', entity: said.id })}>
            {t('conference.remove')}
          </Button>
        </Row>
      </Stack>
    </div>
  );
};
