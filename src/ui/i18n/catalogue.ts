import { i18n, setupI18n } from '@lingui/core';
import type nlAccess from './nl/access.json';
import type nlAsked from './nl/asked.json';
import type nlCase from './nl/case.json';
import type nlCases from './nl/cases.json';
import type nlCircle from './nl/circle.json';
import type nlConsent from './nl/consent.json';
import type nlConsentWork from './nl/consentWork.json';
import type nlConference from './nl/conference.json';
import type nlDanger from './nl/danger.json';
import type nlDestroy from './nl/destroy.json';
import type nlDevice from './nl/device.json';
import type nlDeviceWork from './nl/deviceWork.json';
import type nlDiscreet from './nl/discreet.json';
import type nlErrors from './nl/errors.json';
import type nlEvaluation from './nl/evaluation.json';
import type nlExchange from './nl/exchange.json';
import type nlExchangeWork from './nl/exchangeWork.json';
import type nlFamilyHelp from './nl/familyHelp.json';
import type nlFullPrint from './nl/fullPrint.json';
import type nlHeard from './nl/heard.json';
import type nlHelp from './nl/help.json';
import type nlHelpers from './nl/helpers.json';
import type nlInvitation from './nl/invitation.json';
import type nlJoin from './nl/join.json';
import type nlMeetings from './nl/meetings.json';
import type nlMeldcode from './nl/meldcode.json';
import type nlMyPlan from './nl/myPlan.json';
import type nlOrganisation from './nl/organisation.json';
import type nlOwnWords from './nl/ownWords.json';
import type nlPapers from './nl/papers.json';
import type nlParts from './nl/parts.json';
import type nlPrepare from './nl/prepare.json';
import type nlPrepared from './nl/prepared.json';
import type nlPrint from './nl/print.json';
import type nlReading from './nl/reading.json';
import type nlRights from './nl/rights.json';
import type nlShell from './nl/shell.json';
import type nlStart from './nl/start.json';
import type nlTerms from './nl/terms.json';
import type nlWords from './nl/words.json';
import { isLanguage, languageFor, languages, speaksPart, type Language } from './languages.ts';

/** The sentences, per part of the app. Dutch is the source: its keys are the only keys there are. */
interface Source {
  access: typeof nlAccess;
  asked: typeof nlAsked;
  case: typeof nlCase;
  cases: typeof nlCases;
  circle: typeof nlCircle;
  conference: typeof nlConference;
  danger: typeof nlDanger;
  destroy: typeof nlDestroy;
  consent: typeof nlConsent;
  consentWork: typeof nlConsentWork;
  device: typeof nlDevice;
  deviceWork: typeof nlDeviceWork;
  discreet: typeof nlDiscreet;
  errors: typeof nlErrors;
  evaluation: typeof nlEvaluation;
  exchange: typeof nlExchange;
  exchangeWork: typeof nlExchangeWork;
  familyHelp: typeof nlFamilyHelp;
  fullPrint: typeof nlFullPrint;
  heard: typeof nlHeard;
  help: typeof nlHelp;
  helpers: typeof nlHelpers;
  invitation: typeof nlInvitation;
  join: typeof nlJoin;
  meetings: typeof nlMeetings;
  meldcode: typeof nlMeldcode;
  myPlan: typeof nlMyPlan;
  organisation: typeof nlOrganisation;
  ownWords: typeof nlOwnWords;
  papers: typeof nlPapers;
  parts: typeof nlParts;
  prepare: typeof nlPrepare;
  prepared: typeof nlPrepared;
  print: typeof nlPrint;
  reading: typeof nlReading;
  rights: typeof nlRights;
  shell: typeof nlShell;
  start: typeof nlStart;
  terms: typeof nlTerms;
  words: typeof nlWords;
}
export type TextPart = keyof Source;
export type MessageKey = { [P in TextPart]: keyof Source[P] }[TextPart] & string;

