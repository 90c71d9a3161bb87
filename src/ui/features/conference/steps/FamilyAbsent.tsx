import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Conference } from '../../../../core/plan/caseView.ts';
import type { CivilDate } from '../../../../core/shared/civilDate.ts';
import { useOpenCase } from '../../../components/applicationContext.tsx';
import { Button } from '../../../components/Button.tsx';
import { Card } from '../../../components/Card.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { DateField, TimeField } from '../../../components/fields/DateField.tsx';
import { Row, Stack } from '../../../components/Layout.tsx';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { conferencePath } from '../conferencePath.ts';
import styles from '../Conference.module.css';

/** Not about the family but with it: without them, the table moves, stops, or goes on with a reason that everyone sees. */
export const FamilyAbsent = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const { caseId } = useOpenCase();
  const navigate = useNavigate();
  const { run, errorText } = useChange();
  const [isMoving, setMoving] = useState(false);
  const [day, setDay] = useState<CivilDate | null>(null);
  const [at, setAt] = useState(conference.at);
  const [isDayMissing, setDayMissing] = useState(false);
  const reason = conference.familyAbsentReason;
  const decide = (value: Conference['familyAbsent']) => ({ type: 'set', entity: conference.id, field: 'familyAbsent', value }) as const;

  async function move(): Promise<void> {
    setDayMissing(day === null);
    if (day === null) return;
    const moved = await run({ type: 'moveConference', conference: conference.id, to: day, at, reason }, decide('movedFor'));
    if (moved) await navigate(conferencePath(caseId, conference.id), { replace: true });
  }

  return (
    <Card as="section" tone="attention" labelledBy="absent">
      <Stack>
        <h2 id="absent">{t('conference.absent.title')}</h2>
        <p>{t('conference.absent.explain')}</p>
        <AutosaveText
          label={t('conference.absent.reason')}
          hint={t('conference.absent.reasonHint')}
          entity={conference.id}
          field="familyAbsentReason"
          value={reason}
          multiline
          rows={2}
        />
        <Row>
          <Button variant="quiet" aria-expanded={isMoving} onPress={() => setMoving(!isMoving)}>
            {t('conference.absent.move')}
          </Button>
          <Button
            variant="quiet"
            onPress={() => void run({ type: 'cancelConference', conference: conference.id, reason }, decide('stoppedFor'))}
          >
            {t('conference.absent.stop')}
          </Button>
          <Button
            variant="quiet"
            aria-pressed={conference.familyAbsent === 'continuedWithout'}
            onPress={() => void run(decide('continuedWithout'))}
          >
            {t('conference.absent.continue')}
          </Button>
        </Row>
        {conference.familyAbsent === 'continuedWithout' && <p>{t('conference.absent.continued')}</p>}
        {isMoving && (
          <div className={styles['pair']}>
            <DateField
              label={t('conference.absent.newDay')}
              value={day}
              onChange={setDay}
              min={conference.day ?? undefined}
              error={isDayMissing ? t('conference.absent.dayMissing') : null}
            />
            <TimeField label={t('conference.absent.newTime')} value={at} onChange={setAt} />
            <div>
              <Button onPress={() => void move()}>{t('conference.absent.moveNow')}</Button>
            </div>
          </div>
        )}
        {errorText && <p role="alert">{errorText}</p>}
      </Stack>
    </Card>
  );
};
