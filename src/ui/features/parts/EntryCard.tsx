import { X } from 'lucide-react';
import type { PartView } from '../../../application/application.ts';
import { useEdited } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ConflictNote } from '../../components/ConflictNote.tsx';
import { ErasedNote } from '../../components/ErasedNote.tsx';
import { EraseButton } from '../../components/erasing/EraseButton.tsx';
import { AutosaveDate } from '../../components/fields/AutosaveDate.tsx';
import { AutosaveText } from '../../components/fields/AutosaveText.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Row } from '../../components/Layout.tsx';
import { useChangeOf } from '../../components/useChange.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './parts.module.css';
import { useMemberName } from './partWords.ts';
import { usePartErasing } from './usePartErasing.ts';

interface EntryProps {
  readonly entry: PartView['entries'][number];
  readonly view: PartView;
}

/** One entry: of oneself to go on writing in, of another to read. */
export const EntryCard = ({ entry, view }: EntryProps) => {
  const t = useTexts();
  const nameOf = useMemberName();
  const { run, errorText } = useChangeOf(useEdited());
  const isMine = entry.author === view.me;
  const mayEdit = isMine && view.mayWrite;
  const values = { name: nameOf(entry.author), day: entry.on ? formatDay(entry.on) : t('parts.entry.noDay') };
  const { place, textsIn } = usePartErasing(view);
  const remove = () => void run({ type: 'remove', entity: entry.id });
  return (
    <Card as="li">
      <h3 className={styles['by']} translate="no">
        {t(isMine ? 'parts.entry.mine' : 'parts.entry.by', values)}
      </h3>
      {entry.editedAfterDeletion && (
        <Banner
          tone="attention"
          title={t('parts.entry.removedWhileWriting')}
          actions={
            (mayEdit || view.mayLead) && (
              <>
                <Button variant="quiet" onPress={() => void run({ type: 'restore', entity: entry.id })}>
                  {t('parts.entry.keep')}
                </Button>
                <Button variant="plain" onPress={remove}>
                  {t('parts.entry.removeAfterAll')}
                </Button>
              </>
            )
          }
        />
      )}
      {mayEdit ? (
        <>
          <AutosaveText label={t('parts.entry.text')} multiline entity={entry.id} field="text" value={entry.text} />
          <AutosaveDate label={t('parts.entry.on')} entity={entry.id} field="on" value={entry.on} />
        </>
      ) : (
        <>
          <p className={styles['words']} translate="no">
            {entry.text}
          </p>
          <ErasedNote entity={entry.id} field="text" value={entry.text} />
          <OthersConflict entry={entry} />
        </>
      )}
      {(mayEdit || view.mayLead) && !entry.editedAfterDeletion && (
        <Row gap={2}>
          <Button variant="plain" icon={X} onPress={remove} aria-label={t('parts.entry.removeThis', values)}>
            {t('parts.entry.remove')}
          </Button>
          <EraseButton texts={textsIn(entry.id, { text: entry.text })} about={t('parts.entry.by', values)} place={place} />
        </Row>
      )}
      {errorText && <p role="alert">{errorText}</p>}
    </Card>
  );
};

/** Their two devices wrote apart: both are shown, and only they choose. */
const OthersConflict = ({ entry }: Pick<EntryProps, 'entry'>) => {
  const { text } = entry.conflicts;
  return text === undefined ? null : <ConflictNote entity={entry.id} field="text" candidates={text} mayChoose={false} />;
};
