import { FolderOpen, Plus } from 'lucide-react';
import { useState } from 'react';
import { generatePath } from 'react-router';
import type { CircleDocument, CircleView } from '../../../application/application.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Row } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { withCapital } from '../../components/withCapital.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { AddDocumentDialog } from './AddDocumentDialog.tsx';
import styles from './circle.module.css';
import { useNameInCircle } from '../../components/circle/circleWords.ts';

/** What stands where and who reads it. The plan everyone reads; other parts only who is named. */
export const DocumentsSection = ({ view }: { readonly view: CircleView }) => {
  const t = useTexts();
  const { teamReason } = useCaseView().family;
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
        {view.documents.map((document) => (
          <DocumentItem key={document.doc} document={document} view={view} />
        ))}
        {teamReason !== '' && !view.documents.some(({ kind }) => kind === 'team') && (
          <li>
            <h3>{withCapital(t('circle.document.team'))}</h3>
            <TeamFacts reason={teamReason} />
          </li>
        )}
      </ul>
      {isAdding && <AddDocumentDialog view={view} onClose={() => setAdding(false)} />}
    </Card>
  );
};

const DocumentItem = ({ document, view }: { readonly document: CircleDocument; readonly view: CircleView }) => {
  const t = useTexts();
  const nameOf = useNameInCircle(view);
  const { teamReason } = useCaseView().family;
  const { doc, kind, title, members, myRole } = document;
  const kindName = withCapital(t(`circle.document.${kind}`));
  return (
    <li>
      <h3 translate={title ? 'no' : undefined}>{title || kindName}</h3>
      {title && <p>{kindName}</p>}
      {kind === 'team' ? <TeamFacts reason={teamReason} /> : <p>{t(`circle.document.${kind}.means`)}</p>}
      {members.length > 0 && (
        <p className={styles['facts']}>
          {t('circle.documents.readers', { names: members.map(({ member }) => nameOf(member)).join(', ') })}
        </p>
      )}
      {kind !== 'plan' && myRole !== null && myRole !== 'auditor' && (
        <LinkButton
          variant="quiet"
          icon={FolderOpen}
          to={generatePath(paths.part, { caseId: view.caseId, doc })}
          aria-label={t('circle.documents.openThis', { name: title || kindName })}
        >
          {t('circle.documents.open')}
        </LinkButton>
      )}
    </li>
  );
};

/** That it exists and why, everyone reads in the plan; also whoever may not read it. */
const TeamFacts = ({ reason }: { readonly reason: string }) => {
  const t = useTexts();
  return (
    <>
      <p>{t('circle.document.team.means')}</p>
      {reason !== '' && <p>{t('circle.documents.team.told', { reason })}</p>}
      <p>{t('circle.documents.team.law')}</p>
    </>
  );
};
