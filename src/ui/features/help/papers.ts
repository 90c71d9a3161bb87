import type { MessageKey } from '../../i18n/catalogue.ts';

type SectionOf<Key> = Key extends `papers.${infer Section}.body` ? Section : never;
/** A part of a paper, as it stands in the catalogue. */
export type PaperSection = SectionOf<MessageKey>;

/** The papers that belong to using the app, with their parts in reading order. Their texts are examples, never legal advice. */
export const papers = {
  privacy: [
    'privacy.who',
    'privacy.why',
    'privacy.what',
    'privacy.basis',
    'privacy.readers',
    'privacy.where',
    'privacy.howLong',
    'privacy.rights',
    'privacy.child',
    'privacy.safe',
  ],
  child: ['child.what', 'child.why', 'child.who', 'child.locked', 'child.your', 'child.older', 'child.safe', 'child.ask'],
  dpia: [
    'dpia.about',
    'dpia.description',
    'dpia.people',
    'dpia.sees',
    'dpia.lawful',
    'dpia.needed',
    'dpia.keep',
    'dpia.risks',
    'dpia.rest',
    'dpia.actions',
    'dpia.review',
  ],
  joint: [
    'joint.parties',
    'joint.scope',
    'joint.purpose',
    'joint.tasks',
    'joint.rights',
    'joint.confidential',
    'joint.security',
    'joint.breach',
    'joint.keep',
    'joint.essence',
    'joint.end',
    'joint.sign',
  ],
  processing: [
    'processing.model',
    'processing.parties',
    'processing.terms',
    'processing.subject',
    'processing.roles',
    'processing.use',
    'processing.confidential',
    'processing.security',
    'processing.breach',
    'processing.help',
    'processing.transfer',
    'processing.sub',
    'processing.keep',
    'processing.liable',
    'processing.term',
    'processing.annex1',
    'processing.annex2',
  ],
  accessibility: [
    'accessibility.status',
    'accessibility.tested',
    'accessibility.not',
    'accessibility.limits',
    'accessibility.other',
    'accessibility.contact',
  ],
  ict: [
    'ict.short',
    'ict.chrome',
    'ict.chromeos',
    'ict.firefox',
    'ict.safari',
    'ict.persist',
    'ict.network',
    'ict.leak',
    'ict.shared',
    'ict.check',
    'ict.sources',
  ],
} as const satisfies Readonly<Record<string, readonly PaperSection[]>>;

export type PaperId = keyof typeof papers;
export const PAPERS = Object.keys(papers) as readonly PaperId[];

export const isPaper = (word: string | undefined): word is PaperId => word !== undefined && Object.hasOwn(papers, word);
