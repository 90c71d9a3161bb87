import { useCaseView } from '../../components/applicationContext.tsx';
import { Banner } from '../../components/Banner.tsx';
import { Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useTexts } from '../../i18n/useTexts.ts';
import { BackToCase } from './BackToCase.tsx';
import { ConflictItem } from './conflicts/ConflictItem.tsx';
import { RemovedWhileWriting } from './conflicts/RemovedWhileWriting.tsx';
import { useJumpToSection } from './useJumpToSection.ts';
import { listEditedAfterDeletion } from '../../components/planRows/entities.ts';

/** Every place where two people wrote something different. Both stay until a person chooses. */
export const ConflictsScreen = () => {
  const t = useTexts();
  const view = useCaseView();
  useJumpToSection();
  const removed = listEditedAfterDeletion(view);
  const count = view.conflicts.length + removed.length;
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('case.conflicts.title', { name: view.family.name })}
        neutralTitle={t('case.conflicts.neutralTitle')}
        intro={t('case.conflicts.intro')}
        actions={<BackToCase />}
      />
      <Banner tone={count === 0 ? 'done' : 'info'} title={t('case.conflicts.count', { count })}>
        {count === 0 && t('case.conflicts.none')}
      </Banner>
      {view.conflicts.map((conflict) => (
        <ConflictItem key={`${conflict.entity} ${conflict.field}`} conflict={conflict} />
      ))}
      {removed.map(({ id }) => (
        <RemovedWhileWriting key={id} id={id} />
      ))}
      <UndoBar />
    </Stack>
  );
};
