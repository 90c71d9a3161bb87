import { PAPER, readStrokes, type Stroke } from '../../../core/plan/drawing.ts';
import styles from './heard.module.css';

/** On white paper, whatever the colours around it: a drawing looks as it was drawn. Black, red, blue, green. */
export const INK_COLOURS = ['#1d2b2f', '#b3261e', '#1a4fa3', '#1f6b3a'] as const;

interface DrawingProps {
  readonly drawing: string;
  /** What it is, for who does not see it. */
  readonly label: string;
}

export const Drawing = ({ drawing, label }: DrawingProps) => (
  <svg viewBox={`0 0 ${PAPER.width} ${PAPER.height}`} className={styles['drawing']} role="img" aria-label={label}>
    <Strokes strokes={readStrokes(drawing)} />
  </svg>
);

export const Strokes = ({ strokes }: { readonly strokes: readonly Stroke[] }) =>
  strokes.map(({ ink, places }, at) => (
    // A single place is a dot: a line of no length, with round ends.
    // eslint-disable-next-line react/no-array-index-key
    <path key={at} stroke={INK_COLOURS[ink]} d={`M${places.map((place) => place.join(' ')).join('L')}${places.length === 1 ? 'h0' : ''}`} />
  ));
