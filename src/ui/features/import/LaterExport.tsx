import { ArrowRight } from 'lucide-react';
import { useId, useRef } from 'react';
import { generatePath, Link } from 'react-router';
import { compareWithExport, type SchoolExport } from '../../../core/plan/schoolExport.ts';
import { useApplication, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { errorText } from '../../components/errorText.ts';
import { Stack } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './import.module.css';
import { listChildren, type ChildOfCase } from './pupils.ts';
import { useNewGroups } from './useNewGroups.ts';

/** What this export says of children who already are in a case: another group, or no longer there. */
export const LaterExport = ({ school }: { readonly school: SchoolExport }) => {
  const t = useTexts();
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const { cases } = useStore(useApplication().caseload);
  const groups = useNewGroups();
  const { moved, left, unchanged } = compareWithExport(listChildren(cases), school);
  // Who left and whose case is closed is no news.
  const leavers = left.filter(({ summary }) => summary.phase !== 'closure');
  const known = moved.length + leavers.length + unchanged.length;
  if (known === 0) return null;
  return (
    <Card as="section" labelledBy={titleId} {...(moved.length + leavers.length > 0 ? { tone: 'attention' as const } : {})}>
      <h2 ref={title} id={titleId} tabIndex={-1}>
        {t('cases.import.later.title')}
      </h2>
      {groups.error && <Banner tone="alarm">{errorText(t, groups.error)}</Banner>}
      {groups.taken.length > 0 && (
        <Banner
          tone="done"
          actions={
            <Button variant="plain" isDisabled={groups.isRunning} onPress={() => void groups.undo().then(focusTitle)}>
              {t('shell.undo')}
            </Button>
          }
        >
          {t('cases.import.later.taken', { count: groups.taken.length })}
        </Banner>
      )}
      {moved.length > 0 && (
        <Stack gap={3}>
          <h3>{t('cases.import.later.moved', { count: moved.length })}</h3>
          <ul className={styles['plain']}>
            {moved.map(({ child, group }) => (
              <li key={child.id}>
                <ChildLink child={child} />: {child.schoolGroup || t('cases.import.noGroup')}{' '}
                <ArrowRight size={18} aria-label={t('cases.import.later.becomes')} /> <strong>{group || t('cases.import.noGroup')}</strong>
              </li>
            ))}
          </ul>
          <div>
            <Button isDisabled={groups.isRunning} onPress={() => void groups.take(moved).then(focusTitle)}>
              {t('cases.import.later.take', { count: moved.length })}
            </Button>
          </div>
        </Stack>
      )}
      {leavers.length > 0 && (
        <Stack gap={2}>
          <h3>{t('cases.import.later.left', { count: leavers.length })}</h3>
          <ul className={styles['plain']}>
            {leavers.map((child) => (
              <li key={child.id}>
                <ChildLink child={child} />
              </li>
            ))}
          </ul>
          <p>{t('cases.import.later.leftExplain')}</p>
        </Stack>
      )}
      {unchanged.length > 0 && <p>{t('cases.import.later.unchanged', { count: unchanged.length })}</p>}
    </Card>
  );

  /** The button that was pressed is gone: what it did is said here. */
  function focusTitle(): void {
    title.current?.focus();
  }
};

const ChildLink = ({ child }: { readonly child: ChildOfCase }) => {
  const t = useTexts();
  return (
    <>
      {child.name} (
      <Link to={generatePath(paths.case, { caseId: child.summary.caseId })}>{t('cases.family', { name: child.summary.name })}</Link>)
    </>
  );
};
