type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>;

/** A voice of this language that lives on the device: others send what they read to somebody's server. */
export function findLocalVoice<V extends Voice>(voices: readonly V[], language: string): V | null {
  const own = voices.filter(({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language);
  return own.find((voice) => voice.default) ?? own[0] ?? null;
}
