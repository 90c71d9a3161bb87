import type { Concern, Conference, Strength } from '../../../../core/plan/caseView.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Card } from '../../../components/Card.tsx';
import { DomainChip } from '../../../components/DomainChip.tsx';
import type { Domain } from '../../../components/domainIcons.ts';
import { EmptyCell } from '../../../components/EmptyCell.tsx';
import { AutosaveNote } from '../../../components/fields/AutosaveText.tsx';
import { Stack } from '../../../components/Layout.tsx';
import { isFamily } from '../../../components/people.ts';
import { useTerms } from '../../../components/useTerms.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from '../Conference.module.css';
import { useConferenceScreen } from '../conferenceScreenStore.ts';
import { focusCapture } from '../focusCapture.ts';
import { EarlierHelp } from './EarlierHelp.tsx';
import { SaidCard } from './SaidCard.tsx';

const ALWAYS: readonly Domain[] = ['home', 'school', 'leisure'];

/** Strengths before concerns, the family's first, per domain; then what this child needs. */
export const InterpretStep = ({ conference }: { readonly conference: Conference }) => {
  const t = useTexts();
  const view = useCaseView();
  return (
    <Stack gap={5}>
      <Columns title={t('conference.interpret.strengths')} kind="strength" said={view.strengths} conference={conference} />
      <Columns title={t('conference.interpret.concerns')} kind="concern" said={view.concerns} conference={conference} />
      <EarlierHelp />
      <Card>
        <AutosaveNote
          label={t('conference.interpret.analysis')}
          hint={t('conference.interpret.analysisHint')}
          entity={'family' as EntityId}
          field="analysis"
          value={view.family.analysis}
          rows={4}
        />
      </Card>
    </Stack>
  );
};

interface ColumnsProps {
  readonly title: string;
  readonly kind: 'strength' | 'concern';
  readonly said: readonly (Strength | Concern)[];
  readonly conference: Conference;
}

const Columns = ({ title, kind, said, conference }: ColumnsProps) => {
  const t = useTexts();
  const { term } = useTerms();
  const view = useCaseView();
  const capture = useConferenceScreen((screen) => screen.capture);
  const byFamily = ({ saidBy }: Strength | Concern) => (isFamily(view.people.find(({ id }) => id === saidBy)) ? 0 : 1);
  const others = (['health', 'network'] as const).filter((domain) => said.some((one) => one.domain === domain));

  return (
    <section aria-label={title}>
      <Stack gap={3}>
        <h2>
          {title} <span className={styles['count']}>{said.length}</span>
        </h2>
        <div className={styles['domains']}>
          {[...ALWAYS, ...others].map((domain) => (
            <div key={domain} className={`${styles['domain']} ${styles[domain]}`}>
              <DomainChip domain={domain} wide />
              <ul className={styles['cards']}>
                {said
                  .filter((one) => one.domain === domain)
                  .toSorted((a, b) => byFamily(a) - byFamily(b))
                  .map((one) => (
                    <SaidCard key={one.id} said={one} kind={kind} conference={conference} />
                  ))}
              </ul>
              <EmptyCell
                onPress={() => {
                  capture(kind, domain);
                  focusCapture();
                }}
              >
                {t(kind === 'strength' ? 'conference.interpret.moreStrengths' : 'conference.interpret.moreConcerns', {
                  domain: term('goal', 'domain', domain).toLowerCase(),
                })}
              </EmptyCell>
            </div>
          ))}
        </div>
      </Stack>
    </section>
  );
};
