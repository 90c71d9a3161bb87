import { useState } from 'react';
import { generatePath, useParams } from 'react-router';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { LinkButton } from '../../../components/Button.tsx';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { AutosavePeople } from '../../../components/fields/AutosaveChoice.tsx';
import { AutosaveDate, AutosaveTime } from '../../../components/fields/AutosaveDate.tsx';
import { AutosaveText } from '../../../components/fields/AutosaveText.tsx';
import { paths } from '../../../components/paths.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../case.module.css';
import { cellOf } from '../cellOf.ts';
import { PlanMeetingDialog } from '../PlanMeetingDialog.tsx';
import { Section } from '../Section.tsx';

/** When, where and who must be there: of the first conference that is still to come. */
export const InvitationSection = () => {
  const t = useTexts();
  const { caseId = '' } = useParams();
  const { conferences, people } = useCaseView();
  const [isPlanning, setIsPlanning] = useState(false);
  const next = conferences.find(({ state, startedAt }) => (state ?? 'planned') === 'planned' && startedAt === null);
  return (
    <Section
      id="invitation"
      title={t('case.invitation.title')}
      actions={
        next && (
          <LinkButton variant="plain" to={generatePath(paths.conference, { caseId, conferenceId: next.id, step: null })}>
            {t('case.meetings.start')}
          </LinkButton>
        )
      }
    >
      {next ? (
        <>
          <div className={styles['fields']}>
            <AutosaveDate label={t('case.meetings.day')} {...cellOf(next)('day')} />
            <AutosaveTime label={t('case.meetings.at')} {...cellOf(next)('at')} />
            <AutosaveText label={t('case.meetings.place')} {...cellOf(next)('place')} />
          </div>
          <AutosavePeople
            label={t('case.invitation.who')}
            hint={t('case.invitation.who.hint')}
            people={people}
            {...cellOf(next)('invited')}
          />
        </>
      ) : (
        <EmptyCell onPress={() => setIsPlanning(true)}>{t('case.invitation.none')}</EmptyCell>
      )}
      {isPlanning && <PlanMeetingDialog kind="conference" onClose={() => setIsPlanning(false)} />}
    </Section>
  );
};
