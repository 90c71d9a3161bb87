import { useCallback } from 'react';
import { useParams } from 'react-router';
import type { OpenPart } from '../../../../application/application.ts';
import type { DocumentId } from '../../../../core/shared/ids.ts';
import { EditedProvider, useApplication, useOpenCase, useStore } from '../../../components/applicationContext.tsx';
import { PageHeading } from '../../../components/PageHeading.tsx';
import { useNoteReading } from '../../../components/parts/useNoteReading.ts';
import { UndoBar } from '../../../components/UndoBar.tsx';
import { useOpened } from '../../../components/useOpened.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { BackToPlan } from '../BackToPlan.tsx';
import styles from '../myPlan.module.css';
import { useWho } from '../useWho.ts';
import { AboutCard } from './AboutCard.tsx';
import { DraftsCard } from './DraftsCard.tsx';
import { EntriesCard } from './EntriesCard.tsx';
import { ReadersCard } from './ReadersCard.tsx';
import { useReaderName } from './useReaderName.ts';

/** What not everybody of the plan reads, for somebody of the family: their own words, another's who let them in, or a part for some. */
export const OwnWordsScreen = () => {
  const { doc = '' } = useParams();
  return <OneDocument key={doc} doc={doc as DocumentId} />;
};

const OneDocument = ({ doc }: { readonly doc: DocumentId }) => {
  const t = useTexts();
  const { parts } = useApplication();
  const { caseId } = useOpenCase();
  const found = useOpened(useCallback(() => parts.open(caseId, doc), [parts, caseId, doc]));
  if (found.type === 'opening') return <p role="status">{t('ownWords.opening')}</p>;
  return found.type === 'open' ? <Words part={found.opened} /> : <NotHere />;
};

const NotHere = () => {
  const t = useTexts();
  const who = useWho();
  return (
    <div className={styles['plan']}>
      <PageHeading title={t('ownWords.unknown')} intro={t('ownWords.unknown.explain', who)} />
      <BackToPlan />
    </div>
  );
};

const Words = ({ part }: { readonly part: OpenPart }) => {
  const t = useTexts();
  const who = useWho();
  const nameOf = useReaderName();
  const view = useStore(part.view);

  useNoteReading(part);

  if (view.myRole === null) return <NotHere />;
  const { kind, isFounder, readers, heading } = view;
  const what = kind === 'voice' ? (isFounder ? 'mine' : 'voice') : 'part';
  const name = nameOf(readers.find(({ role }) => role === 'lead')?.member ?? null);
  return (
    <EditedProvider edited={part}>
      <div className={styles['plan']}>
        <PageHeading
          title={heading.title || t(`ownWords.title.${what}`, { name })}
          neutralTitle={t('ownWords.neutral')}
          intro={t(`ownWords.intro.${what}`, { ...who, name })}
        />
        <ReadersCard view={view} />
        {!view.mayWrite && <p>{t('ownWords.readOnly', who)}</p>}
        {kind === 'part' && <AboutCard view={view} />}
        <DraftsCard view={view} name={name} />
        <EntriesCard view={view} part={part} />
        <UndoBar />
        <BackToPlan />
      </div>
    </EditedProvider>
  );
};
