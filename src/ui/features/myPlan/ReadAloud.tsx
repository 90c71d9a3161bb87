import { i18n } from '@lingui/core';
import { Volume2, VolumeX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/useTexts.ts';
import styles from './myPlan.module.css';
import { findLocalVoice } from './localVoice.ts';

/** Reads a card aloud, with a voice of the device itself: nothing of the plan is sent anywhere. Not there when the device has none. */
export const ReadAloud = ({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) => {
  const t = useTexts();
  const voice = useLocalVoice();
  const [isReading, setReading] = useState(false);
  useEffect(() => {
    if (!isReading) return undefined;
    const { speechSynthesis: speech } = window;
    return () => speech.cancel();
  }, [isReading]);
  if (!voice) return null;

  function read(): void {
    const spoken = new SpeechSynthesisUtterance([title, ...sentences].join('. '));
    spoken.voice = voice;
    spoken.lang = voice!.lang;
    spoken.addEventListener('end', () => setReading(false));
    spoken.addEventListener('error', () => setReading(false));
    // One card at a time.
    speechSynthesis.cancel();
    speechSynthesis.speak(spoken);
    setReading(true);
  }

  const [Icon, key] = isReading ? ([VolumeX, 'myPlan.aloud.stop'] as const) : ([Volume2, 'myPlan.aloud'] as const);
  return (
    <button
      type="button"
      className={styles['plain']}
      onClick={() => (isReading ? setReading(false) : read())}
      aria-label={t('myPlan.aloud.card', { what: t(key), title })}
    >
      <Icon size={22} aria-hidden /> {t(key)}
    </button>
  );
};

/** Browsers fetch their list of voices after the page has begun. */
function useLocalVoice(): SpeechSynthesisVoice | null {
  const find = () => ('speechSynthesis' in window ? findLocalVoice(speechSynthesis.getVoices(), i18n.locale) : null);
  const [voice, setVoice] = useState(find);
  useEffect(() => {
    if (!('speechSynthesis' in window)) return undefined;
    const { speechSynthesis: speech } = window;
    const look = () => setVoice(find());
    look();
    speech.addEventListener('voiceschanged', look);
    return () => speech.removeEventListener('voiceschanged', look);
  }, []);
  return voice;
}
