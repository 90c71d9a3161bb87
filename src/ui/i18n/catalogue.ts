import { i18n } from '@lingui/core';
import type nlCase from './nl/case.json';
import type nlCases from './nl/cases.json';
import type nlConference from './nl/conference.json';
import type nlDevice from './nl/device.json';
import type nlErrors from './nl/errors.json';
import type nlEvaluation from './nl/evaluation.json';
import type nlHelp from './nl/help.json';
import type nlPrint from './nl/print.json';
import type nlShell from './nl/shell.json';
import type nlTerms from './nl/terms.json';

/** The sentences, per part of the app. Dutch is the source: its keys are the only keys there are. */
interface Source {
  case: typeof nlCase;
  cases: typeof nlCases;
  conference: typeof nlConference;
  device: typeof nlDevice;
  errors: typeof nlErrors;
  evaluation: typeof nlEvaluation;
  help: typeof nlHelp;
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

/** Loads the parts for a language and makes it the current one. Missing English keys are a failing test, never a fallback. */
export async function loadTexts(language: Language, parts: readonly TextPart[]): Promise<void> {
  const chunks = await Promise.all(parts.map((part) => files[`./${language}/${part}.json`]!()));
  const texts = Object.assign(loaded.get(language) ?? {}, ...chunks.map((chunk) => chunk.default)) as Record<string, string>;
  loaded.set(language, texts);
  i18n.loadAndActivate({ locale: language, messages: texts });
}
