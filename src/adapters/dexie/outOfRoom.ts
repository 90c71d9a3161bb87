/** Whether a full disk is behind this error. Dexie wraps what the browser said, sometimes twice. */
export function isOutOfRoom(error: unknown): boolean {
  if (!(error instanceof Error) && !(error instanceof DOMException)) return false;
  const { inner, failures } = error as { readonly inner?: unknown; readonly failures?: readonly unknown[] };
  return error.name === 'QuotaExceededError' || isOutOfRoom(inner) || (failures ?? []).some(isOutOfRoom);
}
