import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findProblems, findUntranslated, type Sentences } from '../../.ci/checkCatalogues.ts';
import { isolateValues } from '../../.ci/compileCatalogues.ts';
import { languageFor } from '../../src/ui/i18n/languages.ts';
import { countWords, sentencesOf, wordingsOf } from '../support/sentences.ts';

const UI = join(import.meta.dirname, '../../src/ui');
const readTexts = (language: string, file: string) =>
  JSON.parse(readFileSync(join(UI, 'i18n', language, file), 'utf8')) as Record<string, string>;
const files = readdirSync(join(UI, 'i18n/nl')).filter((file) => file.endsWith('.json'));

/** Family and professional alike. */
const MOST_WORDS = 15;
/** Who is eight reads no further. */
const MOST_WORDS_OF_CHILD = 10;
const tooLongIn = (text: string) => sentencesOf(text).filter((sentence) => countWords(sentence) > MOST_WORDS);

/** What is written to a family, or read by it on the way in. The rest of these files speaks to professionals. */
const FAMILY_TEXTS: Readonly<Record<string, RegExp>> = {
  'myPlan.json': /./,
  'helpers.json': /./,
  'device.json': /./,
  'fullPrint.json': /./,
  // One topic says what the words of the field mean.
  'familyHelp.json': /^familyHelp\.(?!topic\.words\.)/,
  'danger.json': /./,
  'discreet.json': /./,
  'exchange.json': /./,
  'invitation.json': /./,
  'words.json': /./,
  'join.json': /^join\.(?!organisation\.)/,
  // Not what only those who work with cases come across, nor the name of the method. The line of the exchange leads to what explains it.
  'shell.json': /^shell\.(?!opening\.title$|nav\.cases|palette\.|guest\.|recovery\.offerWhy$|exchange\.)/,
  'start.json': /^start\.(?!welcome\.title$)/,
  // Who the coordinator is stands in sight under the question.
  'prepare.json': /^prepare\.(?!coordinator)/,
  // Not the headings of a copy, nor the law that a right is based on.
  'rights.json': /^rights\.(?!kind\.|request\.law$)/,
  'consent.json': /./,
  'ownWords.json': /./,
  'prepared.json': /./,
  'reading.json': /./,
};

/** Words of the field that nobody outside it has to know. */
const JARGON =
  /(?<![\p{L}-])(MDO|OPP|GAS|SWV|JGZ|IB|AVG|FG|ontwikkelingsperspectief|handelingsdeel|hoorrecht|zienswijze|instemming|interventies?|indicaties?|zorgvragers?|cliënt(en)?|casus(sen)?|casuïstiek|dossiers?|trajecten|traject|hulpvra(ag|gen)|problematiek|betrokkenen|doelrealisatie|ondersteuningsbehoeften?|onderwijs-zorgarrangement(en)?|arrangement(en)?|samenwerkingsverband|thuiszitters?|leerplicht|escalatie(ladder)?|opschalen|afschalen|doorzettingsmacht|bewaartermijn|meldcode|multidisciplinair|evaluaties?|regie|rechtsgrond|grondslag|versleutel\w*|server|synchronisatie|uitgewisseld|uitwisseling)(?!\p{L})/giu;

/** Those that a family does meet, each with what explains it at a tap: on every screen of a file that says it. */
const EXPLAINED = [
  {
    pattern: /(?<!\p{L})regisseur(?!\p{L})/iu,
    word: 'coordinator',
    files: ['features/myPlan/ContactCard.tsx', 'features/myPlan/seen/SeenAlarms.tsx', 'features/myPlan/ownWords/DraftsCard.tsx'],
    in: ['myPlan.json', 'rights.json', 'words.json', 'prepared.json'],
  },
  {
    pattern: /(?<!\p{L})kring(?!\p{L})/iu,
    word: 'circle',
    files: ['features/myPlan/AgreeCard.tsx', 'features/myPlan/HelpersScreen.tsx', 'features/myPlan/reading/ReadingScreen.tsx'],
    in: ['myPlan.json', 'helpers.json', 'words.json'],
  },
  {
    pattern: /(?<!\p{L})gezag(?!\p{L})/iu,
    word: 'authority',
    files: ['features/myPlan/consent/ConsentScreen.tsx'],
    in: ['consent.json', 'words.json'],
  },
] as const;