type Texts = { readonly default: Record<string, string> };
/** Vite sees every file here; each part is a chunk of its own, loaded with the screens that speak it. */
const parts = import.meta.glob<Texts>('./{nl,en}/*.json');
/** The languages of families come as a whole. */
const wholes = import.meta.glob<Texts>('./{tr,ar,pl,uk}.ts');
const textsIn = (language: Language, part: TextPart): Promise<Texts> =>
  languages[language].covers === 'family' ? wholes[`./${language}.ts`]!() : parts[`./${language}/${part}.json`]!();
const loaded = new Map<Language, Record<string, string>>();
const spoken = new Set<TextPart>();
const LANGUAGE_KEY = 'knooppunt.language';
/** Of the screen that is shown now. */
let screenParts: readonly TextPart[] = [];
/** For a browser that keeps nothing: the choice holds until the page closes. */
let unkept: Language | null = null;

/** Loads the parts for the chosen language, and in Dutch what has to stay Dutch. A missing sentence is a failing build, never a fallback. */
export async function loadTexts(parts: readonly TextPart[]): Promise<void> {
  for (const part of parts) spoken.add(part);
  await fetchTexts(parts, chosenLanguage());
  activate();
}

async function fetchTexts(asked: readonly TextPart[], chosen: Language): Promise<void> {
  const wanted: readonly Language[] = languages[chosen].covers === 'everything' ? [chosen] : [chosen, 'nl'];
  await Promise.all(
    wanted.map(async (language) => {
      const chunks = await Promise.all(asked.map((part) => textsIn(speaksPart(language, part) ? language : 'nl', part)));
      loaded.set(language, Object.assign(loaded.get(language) ?? {}, ...chunks.map((chunk) => chunk.default)) as Record<string, string>);
    }),
  );
}

function activate(): void {
  const language = languageFor(chosenLanguage(), screenParts);
  const { locale, direction } = languages[language];
  i18n.loadAndActivate({ locale: language, locales: locale, messages: loaded.get(language) ?? {} });
  const page = document.documentElement;
  // Set again it would have every element's style looked at anew.
  if (page.lang !== language) page.lang = language;
  if ((page.dir || 'ltr') !== direction) page.dir = direction;
}

/** Says what the screen that is shown speaks: all of the page is in one language, see `languageFor`. */
export function speakParts(parts: readonly TextPart[]): void {
  screenParts = parts;
  if (languageFor(chosenLanguage(), parts) !== i18n.locale) activate();
}

/** Texts of one language beside those of the page: for papers with Dutch beside them. Their parts are loaded already. */
export const textsOf = (language: Language): typeof i18n =>
  setupI18n({ locale: language, locales: languages[language].locale, messages: { [language]: loaded.get(language) ?? {} } });

/** What someone chose on this device, or else what their phone speaks. */
export const chosenLanguage = (): Language => keptLanguage() ?? languageOfBrowser();

function keptLanguage(): Language | null {
  try {
    const kept = localStorage.getItem(LANGUAGE_KEY);
    return isLanguage(kept) ? kept : null;
  } catch {
    return unkept;
  }
}

/** A family's own language at once; else Dutch. English is never guessed: many laptops of Dutch schools are set to it. */
function languageOfBrowser(): Language {
  const own = navigator.languages.map((tag) => tag.split('-', 1)[0]!.toLowerCase()).find(isLanguage);
  return own && languages[own].covers === 'family' ? own : 'nl';
}

/** Everything on the screen changes at once; the choice is kept on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  await fetchTexts([...spoken], language);
  unkept = language;
  try {
    localStorage.setItem(LANGUAGE_KEY, language);
  } catch {
    // Kept above.
  }
  // Also what another screen asked for in the meantime.
  await loadTexts([...spoken]);
}

/** For wiping a device: nothing stays behind. */
export function forgetLanguage(): void {
  unkept = null;
  try {
    localStorage.removeItem(LANGUAGE_KEY);
  } catch {
    // Nothing was kept.
  }
}
