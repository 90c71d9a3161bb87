import { useCaseView } from '../../components/applicationContext.tsx';
import { useNames } from '../../components/useNames.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { CoordinatorBox } from './CoordinatorBox.tsx';
import { FullPart } from './FullPart.tsx';
import { useDays } from './useDays.ts';
import { useWords } from './useWords.ts';

/** Who guards the plan and who to call, the other roles, and how we work together. */
export const FullRoles = () => {
  const t = useTexts();
  const { nameOf } = useNames();
  const { moment } = useDays();
  const { how } = useWords();
  const { coordinator, coordinatorTurns, roles, agreements } = useCaseView();
  const earlier = coordinatorTurns.filter(({ acceptedAt, endedAt }) => acceptedAt !== null && endedAt !== null);
  return (
    <>
      <FullPart title={t('fullPrint.roles')}>
        <CoordinatorBox />
        <ul>
          {coordinator && (
            <li>
              {t('fullPrint.roles.accepted', {
                name: nameOf(coordinator.person),
                at: moment(coordinator.acceptedAt!),
                how: how({ via: coordinator.acceptedVia, recordedBy: coordinator.acceptedRecordedBy }),
              })}
            </li>
          )}
          {roles.map((role) => (
            <li key={role.id}>
              <strong>
                <bdi>{role.name}</bdi>
              </strong>
              : {nameOf(role.person)}
              {role.acceptedAt === null && ` (${t('fullPrint.roles.notAccepted')})`}
            </li>
          ))}
          {earlier.map((turn) => (
            <li key={turn.id}>
              {t('fullPrint.roles.earlier', { name: nameOf(turn.person), at: moment(turn.endedAt!) })} <bdi>{turn.endReason}</bdi>
            </li>
          ))}
        </ul>
      </FullPart>
      {agreements.length > 0 && (
        <FullPart title={t('fullPrint.agreements')}>
          <ul>
            {agreements.map(({ id, text }) => (
              <li key={id}>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </FullPart>
      )}
    </>
  );
};
