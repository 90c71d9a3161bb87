import { generatePath, Link } from 'react-router';
import type { CaseSummary } from '../../../application/application.ts';
import { fullName, groupNameOf, type Pupil, type SchoolExport } from '../../../core/plan/schoolExport.ts';
import { ChoicesField } from '../../components/fields/ChoiceField.tsx';
import { formatDay } from '../../components/formatDate.ts';
import { Stack } from '../../components/Layout.tsx';
import { paths } from '../../components/paths.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './import.module.css';

/** More than the largest group, few enough to draw at once. */
const MOST = 60;

interface PupilListProps {
  readonly title: string;
  readonly hint?: string;
  readonly school: SchoolExport;
  readonly pupils: readonly Pupil[];
  readonly chosen: readonly Pupil[];
  readonly onChoose: (chosen: readonly Pupil[]) => void;
  readonly planOf: (pupil: Pupil) => CaseSummary | undefined;
  /** Not when the title says which group it is. */
  readonly showGroup?: boolean;
}

/** Pupils to tick. Who already is in a case cannot be chosen again: their case is one press away. */
export const PupilList = ({ title, hint, school, pupils, chosen, onChoose, planOf, showGroup = true }: PupilListProps) => {
  const t = useTexts();
  const shown = pupils.slice(0, MOST).map((pupil) => ({ pupil, plan: planOf(pupil) }));
  const known = shown.filter(({ plan }) => plan !== undefined);
  const free = shown.filter(({ plan }) => plan === undefined);
  if (pupils.length === 0) return null;
  const choose = (keys: readonly string[]) => onChoose(school.pupils.filter(({ key }) => keys.includes(key)));
  return (
    <Stack gap={3}>
      {free.length > 0 && (
        <div className={styles['pupils']}>
          <ChoicesField
            label={title}
            hint={hint}
            value={chosen.map(({ key }) => key)}
            onChange={choose}
            options={free.map(({ pupil }) => ({ value: pupil.key, label: fullName(pupil), detail: detailOf(pupil) }))}
          />
        </div>
      )}
      {known.length > 0 && (
        <div className={styles['known']}>
          <h2>{t('cases.import.known.title')}</h2>
          <ul>
            {known.map(({ pupil, plan }) => (
              <li key={pupil.key}>
                {fullName(pupil)}:{' '}
                {plan && <Link to={generatePath(paths.case, { caseId: plan.caseId })}>{t('cases.family', { name: plan.name })}</Link>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {pupils.length > MOST && <p>{t('cases.import.more', { count: pupils.length - MOST })}</p>}
    </Stack>
  );

  function detailOf(pupil: Pupil): string {
    const birthDate = pupil.birthDate ? formatDay(pupil.birthDate) : t('cases.import.noBirthDate');
    return [birthDate, showGroup && groupNameOf(school, pupil)].filter(Boolean).join(', ');
  }
};
