import { useState, type FormEvent } from 'react';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './organisation.module.css';

/** Another name for the organisation. */
export const NameSection = ({ name: current }: { readonly name: string }) => {
  const t = useTexts();
  const { organisation } = useApplication();
  const { ask, errorText } = useAsk();
  const [name, setName] = useState(current);
  const [isDone, setDone] = useState(false);

  async function rename(event: FormEvent): Promise<void> {
    event.preventDefault();
    setDone(await ask(() => organisation.rename(name.trim())));
  }

  return (
    <Card as="section" labelledBy="rename">
      <form onSubmit={(event) => void rename(event)} noValidate className={styles['form']}>
        <h2 id="rename">{t('organisation.rename')}</h2>
        <TextField label={t('organisation.name')} value={name} onChange={setName} error={errorText} />
        <Button type="submit" variant="quiet">
          {t('organisation.rename.do')}
        </Button>
        {isDone && <p role="status">{t('organisation.rename.done')}</p>}
      </form>
    </Card>
  );
};
