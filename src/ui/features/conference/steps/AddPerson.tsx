import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { Conference, Person } from '../../../../core/plan/caseView.ts';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { ChoiceField } from '../../../components/fields/ChoiceField.tsx';
import { TextField } from '../../../components/fields/TextField.tsx';
import { Row, Stack } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useOpenCase } from '../../../components/applicationContext.tsx';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';

/** Someone came along whom nobody had on the list: a name, who they are, and they are at the table. */
export const AddPerson = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const { options } = useTerms();
  const openCase = useOpenCase();
  const { run, errorText } = useChange();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [hat, setHat] = useState('');
  const [part, setPart] = useState<Person['part']>('network');
  const [isNameMissing, setNameMissing] = useState(false);

  async function add(): Promise<void> {
    setNameMissing(name.trim() === '');
    if (name.trim() === '') return;
    const added = await run({ type: 'add', kind: 'person', fields: { name: name.trim(), part, relation: hat.trim() } });
    if (!added) return;
    const now = openCase.view.get().conferences.find(({ id }) => id === conference.id) ?? conference;
    await run({ type: 'set', entity: conference.id, field: 'present', value: [...now.present, ...added] });
    setName('');
    setHat('');
    setOpen(false);
  }

  if (!isOpen) {
    return (
      <div>
        <Button variant="quiet" icon={UserPlus} onPress={() => setOpen(true)}>
          {t('conference.addPerson.open')}
        </Button>
      </div>
    );
  }
  return (
    <Card as="section" labelledBy="addPerson">
      <Stack>
        <h2 id="addPerson">{t('conference.addPerson.open')}</h2>
        <div className={styles['pair']}>
          <TextField
            label={t('conference.addPerson.name')}
            value={name}
            onChange={setName}
            autoFocus
            error={isNameMissing ? t('conference.addPerson.nameMissing') : null}
          />
          <TextField label={t('conference.addPerson.hat')} hint={t('conference.addPerson.hatHint')} value={hat} onChange={setHat} />
        </div>
        <ChoiceField label={t('conference.addPerson.part')} value={part} onChange={setPart} options={options('person', 'part')} />
        {errorText && <p role="alert">{errorText}</p>}
        <Row>
          <Button onPress={() => void add()}>{t('conference.addPerson.add')}</Button>
          <Button variant="plain" onPress={() => setOpen(false)}>
            {t('shell.cancel')}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
};
