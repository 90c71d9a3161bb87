import type { CaseId, DeviceId, DocumentId, EntityId, MemberId } from '../../core/shared/ids.ts';
import type { AccessKind } from '../../core/circle/accessLog.ts';
import type { Operation } from '../../core/document/operation.ts';
import type { ExchangeState, SavingState } from '../application.ts';
import type { Clock, Randomness, StoredRecord, Tabs } from '../ports.ts';
import type { UnlockWay } from '../../crypto/lockbox.ts';
import type { NotSaved } from './durableStore.ts';

/** What only the writer tab does (SPEC rule 2): the others ask, and ask again when another tab takes over. */
type WriterRequest =
  | { readonly type: 'write'; readonly records: readonly StoredRecord[] }
  /** `origin`: the tab's visit, so that a person never meets their own earlier value as a conflict. */
  | { readonly type: 'save'; readonly doc: DocumentId; readonly operations: readonly Operation[]; readonly origin: string }
  | { readonly type: 'erase'; readonly docs: readonly DocumentId[] }
  | { readonly type: 'retry' }
  /** `signOut`: only once nothing waits, or although something does; nothing is made anew then. Null: wiped as asked, to begin anew. */
  | { readonly type: 'wipe'; readonly signOut: 'delivered' | 'exported' | null }
  | { readonly type: 'compact' }
  /** Exchange now: everything, or one document. */
  | { readonly type: 'exchange'; readonly doc: DocumentId | null }
  /** A person has read what left this device. */
  | { readonly type: 'forgetLeft' }
  | { readonly type: 'typing'; readonly doc: DocumentId; readonly entity: EntityId; readonly field: string }
  /** A person looks at this case. */
  | { readonly type: 'opened'; readonly caseId: CaseId }
  /** A line in the access log of each of these documents. */
  | ({ readonly type: 'access' } & AccessRequest)
  /** Something read was damaged: compare database and journal. */
  | { readonly type: 'mend' };

export interface AccessRequest {
  readonly docs: readonly DocumentId[];
  readonly what: AccessKind;
}

export interface WriterAnswer {
  readonly problem: NotSaved['problem'] | null;
  /** The sealed envelope of a save, also when it waits to be stored. */
  readonly envelope: Uint8Array<ArrayBuffer> | null;
}

/** What every other tab of this browser hears. */
type News =
  /** Another tab is the writer from now on. */
  | { readonly type: 'writer' }
  /** These envelopes of a document are stored. */
  | { readonly type: 'stored'; readonly doc: DocumentId; readonly keys: readonly string[] }
  | { readonly type: 'saving'; readonly saving: SavingState }
  /** Circle, keys or chain of this document changed: read it anew. */
  | { readonly type: 'circle'; readonly doc: DocumentId }
  | { readonly type: 'keyring'; readonly member: MemberId }
  | { readonly type: 'exchange'; readonly exchange: ExchangeState }
  | {
      readonly type: 'typing';
      readonly typing: { readonly doc: DocumentId; readonly device: DeviceId; readonly entity: EntityId; readonly field: string };
    }
  /** Device record, settings or the list of documents changed. */
  | { readonly type: 'device' }
  | { readonly type: 'removed'; readonly docs: readonly DocumentId[] }
  | { readonly type: 'unlocked'; readonly way: UnlockWay; readonly unlockKey: Uint8Array<ArrayBuffer> }
  | { readonly type: 'locked' }
  | { readonly type: 'activity' }
  | { readonly type: 'wiped'; readonly next: 'new' | 'signedOut' };

/** Null: this tab cannot answer now (locked); the asker asks again. */
export type Serve = (request: WriterRequest) => Promise<WriterAnswer | null>;

export interface TabLink {
  /** `isDone`: asked before asking a new writer again, because the old one may have done it and closed before it answered. */
  readonly ask: (request: WriterRequest, isDone?: () => Promise<WriterAnswer | null>) => Promise<WriterAnswer>;
  /** This tab is the writer from now on: what waits here is done here. */
  readonly serve: (serve: Serve) => void;
  readonly tell: (news: News) => void;
  readonly hear: (listener: (news: News) => void) => () => void;
  readonly close: () => void;
}

