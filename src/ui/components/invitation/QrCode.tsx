import encodeQR from 'qr';
import { useMemo } from 'react';
import styles from './QrCode.module.css';

/** A code to scan, drawn as one path: no inline style, no script, nothing leaves the device. Always dark on white, also at night. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const rows = useMemo(() => encodeQR(text, 'raw', { ecc: 'medium', border: 4 }), [text]);
  const path = useMemo(() => rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join(''), [rows]);
  return (
    <svg className={styles['code']} viewBox={`0 0 ${rows.length} ${rows.length}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect className={styles['paper']} width={rows.length} height={rows.length} />
      <path className={styles['ink']} d={path} />
    </svg>
  );
};
