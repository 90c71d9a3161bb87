import type { Conference, Person } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { ToggleChip } from '../../../components/Chip.tsx';
import { AutosaveChoice } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveNumber } from '../../../components/fields/AutosaveDate.tsx';
import { Row, Stack } from '../../../components/Layout.tsx';
import { familyFirst, hatOf, isFamily, personOptions } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { isFamilyHere } from '../whatMisses.ts';
import { AddPerson } from './AddPerson.tsx';
import { FamilyAbsent } from './FamilyAbsent.tsx';

/** Who is here, the family first; who leads; how long. */
export const WelcomeStep = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const { run, errorText } = useChange();
  const family = view.people.filter(isFamily);
  const professionals = view.people.filter((person) => !isFamily(person));
  const expected = conference.invited.filter((id) => !conference.callsIn.includes(id));
  const everyoneIsHere = expected.every((id) => conference.present.includes(id));

  return (
    <Stack gap={5}>
      {errorText && <p role="alert">{errorText}</p>}
      <Presence title={t('conference.welcome.family')} people={familyFirst(family)} conference={conference} />
      {conference.startedAt !== null && !isFamilyHere(view, conference) && <FamilyAbsent conference={conference} />}
      <Presence title={t('conference.welcome.professionals')} people={professionals} conference={conference} />
      {!everyoneIsHere && (
        <div>
          <Button
            variant="quiet"
            onPress={() =>
              void run({ type: 'set', entity: conference.id, field: 'present', value: [...new Set([...conference.present, ...expected])] })
            }
          >
            {t('conference.welcome.everyone')}
          </Button>
        </div>
      )}
      <AddPerson conference={conference} />
      <div className={styles['pair']}>
        <AutosaveChoice
          label={t('conference.welcome.chair')}
          entity={conference.id}
          field="chair"
          value={conference.chair}
          appearance="select"
          options={personOptions(view.people)}
        />
        <AutosaveNumber
          label={t('conference.welcome.minutes')}
          hint={t('conference.welcome.minutesHint')}
          entity={conference.id}
          field="minutes"
          value={conference.minutes}
          min={10}
          max={240}
        />
      </div>
    </Stack>
  );
};

interface PresenceProps {
  readonly title: string;
  readonly people: readonly Person[];
  readonly conference: Conference;
}

const Presence = ({ title, people, conference }: PresenceProps) => (
  <Card as="section">
    <Stack gap={3}>
      <h2>{title}</h2>
      <ul className={styles['plainList']}>
        {people.map((person) => (
          <li key={person.id}>
            <PresenceRow person={person} conference={conference} />
          </li>
        ))}
      </ul>
    </Stack>
  </Card>
);

/** Here, calling in, or neither. */
const PresenceRow = ({ person, conference }: { readonly person: Person; readonly conference: Conference }) => {
  const t = useTexts();
  const terms = useTerms();
  const { run, errorText } = useChange();
  const isHere = conference.present.includes(person.id);
  const isCalling = conference.callsIn.includes(person.id);

  const change = (here: boolean, calling: boolean) =>
    void run(
      { type: 'set', entity: conference.id, field: 'present', value: withOrWithout(conference.present, person.id, here) },
      { type: 'set', entity: conference.id, field: 'callsIn', value: withOrWithout(conference.callsIn, person.id, calling) },
    );
  return (
    <div className={styles['personRow']} role="group" aria-label={person.name}>
      <span translate="no">
        {person.name} <small>{hatOf(terms, person)}</small>
      </span>
      <Row gap={2}>
        <ToggleChip isPressed={isHere} tone={isFamily(person) ? 'family' : 'primary'} onPress={() => change(!isHere, false)}>
          {t('conference.welcome.here')}
        </ToggleChip>
        <ToggleChip isPressed={isCalling} tone={isFamily(person) ? 'family' : 'primary'} onPress={() => change(false, !isCalling)}>
          {t('conference.welcome.callsIn')}
        </ToggleChip>
      </Row>
      {errorText && <p role="alert">{errorText}</p>}
    </div>
  );
};

const withOrWithout = (ids: readonly EntityId[], id: EntityId, isIn: boolean): readonly EntityId[] => [
  ...ids.filter((other) => other !== id),
  ...(isIn ? [id] : []),
];
