import { useState } from 'react';
import { generatePath, useNavigate, useParams } from 'react-router';
import { useApplication, useCaseView, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { Button, LinkButton } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { errorText, type AppError } from '../../components/errorText.ts';
import { Row } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { useChange } from '../../components/useChange.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './case.module.css';
import { Section } from './Section.tsx';

/** What one needs now and then: the history, what was taken away, and taking the case away. */
export const CaseFoot = () => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const { removed } = useCaseView();
  const { run } = useChange();
  // What others have too would come back from them: such a case is destroyed for everyone or not at all.
  const isAlone = useStore(useApplication().exchange).type === 'unconnected';
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Section id="more" title={t('case.page.more')}>
      <Row gap={2}>
        <LinkButton variant="quiet" to={generatePath(paths.timeline, { caseId })}>
          {t('case.foot.timeline')}
        </LinkButton>
        <LinkButton variant="quiet" to={generatePath(paths.access, { caseId })}>
          {t('case.foot.access')}
        </LinkButton>
        <LinkButton variant="quiet" to={generatePath(paths.copy, { caseId })}>
          {t('case.foot.copy')}
        </LinkButton>
        <LinkButton variant="quiet" to={generatePath(paths.destroy, { caseId })}>
          {t('case.foot.destroy')}
        </LinkButton>
        {isAlone && (
          <Button variant="danger" onPress={() => setIsAsking(true)}>
            {t('case.foot.remove')}
          </Button>
        )}
      </Row>
      {removed.length > 0 && (
        <details>
          <summary>{t('case.foot.removed', { count: removed.length })}</summary>
          <ul className={styles['list']}>
            {removed.map(({ id, kind, label }) => (
              <li key={id}>
                <Row justify="between">
                  <span>
                    <strong>{t(kindWords[kind] ?? 'case.kind.other')}</strong> {label}
                  </span>
                  <Button
                    variant="plain"
                    onPress={() => void run({ type: 'restore', entity: id })}
                    aria-label={t('case.foot.restoreThis', { label })}
                  >
                    {t('case.foot.restore')}
                  </Button>
                </Row>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isAsking && <RemoveDialog onClose={() => setIsAsking(false)} />}
    </Section>
  );
};

const kindWords: Readonly<Record<string, MessageKey>> = {
  person: 'case.kind.person',
  strength: 'case.kind.strength',
  concern: 'case.kind.concern',
  goal: 'case.kind.goal',
  action: 'case.kind.action',
  point: 'case.kind.point',
  agreement: 'case.kind.agreement',
  conference: 'case.kind.conference',
  evaluation: 'case.kind.evaluation',
  household: 'case.kind.household',
  sharing: 'case.kind.sharing',
  earlierHelp: 'case.kind.earlierHelp',
  role: 'case.kind.role',
};

/** The one thing that cannot be undone, so the one that asks. */
const RemoveDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useTexts();
  const application = useApplication();
  const openCase = useOpenCase();
  const navigate = useNavigate();
  const [error, setError] = useState<AppError | null>(null);

  async function remove() {
    const removed = await application.removeCase(openCase.caseId);
    if (removed.ok) await navigate(paths.cases);
    else setError(removed.error);
  }

  return (
    <Dialog
      title={t('case.foot.remove.title')}
      role="alertdialog"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button variant="danger" onPress={() => void remove()}>
            {t('case.foot.remove.sure')}
          </Button>
          <Button variant="plain" onPress={onClose}>
            {t('shell.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('case.foot.remove.explain')}</p>
      <p>{t('case.foot.remove.backup')}</p>
      {error && <p role="alert">{errorText(t, error)}</p>}
    </Dialog>
  );
};
