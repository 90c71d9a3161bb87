import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { middleOf, type AttainmentMoment, type Side } from '../../../core/evaluation/attainmentOverTime.ts';
import type { Goal } from '../../../core/plan/caseView.ts';
import { formatDayShort } from '../../components/formatDate.ts';
import { LEVELS, levelText } from '../../components/planWords.ts';
import { useTerms } from '../../components/useTerms.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Chart.module.css';

const SIDES: readonly Side[] = ['family', 'professionals'];
const STEP = 36;
const LEFT = 112;
const RIGHT = 384;
const TOP = 14;
/** Days below the picture that fit beside each other. */
const DAYS_THAT_FIT = 4;

interface ChartProps {
  readonly goal: Goal;
  readonly moments: readonly AttainmentMoment[];
}

/** The line goes through the middle of what a side said, a mark for each level that someone named. Words at the side, never numbers. */
export const AttainmentChart = ({ goal, moments }: ChartProps) => {
  const t = useTexts();
  const { term } = useTerms();
  const named = moments.flatMap((moment) => SIDES.flatMap((side) => levelsOf(moment, side)));
  const levels = LEVELS.filter((level) => level >= Math.min(-2, ...named) && level <= Math.max(0, ...named));
  const bottom = TOP + STEP * (levels.length - 1);
  const y = scaleLinear([levels[0]!, levels.at(-1)!], [bottom, TOP]);
  const x = scalePoint(
    moments.map((_, index) => index),
    [LEFT, RIGHT],
  ).padding(0.4);
  const across = (index: number) => x(index)!;
  const everyNth = Math.ceil(moments.length / DAYS_THAT_FIT);

  return (
    <figure className={styles['figure']} translate="no">
      <svg
        viewBox={`0 0 400 ${bottom + 40}`}
        role="img"
        aria-label={t('evaluation.chart.label', { goal: goal.statement })}
        className={styles['chart']}
      >
        {levels.map((level) => (
          <g key={level}>
            <line x1={LEFT} x2={RIGHT + 10} y1={y(level)} y2={y(level)} className={level === 0 ? styles['aim'] : styles['rule']} />
            <text x={LEFT - 10} y={y(level) + 5} textAnchor="end">
              {levelText(t, level)}
            </text>
          </g>
        ))}
        {moments.map(
          ({ day }, index) =>
            day &&
            (moments.length - 1 - index) % everyNth === 0 && (
              <text key={index} x={across(index)} y={bottom + 32} textAnchor="middle">
                {formatDayShort(day)}
              </text>
            ),
        )}
        {SIDES.map((side) => {
          const path = line<AttainmentMoment>()
            .defined((moment) => middleOf(moment, side) !== null)
            .x((_, index) => across(index))
            .y((moment) => y(middleOf(moment, side)!))([...moments]);
          return (
            <g key={side} className={styles[side]}>
              {path && <path d={path} />}
              {moments.flatMap((moment, index) =>
                levelsOf(moment, side).map((level) => <Mark key={`${index} ${level}`} side={side} x={across(index)} y={y(level)} />),
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className={styles['legend']}>
        {SIDES.map((side) => (
          <span key={side}>
            <svg viewBox="0 0 20 20" className={`${styles['swatch']} ${styles[side]}`} aria-hidden>
              <Mark side={side} x={10} y={10} />
            </svg>
            {term('attainment', 'side', side)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
};

/** Round is the family, square are the professionals; seen without colour too. */
const Mark = ({ side, x, y }: { readonly side: Side; readonly x: number; readonly y: number }) =>
  side === 'family' ? <circle cx={x} cy={y} r={9} /> : <rect x={x - 5} y={y - 5} width={10} height={10} />;

const levelsOf = (moment: AttainmentMoment, side: Side): readonly number[] =>
  moment.isStart ? [middleOf(moment, side)!] : [...new Set(moment[side].flatMap(({ level }) => (level === null ? [] : [level])))];