/** What a family would stumble over in a text of this file. */
function jargonIn(text: string, file: string): readonly string[] {
  const said = wordingsOf(text).join('\n');
  const unexplained = EXPLAINED.flatMap(({ pattern, in: places }) =>
    (places as readonly string[]).includes(file) ? [] : (said.match(pattern) ?? []),
  );
  return [...new Set([...(said.match(JARGON) ?? []), ...unexplained])];
}

describe('what a family reads', () => {
  const texts = Object.entries(FAMILY_TEXTS).flatMap(([file, keys]) =>
    Object.entries(readTexts('nl', file))
      .filter(([key]) => keys.test(key))
      .map(([key, text]) => ({ file, key, text })),
  );

  it('has short sentences and no word of the field without an explanation', () => {
    expect(texts.length).toBeGreaterThan(150);
    expect(texts.flatMap(({ key, text }) => tooLongIn(text).map((sentence) => `${key}: ${sentence}`))).toEqual([]);
    expect(texts.flatMap(({ file, key, text }) => jargonIn(text, file).map((word) => `${key}: ${word}`))).toEqual([]);
  });

  it('is in even shorter sentences on the page of a child', () => {
    const ofChild = texts.filter(({ key }) => key.startsWith('myPlan.child.') && !key.includes('.grown'));
    expect(ofChild.length).toBeGreaterThan(40);
    const long = ofChild.flatMap(({ text }) => sentencesOf(text)).filter((sentence) => countWords(sentence) > MOST_WORDS_OF_CHILD);
    expect(long).toEqual([]);
  });

  it('says its words of the field where they are explained', () => {
    for (const { word, files } of EXPLAINED)
      for (const file of files) expect(readFileSync(join(UI, file), 'utf8'), file).toContain(`<Explain word="${word}" />`);
  });

  it('would not pass with these', () => {
    const long = 'Wij komen u volgende week samen met de juf en de buurman van hiernaast nog een keer alles vragen.';
    expect(tooLongIn(long)).toHaveLength(1);
    expect(tooLongIn(`{who, select, je {Ja.} other {${long}}}`)).toHaveLength(1);
    expect(tooLongIn(`{count, plural, one {Eén.} other {Nee. ${long}}}`)).toHaveLength(1);
    expect(jargonIn('Na het MDO volgt de evaluatie van het OPP.', 'myPlan.json')).toEqual(['MDO', 'evaluatie', 'OPP']);
    expect(jargonIn('{who, select, je {Jouw casus.} other {Uw hulpvraag.}}', 'join.json')).toEqual(['casus', 'hulpvraag']);
    expect(jargonIn('De regisseur belt.', 'join.json')).toEqual(['regisseur']);
    expect(jargonIn('De regisseur belt over de cliëntondersteuner.', 'myPlan.json')).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('is there', () => expect(files.length).toBeGreaterThan(5));

  it('is complete in every language, for all of it or for what families see', () => expect(findUntranslated()).toEqual([]));

  it.each([
    ['a key that is missing', { 'a.b': 'Bel {name}' }, {}, 'a.b is missing'],
    ['an empty text', { 'a.b': 'Bel {name}' }, { 'a.b': ' ' }, 'a.b is missing'],
    ['a key that Dutch has not', {}, { 'a.b': 'Ara' }, 'a.b is not there in Dutch'],
    ['another value', { 'a.b': 'Bel {name}' }, { 'a.b': 'Ara: {person}' }, 'a.b asks for {person} instead of {name}'],
    ['a branch less', { 'a.b': '{w, select, je {Jij} other {U}}' }, { 'a.b': '{w, select, other {Siz}}' }, 'a.b asks for'],
    ['a Dutch sentence', { 'a.b': 'Bel ons' }, { 'a.b': 'Bel ons' }, 'a.b is not translated'],
  ])('sees %s', (_, dutch, turkish, problem) => {
    expect(findProblems('tr', dutch as Sentences, turkish as Sentences)).toEqual([expect.stringContaining(problem)]);
  });

  it.each([
    ['tr', 'other {# gün}', 'one'],
    ['pl', 'one {# dzień} other {# dni}', 'few, many'],
    ['uk', 'one {# день} few {# дні} other {# дня}', 'many'],
    ['ar', 'one {يوم} other {# يوم}', 'few, many, two, zero'],
  ] as const)('sees a plural that %s lacks', (language, forms, lacks) => {
    const dutch = { 'a.b': '{n, plural, one {# dag} other {# dagen}}' };
    expect(findProblems(language, dutch, { 'a.b': `{n, plural, ${forms}}` })).toEqual([`a.b lacks the plural ${lacks}`]);
  });

  it('sees a text in another script', () => {
    expect(findProblems('uk', { 'a.b': 'Terug' }, { 'a.b': 'Back' })).toEqual(['a.b is not translated']);
    expect(findProblems('ar', { 'a.b': 'Terug' }, { 'a.b': 'Back' })).toEqual(['a.b is not translated']);
  });

  it('sets values apart in sentences from right to left', () => {
    expect(isolateValues(compileMessage('اتصل: {name}'))).toEqual(['اتصل: ', '\u2068', ['name'], '\u2069']);
    const plural = isolateValues(compileMessage('{n, plural, one {{name}} other {#}}'));
    expect(plural).toEqual([['n', 'plural', { one: ['\u2068', ['name'], '\u2069'], other: ['#'] }]]);
  });

  it('keeps a screen in one language: the chosen one when all that it speaks is there, and else Dutch', () => {
    expect(languageFor('ar', ['shell', 'myPlan'])).toBe('ar');
    expect(languageFor('ar', ['myPlan', 'case'])).toBe('nl');
    expect(languageFor('en', ['myPlan', 'case'])).toBe('en');
  });

  it.each(files)('%s: every key starts with its file and every sentence is at most 15 words', (file) => {
    const tooLong = Object.entries(readTexts('nl', file)).flatMap(([key, text]) => {
      expect(key.startsWith(`${file.replace('.json', '')}.`), key).toBe(true);
      return tooLongIn(text).map((sentence) => `${key}: ${sentence}`);
    });
    expect(tooLong).toEqual([]);
  });

  it('holds no sentence that no screen speaks', () => {
    const sources = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
    const code = sources.map((path) => readFileSync(join(UI, path), 'utf8')).join('\n');
    // Some keys are put together from a table's own values: `help.topic.${topic}.title`.
    const patterns = [...code.matchAll(/`([a-zA-Z]+\.[\w.${}]*\$\{[\w.${}]*)`/g)].map(
      ([, template]) => new RegExp(`^${template!.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w.]+')}$`),
    );
    const keys = files.filter((file) => file !== 'terms.json').flatMap((file) => Object.keys(readTexts('nl', file)));
    const unused = keys.filter((key) => !code.includes(`'${key}'`) && !patterns.some((pattern) => pattern.test(key)));
    expect(patterns.length).toBeGreaterThan(0);
    expect(unused).toEqual([]);
  });

  it('has every text: no sentence stands in the screens themselves', () => {
    const SHOWN = new Set(['label', 'title', 'aria-label', 'placeholder', 'alt', 'hint', 'description', 'intro', 'heading']);
    const found: string[] = [];
    const sources = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'));
    for (const path of sources) {
      const source = ts.createSourceFile(path, readFileSync(join(UI, path), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
      const visit = (node: ts.Node): void => {
        if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text)) found.push(`${path}: ${node.text.trim()}`);
        if (
          ts.isJsxAttribute(node) &&
          SHOWN.has(node.name.getText()) &&
          node.initializer &&
          ts.isStringLiteral(node.initializer) &&
          /\p{L}{2,}/u.test(node.initializer.text)
        )
          found.push(`${path}: ${node.getText()}`);
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(sources.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});
