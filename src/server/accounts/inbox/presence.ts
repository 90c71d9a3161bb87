import type { DeviceId, DocumentId } from '../../../core/shared/ids.ts';
import type { Bytes } from '../../../protocol/bytes.ts';

/** "Somebody is typing", sealed: in memory, for a few seconds, never on disk. */
export interface Presence {
  readonly put: (doc: DocumentId, device: DeviceId, sealed: Bytes, now: number) => void;
  /** What others said in this document after that number. */
  readonly since: (doc: DocumentId, number: number, now: number) => readonly PresenceNote[];
  /** Counts every note; begins at the server's start time, so that numbers of before a restart lie below. */
  readonly last: () => number;
}

export interface PresenceNote {
  readonly number: number;
  readonly device: DeviceId;
  readonly sealed: Bytes;
  readonly at: number;
}

const PRESENCE_MS = 5_000;
export const PRESENCE_BYTES = 4_096;

export function createPresence(startedAt: number): Presence {
  const notes = new Map<DocumentId, Map<DeviceId, PresenceNote>>();
  let last = startedAt;
  const forget = (now: number) => {
    for (const [doc, byDevice] of notes) {
      for (const [device, note] of byDevice) if (now - note.at > PRESENCE_MS) byDevice.delete(device);
      if (byDevice.size === 0) notes.delete(doc);
    }
  };
  return {
    put: (doc, device, sealed, now) => {
      forget(now);
      const byDevice = notes.get(doc) ?? new Map<DeviceId, PresenceNote>();
      notes.set(doc, byDevice.set(device, { number: ++last, device, sealed, at: now }));
    },
    since: (doc, number, now) => {
      forget(now);
      return [...(notes.get(doc)?.values() ?? [])].filter((note) => note.number > number);
    },
    last: () => last,
  };
}
