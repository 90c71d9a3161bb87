interface SyncFile {
  readonly getSize: () => number;
  readonly write: (bytes: Uint8Array<ArrayBuffer>, options: { readonly at: number }) => number;
  readonly flush: () => void;
}

/** Appends what it is sent, flushes, and answers how many milliseconds that took. */
const opening = (async (): Promise<SyncFile> => {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle('raw', { create: true });
  return await (handle as unknown as { createSyncAccessHandle: () => Promise<SyncFile> }).createSyncAccessHandle();
})();

addEventListener('message', ({ data }: MessageEvent<Uint8Array<ArrayBuffer>>) => void append(data).then((took) => postMessage(took)));

async function append(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const file = await opening;
  const before = performance.now();
  file.write(bytes, { at: file.getSize() });
  file.flush();
  return performance.now() - before;
}
