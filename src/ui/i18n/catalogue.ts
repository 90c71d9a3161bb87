import { i18n } from '@lingui/core';
import type nlAccess from './nl/access.json';
import type nlCase from './nl/case.json';
import type nlCases from './nl/cases.json';
import type nlCircle from './nl/circle.json';
import type nlConsent from './nl/consent.json';
import type nlConference from './nl/conference.json';
import type nlDestroy from './nl/destroy.json';
import type nlDevice from './nl/device.json';
import type nlErrors from './nl/errors.json';
import type nlEvaluation from './nl/evaluation.json';
import type nlExchange from './nl/exchange.json';
import type nlHelp from './nl/help.json';
import type nlJoin from './nl/join.json';
import type nlMeetings from './nl/meetings.json';
import type nlMyPlan from './nl/myPlan.json';
import type nlOrganisation from './nl/organisation.json';
import type nlPapers from './nl/papers.json';
import type nlParts from './nl/parts.json';
import type nlPrint from './nl/print.json';
import type nlShell from './nl/shell.json';
import type nlTerms from './nl/terms.json';

/** The sentences, per part of the app. Dutch is the source: its keys are the only keys there are. */
interface Source {
  access: typeof nlAccess;
  case: typeof nlCase;
  cases: typeof nlCases;
  circle: typeof nlCircle;
  conference: typeof nlConference;
  destroy: typeof nlDestroy;
  consent: typeof nlConsent;
  device: typeof nlDevice;
  errors: typeof nlErrors;
  evaluation: typeof nlEvaluation;
  exchange: typeof nlExchange;
  help: typeof nlHelp;
  join: typeof nlJoin;
  meetings: typeof nlMeetings;
  myPlan: typeof nlMyPlan;
  organisation: typeof nlOrganisation;
  papers: typeof nlPapers;
  parts: typeof nlParts;
  print: typeof nlPrint;
  shell: typeof nlShell;
  terms: typeof nlTerms;
}
export type TextPart = keyof Source;
export type MessageKey = { [P in TextPart]: keyof Source[P] }[TextPart] & string;
export type Language = 'nl' | 'en';

/** Vite sees every file here; each part is a chunk of its own, loaded with the screens that speak it. */
const files = import.meta.glob<{ default: Record<string, string> }>('./*/*.json');
const loaded = new Map<Language, Record<string, string>>();
const spoken = new Set<TextPart>();
const LANGUAGE_KEY = 'knooppunt.language';

/** Loads the parts for the current language. A missing English sentence is a failing test, never a fallback. */
export async function loadTexts(parts: readonly TextPart[], language: Language = chosenLanguage()): Promise<void> {
  for (const part of parts) spoken.add(part);
  const chunks = await Promise.all(parts.map((part) => files[`./${language}/${part}.json`]!()));
  const texts = Object.assign(loaded.get(language) ?? {}, ...chunks.map((chunk) => chunk.default)) as Record<string, string>;
  loaded.set(language, texts);
  i18n.loadAndActivate({ locale: language, messages: texts });
}

/** Dutch, unless someone chose otherwise on this device. */
export function chosenLanguage(): Language {
  try {
    return localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'nl';
  } catch {
    return 'nl';
  }
}

/** Everything on the screen changes at once; the choice is kept on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // A browser that keeps nothing: the choice holds until the page closes.
  }
  await loadTexts([...spoken], language);
  document.documentElement.lang = language;
}

/** For wiping a device: nothing stays behind. */
export function forgetLanguage(): void {
  try {
    localStorage.removeItem(LANGUAGE_KEY);
  } catch {
    // Nothing was kept.
  }
}
