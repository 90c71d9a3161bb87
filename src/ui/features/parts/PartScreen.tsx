import { ArrowLeft, UsersRound } from 'lucide-react';
import { useCallback } from 'react';
import { generatePath, useParams } from 'react-router';
import type { OpenPart } from '../../../application/application.ts';
import type { DocumentId } from '../../../core/shared/ids.ts';
import { EditedProvider, useApplication, useOpenCase, useStore } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useNoteReading } from '../../components/parts/useNoteReading.ts';
import { paths } from '../../components/paths.ts';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useOpened } from '../../components/useOpened.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { AboutPart } from './AboutPart.tsx';
import { KindNotice } from './KindNotice.tsx';
import { PartDrafts } from './PartDrafts.tsx';
import { PartEntries } from './PartEntries.tsx';
import { PartReaders } from './PartReaders.tsx';
import { withCapital } from '../../components/withCapital.ts';

/** Een apart deel: what only its own readers see. Who they are stands above everything. */
export const PartScreen = () => {
  const { doc = '' } = useParams();
  return <OneDocument key={doc} doc={doc as DocumentId} />;
};

const OneDocument = ({ doc }: { readonly doc: DocumentId }) => {
  const t = useTexts();
  const { parts } = useApplication();
  const { caseId } = useOpenCase();
  const found = useOpened(useCallback(() => parts.open(caseId, doc), [parts, caseId, doc]));
  if (found.type === 'opening') return <p role="status">{t('parts.opening')}</p>;
  if (found.type === 'open') return <PartRoom part={found.opened} />;
  return <PageHeading title={t('parts.unknown.title')} intro={t('parts.unknown.explain')} actions={<WaysBack />} />;
};

const PartRoom = ({ part }: { readonly part: OpenPart }) => {
  const t = useTexts();
  const view = useStore(part.view);

  useNoteReading(part);

  const kind = withCapital(t(`circle.document.${view.kind}`));
  const { title } = view.heading;
  if (view.myRole === null) return <PageHeading title={kind} intro={t('parts.gone')} actions={<WaysBack />} />;
  return (
    <EditedProvider edited={part}>
      <Stack gap={5}>
        <PageHeading
          title={title || kind}
          neutralTitle={kind}
          intro={title ? `${kind}. ${t(`circle.document.${view.kind}.means`)}` : t(`circle.document.${view.kind}.means`)}
          actions={<WaysBack />}
        />
        <PartReaders view={view} />
        <KindNotice view={view} />
        {!view.mayWrite && <Banner tone="info" title={t('parts.readOnly')} />}
        <AboutPart view={view} />
        <PartDrafts view={view} />
        <PartEntries view={view} part={part} />
        <UndoBar />
      </Stack>
    </EditedProvider>
  );
};

const WaysBack = () => {
  const t = useTexts();
  const { caseId } = useOpenCase();
  return (
    <>
      <LinkButton variant="quiet" icon={ArrowLeft} to={generatePath(paths.case, { caseId })}>
        {t('case.back')}
      </LinkButton>
      <LinkButton variant="quiet" icon={UsersRound} to={generatePath(paths.circle, { caseId })}>
        {t('case.page.circle')}
      </LinkButton>
    </>
  );
};
