import { CalendarPlus, ClipboardList, Printer, UsersRound } from 'lucide-react';
import { generatePath, useParams } from 'react-router';
import type { CaseId } from '../../../core/shared/ids.ts';
import { useCaseView } from '../../components/applicationContext.tsx';
import { LinkButton } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { CaseExchangeLine } from '../../components/exchange/ExchangeLine.tsx';
import { Row, Stack } from '../../components/Layout.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { paths } from '../../components/paths.ts';
import { UndoBar } from '../../components/UndoBar.tsx';
import { useTerms } from '../../components/useTerms.ts';
import type { MessageKey } from '../../i18n/catalogue.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { ActionsSection } from './ActionsSection.tsx';
import { AgreementsSection } from './AgreementsSection.tsx';
import { AnswersSection } from './AnswersSection.tsx';
import styles from './case.module.css';
import { CaseAlarms } from './CaseAlarms.tsx';
import { CaseFoot } from './CaseFoot.tsx';
import { CircleBanner } from './CircleBanner.tsx';
import { ComingSection } from './ComingSection.tsx';
import { FamilyGoalsSection } from './FamilyGoalsSection.tsx';
import { GoalMatrix } from './GoalMatrix.tsx';
import { MeetingsSection } from './MeetingsSection.tsx';
import { PartsSection } from './PartsSection.tsx';
import { QuestionSection } from './QuestionSection.tsx';
import { RemarksSection } from './RemarksSection.tsx';
import { RetentionNote } from './RetentionNote.tsx';
import { RolesSection } from './RolesSection.tsx';
import { SaidSection } from './SaidSection.tsx';
import { useJumpToSection } from './useJumpToSection.ts';
import { WhoSection } from './WhoSection.tsx';

const SECTIONS = [
  ['who', 'case.page.who'],
  ['question', 'case.page.question'],
  ['goals', 'case.page.goals'],
  ['actions', 'case.page.actions'],
  ['roles', 'case.page.roles'],
  ['said', 'case.page.said'],
  ['meetings', 'case.page.meetings'],
] as const satisfies readonly (readonly [string, MessageKey])[];

/** Everything about one family on one page: what is stuck, who, why, what we do and who does it. */
export const CaseScreen = () => {
  const t = useTexts();
  const { term } = useTerms();
  const { caseId = '' } = useParams();
  const { family } = useCaseView();
  useJumpToSection();
  return (
    <Stack gap={5}>
      <PageHeading
        title={t('cases.family', { name: family.name })}
        neutralTitle={t('case.page.neutralTitle')}
        intro={
          <Row gap={4}>
            <Chip>{term('family', 'phase', family.phase ?? 'intake')}</Chip>
            <CaseExchangeLine caseId={caseId as CaseId} />
          </Row>
        }
        actions={
          <>
            <LinkButton variant="quiet" icon={ClipboardList} to={generatePath(paths.preparation, { caseId })}>
              {t('case.page.prepare')}
            </LinkButton>
            <LinkButton variant="quiet" icon={UsersRound} to={generatePath(paths.circle, { caseId })}>
              {t('case.page.circle')}
            </LinkButton>
            <LinkButton variant="quiet" icon={Printer} to={generatePath(paths.print, { caseId, sheet: null })}>
              {t('case.page.print')}
            </LinkButton>
            <LinkButton icon={CalendarPlus} to="#meetings">
              {t('case.page.toConference')}
            </LinkButton>
          </>
        }
      />
      <CaseAlarms />
      <CircleBanner />
      <RetentionNote />
      <RemarksSection />
      <nav aria-label={t('case.page.onThisPage')} className={styles['jump']}>
        <Row gap={2}>
          {SECTIONS.map(([id, key]) => (
            <a key={id} href={`#${id}`}>
              {t(key)}
            </a>
          ))}
        </Row>
      </nav>
      <div className={styles['top']}>
        <WhoSection />
        <QuestionSection />
      </div>
      <FamilyGoalsSection />
      <GoalMatrix />
      <div className={styles['middle']}>
        <ActionsSection />
        <Stack gap={4}>
          <RolesSection />
          <AgreementsSection />
        </Stack>
      </div>
      <AnswersSection />
      <SaidSection />
      <MeetingsSection />
      <ComingSection />
      <PartsSection />
      <CaseFoot />
      <UndoBar />
    </Stack>
  );
};
