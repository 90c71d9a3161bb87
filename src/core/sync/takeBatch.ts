interface Sized {
  readonly bytes: { readonly length: number };
}

/** Bytes in one delivery. The first is a few seconds on a very slow line, also with two others beside it. */
export const DELIVERY = { least: 4_000, first: 24_000, most: 200_000 } as const;

/** What goes in one request: from here on, no more bytes than these, and at least one. */
export function takeBatch<T extends Sized>(waiting: readonly T[], from: number, most: number): readonly T[] {
  let end = from + 1;
  for (let size = waiting[from]?.bytes.length ?? 0; end < waiting.length; end++) {
    size += waiting[end]!.bytes.length;
    if (size > most) break;
  }
  return waiting.slice(from, end);
}
