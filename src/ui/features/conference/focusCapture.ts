export const CAPTURE_ID = 'capture';

/** An empty place was pressed: the next note will be about it. */
export function focusCapture(): void {
  document.getElementById(CAPTURE_ID)?.querySelector('input')?.focus();
}
