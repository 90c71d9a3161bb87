import { useState } from 'react';
import type { Conference } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Card } from '../../../components/Card.tsx';
import { AutosaveFlag } from '../../../components/fields/AutosaveChoice.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { nameOf } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { Became, TurnInto, type TurnedInto } from './TurnInto.tsx';

/** What was put aside: ticked when it was discussed, or made an action. Of earlier conferences only what is still open. */
export const ParkedPoints = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const [became, setBecame] = useState<TurnedInto | null>(null);
  const parked = view.points.filter((point) => point.kind === 'parked' && (!point.handled || point.conference === conference.id));
  return (
    <Card as="section" labelledBy="parked">
      <Stack gap={3}>
        <h2 id="parked">
          {t('conference.next.parked')} <span className={styles['count']}>{parked.length}</span>
        </h2>
        <p>{t(parked.length === 0 ? 'conference.next.parkedNone' : 'conference.next.parkedExplain')}</p>
        <Became as={became} />
        <ul>
          {parked.map((point) => (
            <li key={point.id} className={styles['note']} translate="no">
              <AutosaveFlag
                label={point.saidBy ? t('conference.why.pointBy', { text: point.text, name: nameOf(view, point.saidBy) }) : point.text}
                entity={point.id}
                field="handled"
                value={point.handled}
              />
              {!point.handled && (
                <TurnInto
                  source={point.id}
                  text={point.text}
                  domain={null}
                  saidBy={point.saidBy}
                  conference={conference.id}
                  onBecame={setBecame}
                />
              )}
            </li>
          ))}
        </ul>
      </Stack>
    </Card>
  );
};
