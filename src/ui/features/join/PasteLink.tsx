import { useState, type FormEvent } from 'react';
import { Button } from '../../components/Button.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { rememberLink } from '../../components/openedLink.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './join.module.css';

/** Without a camera: the link from a message. */
export const PasteLink = () => {
  const t = useTexts();
  const [link, setLink] = useState('');
  const [isMissing, setMissing] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setMissing(link.trim() === '');
    if (link.trim() === '') return;
    setLink('');
    rememberLink(link.trim());
  }

  return (
    <form onSubmit={submit} noValidate className={styles['form']}>
      <Stack gap={4}>
        <TextField
          label={t('join.paste')}
          hint={t('join.pasteHint')}
          value={link}
          onChange={setLink}
          error={isMissing ? t('join.pasteMissing') : null}
        />
        <div>
          <Button type="submit" variant="quiet">
            {t('join.pasteDo')}
          </Button>
        </div>
      </Stack>
    </form>
  );
};
