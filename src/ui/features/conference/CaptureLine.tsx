import { CornerDownLeft } from 'lucide-react';
import { useState } from 'react';
import type { Conference } from '../../../core/plan/caseView.ts';
import type { EntityId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { ToggleChip } from '../../components/Chip.tsx';
import { domainIcons, type Domain } from '../../components/domainIcons.ts';
import { SelectField } from '../../components/fields/ChoiceField.tsx';
import { TextField } from '../../components/fields/TextField.tsx';
import { personOptions } from '../../components/people.ts';
import { useTerms } from '../../components/useTerms.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './CaptureLine.module.css';
import { useConferenceScreen } from './conferenceScreenStore.ts';
import { stepTable, type CaptureKind, type StepId } from './conferenceSteps.ts';
import { CAPTURE_ID } from './focusCapture.ts';
import { useCapture } from './useCapture.ts';

const kinds = {
  strength: 'conference.capture.strength',
  concern: 'conference.capture.concern',
  goal: 'conference.capture.goal',
  action: 'conference.capture.action',
  parked: 'conference.capture.parked',
} as const satisfies Record<CaptureKind, MessageKey>;
const places: readonly Domain[] = ['home', 'school', 'leisure'];

/** What is said, typed once: Enter puts it where it belongs. */
export const CaptureLine = ({ conference, step }: { readonly conference: Conference; readonly step: StepId }) => {
  const t = useTexts();
  const { term } = useTerms();
  const { captureKind, captureDomain, capture } = useConferenceScreen();
  const [by, setBy] = useState<EntityId | null>(null);
  const kind = captureKind ?? stepTable[step].captures;
  // A strength or a concern always lives somewhere.
  const domain = captureDomain ?? (kind === 'strength' || kind === 'concern' ? 'home' : null);
  const { text, setText, save, captured } = useCapture({ kind, domain, by, conference: conference.id });
  const asksWho = t(kind === 'action' ? 'conference.capture.doer' : 'conference.capture.speaker');

  return (
    <section className={styles['capture']} aria-label={t('conference.capture.title')}>
      <div className={styles['line']} id={CAPTURE_ID}>
        <TextField
          label={t('conference.capture.label')}
          hideLabel
          placeholder={t('conference.capture.placeholder')}
          value={text}
          onChange={setText}
          onSubmit={() => void save()}
        />
        <Button icon={CornerDownLeft} aria-label={t('conference.capture.save')} onPress={() => void save()} />
      </div>
      <div className={styles['choices']}>
        <div className={styles['chips']} role="group" aria-label={t('conference.capture.kind')}>
          {(Object.keys(kinds) as CaptureKind[]).map((option) => (
            <ToggleChip key={option} isPressed={kind === option} onPress={() => capture(option, captureDomain)}>
              {t(kinds[option])}
            </ToggleChip>
          ))}
        </div>
        <div className={styles['chips']} role="group" aria-label={t('conference.capture.domain')}>
          {places.map((place) => (
            <ToggleChip
              key={place}
              icon={domainIcons[place]}
              isPressed={domain === place}
              onPress={() => capture(captureKind, captureDomain === place ? null : place)}
            >
              {term('goal', 'domain', place)}
            </ToggleChip>
          ))}
        </div>
        <div className={styles['who']}>
          <SelectField label={asksWho} hideLabel emptyLabel={asksWho} value={by} onChange={setBy} options={useSpeakers(conference)} />
        </div>
      </div>
      <p className={styles['outcome']} role="status" translate="no">
        {captured &&
          ('refused' in captured
            ? captured.refused
            : t('conference.capture.saved', { kind: t(kinds[captured.kind]), text: captured.text }))}
      </p>
    </section>
  );
};

/** Those at the table; as long as nobody is ticked: everyone of the case. */
function useSpeakers({ present, callsIn }: Conference) {
  const { people } = useCaseView();
  const here = people.filter(({ id }) => present.includes(id) || callsIn.includes(id));
  return personOptions(here.length > 0 ? here : people);
}
