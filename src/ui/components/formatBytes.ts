const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** 1234567 -> '1,2 MB' */
export function formatBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${new Intl.NumberFormat('nl-NL', { maximumFractionDigits: step < 2 ? 0 : 1 }).format(bytes / 1000 ** step)} ${UNITS[step]}`;
}
