import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Role } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { Chip } from '../../../components/Chip.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { TextField } from '../../../components/fields/TextField.tsx';
import { Row, Stack } from '../../../components/Layout.tsx';
import { nameOf, personOptions } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { useVoice } from '../useVoice.ts';

/** Every other role: taken, given or kept, and whether its holder said yes. */
export const OtherRoles = () => {
  const t = useTexts();
  const { roles } = useCaseView();
  const [isAdding, setAdding] = useState(false);
  return (
    <Card as="section" labelledBy="otherRoles">
      <Stack>
        <h2 id="otherRoles">{t('conference.roles.others')}</h2>
        {roles.length === 0 && <p>{t('conference.roles.othersNone')}</p>}
        <ul>
          {roles.map((role) => (
            <RoleRow key={role.id} role={role} />
          ))}
        </ul>
        {isAdding ? (
          <NewRole onDone={() => setAdding(false)} />
        ) : (
          <div>
            <Button variant="quiet" icon={Plus} onPress={() => setAdding(true)}>
              {t('conference.roles.addRole')}
            </Button>
          </div>
        )}
      </Stack>
    </Card>
  );
};

const RoleRow = ({ role }: { readonly role: Role }) => {
  const t = useTexts();
  const view = useCaseView();
  const { term } = useTerms();
  const voiceOf = useVoice();
  const { run, errorText } = useChange();
  const name = nameOf(view, role.person);
  const isAccepted = role.acceptedAt !== null;
  return (
    <li className={styles['note']}>
      <span translate="no">
        <strong>{role.name}</strong>: {name}{' '}
        <Chip tone={isAccepted ? 'done' : 'attention'}>{t(isAccepted ? 'conference.roles.accepted' : 'conference.roles.notAccepted')}</Chip>
      </span>
      {role.origin && <small>{term('role', 'origin', role.origin)}</small>}
      {errorText && <p role="alert">{errorText}</p>}
      <Row gap={2}>
        {!isAccepted && (
          <Button variant="quiet" onPress={() => void run({ type: 'acceptRole', role: role.id, ...voiceOf(role.person) })}>
            {t(role.person === view.me?.id ? 'conference.roles.acceptRoleMe' : 'conference.roles.acceptOther', { name })}
          </Button>
        )}
        <Button
          variant="plain"
          icon={Trash2}
          aria-label={`${t('conference.roles.endRole')}: ${role.name}`}
          onPress={() => void run({ type: 'remove', entity: role.id })}
        >
          {t('conference.roles.endRole')}
        </Button>
      </Row>
    </li>
  );
};

const NewRole = ({ onDone }: { readonly onDone: () => void }) => {
  const t = useTexts();
  const { people } = useCaseView();
  const { options } = useTerms();
  const { run, errorText } = useChange();
  const [name, setName] = useState('');
  const [person, setPerson] = useState<EntityId | null>(null);
  const [origin, setOrigin] = useState<Role['origin']>('taken');
  const [isTried, setTried] = useState(false);

  async function add(): Promise<void> {
    setTried(true);
    if (name.trim() === '' || person === null) return;
    if (await run({ type: 'add', kind: 'role', fields: { name: name.trim(), person, origin } })) onDone();
  }

  return (
    <Stack>
      <TextField
        label={t('conference.roles.name')}
        hint={t('conference.roles.othersHint')}
        value={name}
        onChange={setName}
        autoFocus
        error={isTried && name.trim() === '' ? t('conference.roles.nameMissing') : null}
      />
      <ChoiceField
        label={t('conference.roles.person')}
        appearance="select"
        options={personOptions(people)}
        value={person}
        onChange={setPerson}
        error={isTried && person === null ? t('conference.roles.personMissing') : null}
      />
      <ChoiceField label={t('conference.roles.origin')} options={options('role', 'origin')} value={origin} onChange={setOrigin} />
      {errorText && <p role="alert">{errorText}</p>}
      <Row>
        <Button onPress={() => void add()}>{t('conference.roles.addRole')}</Button>
        <Button variant="plain" onPress={onDone}>
          {t('shell.cancel')}
        </Button>
      </Row>
    </Stack>
  );
};
