interface LanguageFacts {
  /** By its own name, in its own script. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** For dates and numbers. Digits are everywhere those of Dutch telephones and forms. */
  readonly locale: string;
  /** `family`: only the parts that a family's own screens and papers speak. */
  readonly covers: 'everything' | 'family';
  /** By whom; no speaker has read what a machine made. */
  readonly translatedBy: 'nobody' | 'machine';
}

/** Every language that somebody can choose. Dutch is the source. */
export const languages = {
  nl: { name: 'Nederlands', direction: 'ltr', locale: 'nl-NL', covers: 'everything', translatedBy: 'nobody' },
  en: { name: 'English', direction: 'ltr', locale: 'en-GB', covers: 'everything', translatedBy: 'machine' },
  tr: { name: 'Türkçe', direction: 'ltr', locale: 'tr-TR', covers: 'family', translatedBy: 'machine' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-u-ca-gregory-nu-latn', covers: 'family', translatedBy: 'machine' },
  pl: { name: 'Polski', direction: 'ltr', locale: 'pl-PL', covers: 'family', translatedBy: 'machine' },
  uk: { name: 'Українська', direction: 'ltr', locale: 'uk-UA', covers: 'family', translatedBy: 'machine' },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

export type Language = keyof typeof languages;
export const LANGUAGES = Object.keys(languages) as readonly Language[];

/** What a family's own screens and papers speak: these parts are there in every language. A new part for families is added here. */
const FAMILY_PARTS = [
  'asked',
  'consent',
  'danger',
  'device',
  'discreet',
  'errors',
  'exchange',
  'familyHelp',
  'fullPrint',
  'helpers',
  'invitation',
  'join',
  'myPlan',
  'ownWords',
  'prepare',
  'prepared',
  'print',
  'reading',
  'rights',
  'shell',
  'start',
  'terms',
  'words',
] as const;

export const isLanguage = (word: string | null): word is Language => word !== null && Object.hasOwn(languages, word);

export const speaksPart = (language: Language, part: string): boolean =>
  languages[language].covers === 'everything' || FAMILY_PARTS.some((each) => each === part);

/** The rule: a screen is in the chosen language when everything that it speaks is there in it, and else wholly in Dutch, never half. */
export const languageFor = (chosen: Language, parts: readonly string[]): Language =>
  parts.every((part) => speaksPart(chosen, part)) ? chosen : 'nl';
