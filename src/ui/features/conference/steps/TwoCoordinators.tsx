import type { CoordinatorTurn } from '../../../../core/plan/caseView.ts';
import { useCaseView } from '../../../components/applicationContext.tsx';
import { Banner } from '../../../components/Banner.tsx';
import { Button } from '../../../components/Button.tsx';
import { nameOf } from '../../../components/people.ts';
import { useChange } from '../../../components/useChange.ts';
import { useTexts } from '../../../i18n/useTexts.ts';

/** Two people accepted apart from each other: never a silent choice, the table says who stays. */
export const TwoCoordinators = ({ running }: { readonly running: readonly CoordinatorTurn[] }) => {
  const t = useTexts();
  const view = useCaseView();
  const { run, errorText } = useChange();
  const keep = (kept: CoordinatorTurn) =>
    void run(
      ...running
        .filter(({ id }) => id !== kept.id)
        .map(({ id }) => ({ type: 'handOverCoordinator', turn: id, to: null, reason: t('conference.roles.stayedReason') }) as const),
    );
  return (
    <>
      <Banner
        tone="alarm"
        actions={running.map((turn) => (
          <Button key={turn.id} variant="quiet" onPress={() => keep(turn)}>
            {t('conference.roles.stays', { name: nameOf(view, turn.person) })}
          </Button>
        ))}
      >
        {t('conference.roles.two')}
      </Banner>
      {errorText && <p role="alert">{errorText}</p>}
    </>
  );
};
