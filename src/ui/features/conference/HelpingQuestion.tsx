import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Stack } from '../../components/Layout.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { stepTable, type StepId } from './conferenceSteps.ts';

/** A question that helps to go on, one at a time. */
export const HelpingQuestion = ({ step }: { readonly step: StepId }) => {
  const t = useTexts();
  const [asked, setAsked] = useState(0);
  const { questions } = stepTable[step];
  return (
    <Card as="section">
      <Stack gap={2}>
        <h3>{t('conference.question.title')}</h3>
        <p aria-live="polite">{t(questions[asked % questions.length]!)}</p>
        <div>
          <Button variant="plain" onPress={() => setAsked(asked + 1)}>
            {t('conference.question.next')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
};
