import { ArrowLeft, Printer } from 'lucide-react';
import { useState } from 'react';
import { generatePath, useParams } from 'react-router';
import type { KeptStatement } from '../../../application/application.ts';
import { dayOf } from '../../../core/shared/dayOf.ts';
import { useApplication } from '../../components/applicationContext.tsx';
import { askErrorText } from '../../components/askErrorText.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { useAsk } from '../../components/useAsk.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './destroy.module.css';
import { StatementSheet } from './StatementSheet.tsx';
import { useStatements } from './useStatements.ts';

/** Vernietigd: the statements on this device, and one of them to print. */
export const DestroyedScreen = () => {
  const t = useTexts();
  const { caseId } = useParams();
  const { statements, look } = useStatements();
  if (statements === null) return <p role="status">{t('destroy.list.looking')}</p>;
  if (!statements.ok) return <Banner tone="attention" title={askErrorText(t, statements.error)} />;
  const chosen = statements.value.find((statement) => statement.caseId === caseId);
  return chosen ? <StatementRoom statement={chosen} onChange={look} /> : <StatementList statements={statements.value} />;
};

const StatementList = ({ statements }: { readonly statements: readonly KeptStatement[] }) => {
  const t = useTexts();
  return (
    <Stack gap={5}>
      <PageHeading title={t('destroy.list')} intro={<p>{t('destroy.list.intro')}</p>} />
      {statements.length === 0 ? (
        <p>{t('destroy.list.none')}</p>
      ) : (
        <Card as="section" labelledBy="statements">
          <h2 id="statements">{t('destroy.list.statements')}</h2>
          <ul className={styles['list']}>
            {statements.map(({ caseId, reference, at }) => (
              <li key={caseId}>
                <Row justify="between">
                  <span>{t('destroy.list.one', { reference, day: formatDay(dayOf(at)) })}</span>
                  <LinkButton
                    variant="quiet"
                    to={generatePath(paths.destroyed, { caseId })}
                    aria-label={t('destroy.list.openThis', { reference })}
                  >
                    {t('destroy.list.open')}
                  </LinkButton>
                </Row>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  );
};

const StatementRoom = ({ statement, onChange }: { readonly statement: KeptStatement; readonly onChange: () => void }) => {
  const t = useTexts();
  const { destruction } = useApplication();
  const { ask, isAsking, errorText } = useAsk();
  const [isRemoving, setRemoving] = useState(false);
  const { caseId, isHere, shared } = statement;

  return (
    <Stack gap={5}>
      <div className={styles['screenOnly']}>
        <Stack gap={4}>
          <PageHeading
            title={t('destroy.statement')}
            intro={<p>{t('destroy.statement.intro')}</p>}
            actions={
              <>
                <LinkButton variant="quiet" icon={ArrowLeft} to={generatePath(paths.destroyed, { caseId: null })}>
                  {t('destroy.list')}
                </LinkButton>
                <Button icon={Printer} onPress={() => window.print()}>
                  {t('destroy.print')}
                </Button>
              </>
            }
          />
          {isHere && (
            <Banner tone="attention" title={t('destroy.unfinished')}>
              {t('destroy.unfinished.explain')}
            </Banner>
          )}
          {shared && !isHere && (
            <Banner
              tone="info"
              title={t('destroy.heard')}
              actions={
                <Button
                  variant="quiet"
                  isDisabled={isAsking}
                  onPress={() => void ask(() => destruction.askHeard(caseId)).then((isDone) => isDone && onChange())}
                >
                  {t('destroy.heard.ask')}
                </Button>
              }
            >
              {t('destroy.heard.explain')}
              {errorText && <p role="alert">{errorText}</p>}
            </Banner>
          )}
          <div>
            <Button variant="danger" onPress={() => setRemoving(true)}>
              {t('destroy.remove')}
            </Button>
          </div>
        </Stack>
      </div>
      <StatementSheet statement={statement} />
      {isRemoving && <RemoveStatement statement={statement} onClose={() => setRemoving(false)} onDone={onChange} />}
    </Stack>
  );
};

interface RemoveStatementProps {
  readonly statement: KeptStatement;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const RemoveStatement = ({ statement, onClose, onDone }: RemoveStatementProps) => {
  const t = useTexts();
  const { destruction } = useApplication();
  return (
    <ConfirmDialog
      title={t('destroy.remove.title')}
      sure={t('destroy.remove.sure')}
      act={() => destruction.forgetStatement(statement.caseId)}
      onClose={onClose}
      onDone={onDone}
    >
      <p>{t('destroy.remove.explain')}</p>
    </ConfirmDialog>
  );
};
