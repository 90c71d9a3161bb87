import { useState, type FormEvent } from 'react';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { errorText } from '../../components/errorText.ts';
import { SelectField } from '../../components/fields/ChoiceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';

/** Who the person at this device is; it stands with what they write. */
export const ProfileSection = () => {
  const t = useTexts();
  const { options } = useTerms();
  const application = useApplication();
  const device = useStore(application.device);
  const profile = device.type === 'unlocked' ? device.profile : null;
  const [answers, setAnswers] = useState({
    name: profile?.name ?? '',
    discipline: profile?.discipline ?? '',
    organisation: profile?.organisation ?? '',
    support: profile?.support ?? '',
  });
  const [outcome, setOutcome] = useState<string | null>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!answers.name.trim()) {
      setOutcome(t('start.setUp.nameMissing'));
      return;
    }
    const result = await application.changeProfile(answers);
    setOutcome(result.ok ? t('deviceWork.profile.saved') : errorText(t, result.error));
  }

  return (
    <Card as="section" labelledBy="profile">
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap={3}>
          <h2 id="profile">{t('deviceWork.profile.title')}</h2>
          <TextField label={t('start.setUp.name')} value={answers.name} onChange={(name) => setAnswers({ ...answers, name })} />
          <SelectField
            label={t('start.setUp.discipline')}
            options={options('person', 'discipline')}
            value={(answers.discipline || null) as ReturnType<typeof options<'person', 'discipline'>>[number]['value'] | null}
            onChange={(discipline) => setAnswers({ ...answers, discipline: discipline ?? '' })}
          />
          <TextField
            label={t('start.setUp.organisation')}
            value={answers.organisation}
            onChange={(organisation) => setAnswers({ ...answers, organisation })}
          />
          <TextField
            label={t('deviceWork.profile.support')}
            hint={t('deviceWork.profile.supportHint')}
            value={answers.support}
            onChange={(support) => setAnswers({ ...answers, support })}
          />
          <div>
            <Button type="submit" variant="quiet">
              {t('deviceWork.profile.save')}
            </Button>
          </div>
          {outcome && <p role="status">{outcome}</p>}
        </Stack>
      </form>
    </Card>
  );
};
