import { useEffect, useState } from 'react';
import { Outlet, useMatch, useParams } from 'react-router';
import type { OpenCase } from '../../application/application.ts';
import type { CaseId } from '../../core/shared/ids.ts';
import { OpenCaseProvider, useApplication, useStore } from '../components/applicationContext.tsx';
import { LinkButton } from '../components/Button.tsx';
import { LeftBanner } from '../components/exchange/LeftBanner.tsx';
import { Stack } from '../components/Layout.tsx';
import { PageHeading } from '../components/PageHeading.tsx';
import { paths } from '../components/paths.ts';
import { useTexts } from '../i18n/useTexts.ts';

/** Opens the case of the address for every screen below, and closes it on leaving. */
export const Component = () => {
  const { caseId } = useParams();
  return <CaseScope key={caseId} caseId={caseId as CaseId} />;
};

const CaseScope = ({ caseId }: { readonly caseId: CaseId }) => {
  const t = useTexts();
  const application = useApplication();
  const [opened, setOpened] = useState<OpenCase | 'opening' | 'unknown'>('opening');
  const [attempt, setAttempt] = useState(0);
  const [isWhole, setIsWhole] = useState(false);
  const isExchanging = useStore(application.exchange).type === 'working';
  const isPage = useMatch(paths.case) !== null;
  const isPart = useMatch(paths.part) !== null;

  useEffect(() => {
    let isLeft = false;
    let openCase: OpenCase | null = null;
    void application.openCase(caseId, 'page').then((result) => {
      if (!result.ok) {
        if (!isLeft) setOpened('unknown');
        return;
      }
      openCase = result.value;
      if (isLeft) openCase.close();
      else setOpened(openCase);
    });
    return () => {
      isLeft = true;
      // Fields that go away save what waits in the same breath; close after them.
      queueMicrotask(() => openCase?.close());
    };
  }, [application, caseId, attempt]);

  // It may leave this device while someone looks at it, or come while someone waits for it: whoever was just let in goes there at once.
  // An empty list that is not loaded is that of a locked device.
  useEffect(() => {
    const { caseload } = application;
    const isListed = () => caseload.get().cases.some((summary) => summary.caseId === caseId);
    const tryAgain = () => {
      setOpened('opening');
      setAttempt((tries) => tries + 1);
    };
    let wasListed = isListed();
    // It came while it was looked for.
    if (opened === 'unknown' && wasListed && attempt === 0) return tryAgain();
    return caseload.subscribe(() => {
      const isHere = isListed();
      if (wasListed && !isHere && caseload.get().loaded) setOpened('unknown');
      if (!wasListed && isHere && opened === 'unknown') tryAgain();
      wasListed = isHere;
    });
  }, [application, caseId, opened, attempt]);

  // Whoever looks is told: once there is something to see, and for whatever way it is printed.
  useEffect(() => {
    if (typeof opened === 'string') return;
    void application.accessLog.note(caseId, 'opened');
  }, [application, caseId, opened]);

  // What is printed of another part is said in that part's own log: of safety the plan's would tell the family.
  useEffect(() => {
    if (typeof opened === 'string' || isPart) return;
    const notePrint = () => void application.accessLog.note(caseId, 'printed');
    window.addEventListener('beforeprint', notePrint);
    return () => window.removeEventListener('beforeprint', notePrint);
  }, [application, caseId, opened, isPart]);

  // What the page shows is here first; the rest follows while someone looks at it.
  useEffect(() => {
    if (typeof opened === 'string') return;
    let isLeft = false;
    opened.whole().then(
      () => isLeft || setIsWhole(true),
      () => isLeft || setOpened('unknown'),
    );
    return () => void (isLeft = true);
  }, [opened]);

  if (opened === 'opening' || (typeof opened !== 'string' && !isPage && !isWhole)) return <p role="status">{t('shell.loading.case')}</p>;
  if (opened === 'unknown' && isExchanging) return <p role="status">{t('shell.loading.coming')}</p>;
  if (opened === 'unknown') {
    return (
      <Stack>
        <PageHeading title={t('shell.unknownCase.title')} intro={t('shell.unknownCase.explain')} />
        <LeftBanner />
        <div>
          <LinkButton to={paths.cases}>{t('shell.notFound.go')}</LinkButton>
        </div>
      </Stack>
    );
  }
  return (
    <OpenCaseProvider openCase={opened}>
      <Outlet />
    </OpenCaseProvider>
  );
};
