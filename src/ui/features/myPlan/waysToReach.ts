/** A telephone number, as it is written in the Netherlands. */
const PHONE = /(?:\+\d{2}|\b0)(?:[\s-]?\d){9}\b/;
/** Nothing that a mail program would take for more than an address. */
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** How somebody can be called and mailed, also where it stands in a sentence on when they can be reached. */
export function waysToReach(phone: string, ...sentences: readonly string[]): { readonly phone: string; readonly mail: string } {
  const firstOf = (pattern: RegExp) => sentences.map((sentence) => pattern.exec(sentence)?.[0]).find(Boolean) ?? '';
  return { phone: (phone || firstOf(PHONE)).replace(/[^\d+]/g, ''), mail: firstOf(MAIL) };
}
