import { Eraser, Undo2 } from 'lucide-react';
import { useId, useState, type PointerEvent } from 'react';
import { addStroke, PAPER, type Place, readStrokes, withoutLastStroke } from '../../../../core/plan/drawing.ts';
import type { EntityId } from '../../../../core/shared/ids.ts';
import { INK_COLOURS, Strokes } from '../../../components/heard/Drawing.tsx';
import { Button } from '../../../components/Button.tsx';
import { useAutosave } from '../../../components/fields/useAutosave.tsx';
import { useTexts } from '../../../i18n/useTexts.ts';
import styles from './prepare.module.css';

const INKS = ['black', 'red', 'blue', 'green'] as const;

interface DrawingFieldProps {
  readonly label: string;
  readonly entity: EntityId;
  readonly value: string;
}

/** To draw on with a finger, a pen or a mouse; each line is saved when the finger leaves. Who has no hand for it passes by. */
export const DrawingField = ({ label, entity, value }: DrawingFieldProps) => {
  const t = useTexts();
  const name = useId();
  const cell = useAutosave<string>({ label, entity, field: 'drawing', value });
  const [ink, setInk] = useState(0);
  const [line, setLine] = useState<readonly Place[]>([]);
  const [isFull, setFull] = useState(false);

  const change = (drawing: string) => {
    setFull(false);
    cell.choose(drawing);
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
    const drawn = addStroke(cell.value, { ink, places: line });
    if (drawn === null) setFull(true);
    else change(drawn);
  };

  return (
    <div className={styles['draw']}>
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
        aria-label={t(cell.value ? 'prepare.drawing.there' : 'prepare.drawing.empty')}
        onPointerDown={begin}
        onPointerMove={go}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <Strokes strokes={[...readStrokes(cell.value), ...(line.length > 0 ? [{ ink, places: line }] : [])]} />
      </svg>
      {isFull && <p role="alert">{t('prepare.drawing.full')}</p>}
      {cell.error && <p role="alert">{cell.error}</p>}
      {cell.value && (
        <div className={styles['buttons']}>
          <Button variant="quiet" icon={Undo2} onPress={() => change(withoutLastStroke(cell.value))}>
            {t('prepare.drawing.back')}
          </Button>
          <Button variant="plain" icon={Eraser} onPress={() => change('')}>
            {t('prepare.drawing.clear')}
          </Button>
        </div>
      )}
      {cell.status}
      {cell.below}
    </div>
  );
};

/** Where the finger is, in steps of the paper. */
function placeOf({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>): Place {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return [((clientX - left) / width) * PAPER.width, ((clientY - top) / height) * PAPER.height];
}
