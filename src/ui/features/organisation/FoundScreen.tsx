import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/fields/ErrorSummary.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { forgetLink } from '../../components/openedLink.ts';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** The link that a server prints at its first start: whoever has it names the organisation and becomes its administrator. */
export const FoundScreen = ({ secret }: { readonly secret: string }) => {
  const t = useTexts();
  const navigate = useNavigate();
  const application = useApplication();
  const device = useStore(application.device);
  const { ask, isAsking, errorText } = useAsk();
  const [name, setName] = useState(device.type === 'unlocked' ? device.profile.organisation : '');
  const [isTried, setTried] = useState(false);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);
  const isMissing = isTried && name.trim() === '';

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return;
    if (!(await ask(() => application.organisation.found(secret, name.trim())))) return;
    forgetLink();
    // Who went to look at something else meanwhile stays there.
    if (isHere.current) await navigate(paths.organisation);
  }

  if (device.type === 'unlocked' && device.trial)
    return (
      <Stack gap={5}>
        <PageHeading title={t('organisation.found.title')} />
        <Banner
          tone="info"
          title={t('organisation.found.trial')}
          actions={<Button onPress={() => void application.endTrial()}>{t('shell.trial.end')}</Button>}
        />
      </Stack>
    );
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap={5}>
        <PageHeading title={t('organisation.found.title')} intro={t('organisation.found.intro')} />
        <ErrorSummary errors={errorText ? [errorText] : []} />
        <TextField
          label={t('organisation.name')}
          hint={t('organisation.found.nameHint')}
          value={name}
          onChange={setName}
          error={isMissing ? t('asked.error.NameMissing') : null}
          isRequired
        />
        <p>{t('organisation.found.administrator')}</p>
        <Row>
          <Button type="submit">{t(isAsking ? 'organisation.found.busy' : 'organisation.found.do')}</Button>
          <Button
            variant="quiet"
            onPress={() => {
              forgetLink();
              void navigate(paths.cases);
            }}
          >
            {t('shell.cancel')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
};
