import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { LANGUAGES, languages, speaksPart, type Language } from '../src/ui/i18n/languages.ts';

export type Sentences = Readonly<Record<string, string>>;

const DIRECTORY = join(import.meta.dirname, '../src/ui/i18n');
/** Words that are rightly the same in these languages. */
const SAME: Readonly<Record<string, readonly Language[]>> = {
  'shell.product': ['tr', 'ar', 'pl', 'uk'],
  'shell.search.key': ['tr', 'ar', 'pl', 'uk'],
  'myPlan.aloud.stop': ['pl'],
};
const SCRIPTS: { readonly [L in Language]?: RegExp } = { ar: /\p{Script=Arabic}/u, uk: /\p{Script=Cyrillic}/u };

export const readSentences = (language: string, part: string): Sentences =>
  JSON.parse(readFileSync(join(DIRECTORY, language, `${part}.json`), 'utf8')) as Sentences;
const partsOf = (language: string): readonly string[] => readdirSync(join(DIRECTORY, language)).map((file) => file.replace(/\.json$/, ''));

/** Everything that is missing or wrong in a language other than Dutch, by name; empty when all is there. */
export function findUntranslated(): readonly string[] {
  return LANGUAGES.filter((language) => language !== 'nl').flatMap((language) => {
    const [wanted, there] = [partsOf('nl').filter((part) => speaksPart(language, part)), partsOf(language)];
    return [
      ...wanted.filter((part) => !there.includes(part)).map((part) => `${language}/${part}.json is not there`),
      ...there.filter((part) => !wanted.includes(part)).map((part) => `${language}/${part}.json is spoken nowhere`),
      ...wanted
        .filter((part) => there.includes(part))
        .flatMap((part) => findProblems(language, readSentences('nl', part), readSentences(language, part)))
        .map((problem) => `${language}/${problem}`),
    ];
  });
}

/** What is wrong with one part in one language, beside the Dutch. */
export function findProblems(language: Language, dutch: Sentences, translated: Sentences): readonly string[] {
  const missing = Object.keys(dutch).filter((key) => !(translated[key] ?? '').trim());
  const unknown = Object.keys(translated).filter((key) => !Object.hasOwn(dutch, key));
  return [
    ...missing.map((key) => `${key} is missing`),
    ...unknown.map((key) => `${key} is not there in Dutch`),
    ...Object.keys(dutch)
      .filter((key) => !missing.includes(key))
      .flatMap((key) => findMistakes(language, key, dutch[key]!, translated[key]!).map((mistake) => `${key} ${mistake}`)),
  ];
}

function findMistakes(language: Language, key: string, dutch: string, translated: string): readonly string[] {
  const [asked, given] = [argumentsOf(dutch), argumentsOf(translated)];
  if (asked.join(', ') !== given.join(', ')) return [`asks for {${given.join(', ')}} instead of {${asked.join(', ')}}`];
  const needed = new Intl.PluralRules(languages[language].locale).resolvedOptions().pluralCategories.toSorted();
  const lacks = pluralsOf(compileMessage(translated)).flatMap((forms) => needed.filter((category) => !forms.includes(category)));
  if (lacks.length > 0) return [`lacks the plural ${[...new Set(lacks)].join(', ')}`];
  if (isUntranslated(language, key, dutch, translated)) return ['is not translated'];
  return [];
}

/** English shares single words with Dutch; the others do not, but for those that are named above. */
function isUntranslated(language: Language, key: string, dutch: string, translated: string): boolean {
  const words = wordsOf(translated);
  if (words.length === 0 || SAME[key]?.includes(language)) return false;
  const script = SCRIPTS[language];
  if (script && !script.test(translated)) return true;
  return translated === dutch && words.length > (languages[language].covers === 'everything' ? 1 : 0);
}

const wordsOf = (sentence: string): readonly string[] => sentence.replace(/\{\w+\}/g, '').match(/\p{L}{2,}/gu) ?? [];

/** The values a sentence asks for and how, e.g. `name`, `count plural`, `who select je other`. */
function argumentsOf(sentence: string): readonly string[] {
  const found = new Set<string>();
  visit(compileMessage(sentence), ([name, kind, forms]) => {
    const branches = kind === 'select' ? Object.keys(forms as object).toSorted() : [];
    found.add([name, kind, ...branches].filter(Boolean).join(' '));
  });
  return [...found].toSorted();
}

function pluralsOf(compiled: unknown): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  visit(compiled, ([, kind, forms]) => void (kind === 'plural' && found.push(Object.keys(forms as object))));
  return found;
}

function visit(compiled: unknown, see: (token: readonly unknown[]) => void): void {
  if (!Array.isArray(compiled)) return;
  for (const token of compiled as readonly unknown[]) {
    if (!Array.isArray(token)) continue;
    see(token as readonly unknown[]);
    for (const part of token.slice(1) as readonly unknown[])
      if (part && typeof part === 'object') for (const branch of Object.values(part)) visit(branch, see);
  }
}
