import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { CircleView } from '../../../application/application.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ChoiceField } from '../../components/fields/ChoiceField.tsx';
import { Row } from '../../components/Layout.tsx';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './circle.module.css';
import { useNameInCircle, withCapital } from './circleWords.ts';

/** What stands where and who reads it. The plan everyone reads; other parts only who is named. */
export const DocumentsSection = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const nameOf = useNameInCircle(view);
  const [isAdding, setAdding] = useState(false);
  return (
    <Card as="section" labelledBy="documents">
      <Row justify="between">
        <h2 id="documents">{t('circle.documents')}</h2>
        {view.mayChange && (
          <Button variant="quiet" icon={Plus} onPress={() => setAdding(true)}>
            {t('circle.documents.add')}
          </Button>
        )}
      </Row>
      <ul className={styles['list']}>
        {view.documents.map(({ doc, kind, members }) => (
          <li key={doc}>
            <h3>{withCapital(t(`circle.document.${kind}`))}</h3>
            <p>{t(`circle.document.${kind}.means`)}</p>
            {members.length > 0 && (
              <p className={styles['facts']}>
                {t('circle.documents.readers', { names: members.map(({ member }) => nameOf(member)).join(', ') })}
              </p>
            )}
          </li>
        ))}
      </ul>
      {isAdding && <AddDocumentDialog view={view} onClose={() => setAdding(false)} />}
    </Card>
  );
};

const kinds = ['team', 'part', 'safety'] as const;
type AddedKind = (typeof kinds)[number];

const AddDocumentDialog = ({ view, onClose }: { readonly view: CircleView; readonly onClose: () => void }) => {
  const t = useTexts();
  const { circle } = useApplication();
  const { ask, isAsking, errorText } = useAsk();
  const [kind, setKind] = useState<AddedKind>('team');
  return (
    <Dialog
      title={t('circle.documents.add')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            isDisabled={isAsking}
            onPress={() => void ask(() => circle.addDocument(view.caseId, kind)).then((isDone) => isDone && onClose())}
          >
            {t('circle.documents.save')}
          </Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <ChoiceField<AddedKind>
        label={t('circle.documents.kind')}
        options={kinds.map((value) => ({
          value,
          label: withCapital(t(`circle.document.${value}`)),
          detail: t(`circle.document.${value}.means`),
        }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
      />
      <p>{t('circle.documents.alone')}</p>
      {errorText && <p role="alert">{errorText}</p>}
    </Dialog>
  );
};
