import { useState } from 'react';
import type { Conference } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { nameOf } from '../../../components/people.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { Became, TurnInto, type TurnedInto } from './TurnInto.tsx';

/** All that was said and parked, strengths first, to make a goal or an action of without typing it again. */
export const FromSaid = ({ title, conference }: { readonly title: string; readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  const [became, setBecame] = useState<TurnedInto | null>(null);
  const said = [...view.strengths, ...view.concerns].map(({ id, text, domain, saidBy }) => ({ id, source: null, text, domain, saidBy }));
  // A parked point moves on: it is no longer parked once it became something.
  const parked = view.points
    .filter(({ kind, handled }) => kind === 'parked' && !handled)
    .map(({ id, text, saidBy }) => ({ id, source: id, text, domain: null, saidBy }));
  const notes = [...parked, ...said];

  return (
    <details className={styles['details']}>
      <summary>
        {title} <span className={styles['count']}>{notes.length}</span>
      </summary>
      {notes.length === 0 && <p>{t('conference.notes.none')}</p>}
      <Became as={became} />
      <ul>
        {notes.map(({ id, ...note }) => (
          <li key={id} className={styles['note']}>
            <span translate="no">
              {note.text} <small>{nameOf(view, note.saidBy)}</small>
            </span>
            <TurnInto {...note} conference={conference.id} onBecame={setBecame} />
          </li>
        ))}
      </ul>
    </details>
  );
};
