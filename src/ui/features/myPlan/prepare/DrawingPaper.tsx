import { Eraser, Undo2 } from 'lucide-react';
import { useId, useState, type PointerEvent } from 'react';
import { addStroke, PAPER, type Place, readStrokes, withoutLastStroke } from '../../../../core/plan/drawing.ts';
import { INK_COLOURS, Strokes } from '../../../components/heard/Drawing.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import plan from '../myPlan.module.css';
import styles from './prepare.module.css';

const INKS = ['black', 'red', 'blue', 'green'] as const;

interface DrawingPaperProps {
  readonly value: string;
  readonly onDraw: (drawing: string) => void;
}

/** To draw on with a finger, a pen or a mouse. Who has no hand for it passes by. */
export const DrawingPaper = ({ value, onDraw }: DrawingPaperProps) => {
  const t = useTexts();
  const name = useId();
  const [ink, setInk] = useState(0);
  const [line, setLine] = useState<readonly Place[]>([]);
  const [isFull, setFull] = useState(false);

  const change = (drawing: string) => {
    setFull(false);
    onDraw(drawing);
  };
  const begin = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setLine([placeOf(event)]);
  };
  const go = (event: PointerEvent<SVGSVGElement>) => {
    const place = placeOf(event);
    setLine((places) => (places.length === 0 ? places : [...places, place]));
  };
  const end = () => {
    if (line.length === 0) return;
    setLine([]);
    const drawn = addStroke(value, { ink, places: line });
    if (drawn === null) setFull(true);
    else change(drawn);
  };

  return (
    <>
      <fieldset className={styles['inks']}>
        <legend>{t('prepare.drawing.ink')}</legend>
        {INKS.map((colour, at) => (
          <label key={colour}>
            <input type="radio" name={name} checked={ink === at} onChange={() => setInk(at)} />
            <span className={styles['swatch']} style={{ background: INK_COLOURS[at] }} aria-hidden />
            {t(`prepare.drawing.${colour}`)}
          </label>
        ))}
      </fieldset>
      <svg
        viewBox={`0 0 ${PAPER.width} ${PAPER.height}`}
        className={styles['paper']}
        role="img"
        aria-label={t(value ? 'prepare.drawing.there' : 'prepare.drawing.empty')}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <Strokes strokes={[...readStrokes(value), ...(line.length > 0 ? [{ ink, places: line }] : [])]} />
      </svg>
      {isFull && <p role="alert">{t('prepare.drawing.full')}</p>}
      {value && (
        <div className={styles['buttons']}>
          <button type="button" className={plan['quiet']} onClick={() => change(withoutLastStroke(value))}>
            <Undo2 size={20} aria-hidden /> {t('prepare.drawing.back')}
          </button>
          <button type="button" className={plan['plain']} onClick={() => change('')}>
            <Eraser size={20} aria-hidden /> {t('prepare.drawing.clear')}
          </button>
        </div>
      )}
    </>
  );
};

/** Where the finger is, in steps of the paper. */
function placeOf({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>): Place {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return [((clientX - left) / width) * PAPER.width, ((clientY - top) / height) * PAPER.height];
}
