/** As much of PouchDB as the bench uses. */
declare module 'pouchdb-browser' {
  interface Replicated {
    readonly docs_written: number;
    readonly ok: boolean;
  }
  interface Replication extends Promise<Replicated> {
    on(event: 'change', listener: (progress: Replicated) => void): this;
  }
  export default class PouchDB {
    constructor(name: string);
    static replicate(source: string, target: PouchDB): Replication;
    info(): Promise<{ readonly doc_count: number; readonly adapter: string }>;
    destroy(): Promise<void>;
  }
}