/**
 * Every version of the app says its version first, and nothing else is read of another one but that it locks: what it means by the rest
 * is not known here.
 * A greeting asks for nothing and is not answered.
 */
type Sent = { readonly version: string; readonly greeting: true } | (Message & { readonly version: string });

type Message =
  | { readonly type: 'ask'; readonly id: string; readonly request: WriterRequest }
  | { readonly type: 'answer'; readonly id: string; readonly answer: WriterAnswer }
  | { readonly type: 'news'; readonly news: News };

interface Pending {
  readonly send: () => void;
  readonly sendAgain: () => Promise<void>;
  readonly resolve: (answer: WriterAnswer) => void;
}

const ASK_AGAIN_AFTER = 2000;
const REMEMBERED_ANSWERS = 500;

/** `onOtherVersion`: a tab with another version of the app is there. */
export function createTabLink({
  tabs,
  clock,
  random,
  onOtherVersion,
}: {
  readonly tabs: Tabs;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly onOtherVersion: () => void;
}): TabLink {
  const pending = new Map<string, Pending>();
  const listeners = new Set<(news: News) => void>();
  const answers = new Map<string, Promise<WriterAnswer | null>>();
  let serving: Serve | null = null;

  const { version } = tabs;
  const post = (message: Message) => tabs.post({ ...message, version } satisfies Sent);

  /** The same question twice is one answer: it was only sent again because the first answer took long. */
  function answerOnce(id: string, request: WriterRequest, serve: Serve): Promise<WriterAnswer | null> {
    const known = answers.get(id);
    if (known) return known;
    const answer = serve(request);
    answers.set(id, answer);
    void answer.then((given) => given ?? answers.delete(id));
    for (const old of answers.keys()) if (answers.size > REMEMBERED_ANSWERS) answers.delete(old);
    return answer;
  }

  async function receive(message: Sent): Promise<void> {
    if (message.version !== version) {
      // So that both know.
      if (!('greeting' in message)) tabs.post({ version, greeting: true } satisfies Sent);
      // Locking can do no harm, whatever was meant; a person who locks means every tab.
      if ('news' in message && message.news?.type === 'locked') for (const listener of listeners) listener({ type: 'locked' });
      return onOtherVersion();
    }
    if ('greeting' in message) return;
    if (message.type === 'answer') return pending.get(message.id)?.resolve(message.answer);
    if (message.type === 'ask') {
      const answer = serving && (await answerOnce(message.id, message.request, serving));
      if (answer) post({ type: 'answer', id: message.id, answer });
      return;
    }
    for (const listener of listeners) listener(message.news);
    if (message.news.type === 'writer') for (const { sendAgain } of pending.values()) void sendAgain();
  }

  const stop = tabs.listen((message) => void receive(message as Sent));

  function ask(request: WriterRequest, isDone: () => Promise<WriterAnswer | null> = async () => null): Promise<WriterAnswer> {
    const id = [...random.bytes(9)].map((byte) => byte.toString(36)).join('.');
    return new Promise((resolve) => {
      let cancel = () => {};
      const finish = (answer: WriterAnswer) => {
        cancel();
        if (pending.delete(id)) resolve(answer);
      };
      const send = () => {
        cancel();
        cancel = clock.after(ASK_AGAIN_AFTER, send);
        if (serving) void answerOnce(id, request, serving).then((answer) => answer && finish(answer));
        else post({ type: 'ask', id, request });
      };
      const sendAgain = async () => {
        const answer = await isDone();
        if (answer) finish(answer);
        else if (pending.has(id)) send();
      };
      pending.set(id, { send, sendAgain, resolve: finish });
      send();
    });
  }

  return {
    ask,
    serve: (serve) => {
      serving = serve;
      post({ type: 'news', news: { type: 'writer' } });
      for (const { sendAgain } of pending.values()) void sendAgain();
    },
    tell: (news) => post({ type: 'news', news }),
    hear: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      stop();
      serving = null;
      pending.clear();
    },
  };
}
