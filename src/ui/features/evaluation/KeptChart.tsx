import { scaleLinear } from 'd3-scale';
import type { KeptCount } from '../../../core/evaluation/keptPromises.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './Chart.module.css';
import { SAID, useKeptWords } from './keptWords.ts';

const WIDTH = 400;
const ROW = 64;
const BAR = 30;

/** One bar per group of doers, as long as their promises are many. */
export const KeptChart = ({ counts }: { readonly counts: readonly KeptCount[] }) => {
  const t = useTexts();
  const words = useKeptWords();
  const x = scaleLinear([0, Math.max(1, ...counts.map(totalOf))], [0, WIDTH - 2]);
  return (
    <figure className={styles['figure']}>
      <svg viewBox={`0 0 ${WIDTH} ${ROW * counts.length}`} role="img" aria-label={t('evaluation.kept.label')} className={styles['chart']}>
        {counts.map((count, row) => (
          <g key={count.doers} transform={`translate(1 ${row * ROW})`}>
            <text x={0} y={18}>
              {t(`evaluation.doers.${count.doers}`)}
            </text>
            {partsOf(count).map(({ said, from, many }) => (
              <g key={said}>
                <rect x={x(from)} y={26} width={Math.max(0, x(many) - 2)} height={BAR} rx={3} className={styles[said]} />
                <text
                  x={x(from + many / 2)}
                  y={26 + BAR / 2 + 6}
                  textAnchor="middle"
                  className={said === 'yes' || said === 'no' ? styles['inBar'] : styles['inLightBar']}
                >
                  {many}
                </text>
              </g>
            ))}
          </g>
        ))}
      </svg>
      <figcaption className={styles['legend']}>
        {SAID.filter((said) => counts.some((count) => count[said] > 0)).map((said) => (
          <span key={said}>
            <svg viewBox="0 0 16 16" className={styles['box']} aria-hidden>
              <rect x={1} y={1} width={14} height={14} rx={3} className={styles[said]} />
            </svg>
            {words(said)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
};

const totalOf = (count: KeptCount): number => SAID.reduce((sum, said) => sum + count[said], 0);

const partsOf = (count: KeptCount) =>
  SAID.map((said, index) => ({
    said,
    from: SAID.slice(0, index).reduce((sum, before) => sum + count[before], 0),
    many: count[said],
  })).filter(({ many }) => many > 0);
