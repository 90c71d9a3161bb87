import { forgetLanguage } from '../i18n/catalogue.ts';
import { chooseDiscreet } from './discreet.ts';
import { chooseLargeText } from './largeText.ts';
import { forgetReading } from './readingKept.ts';

/** What somebody chose on this device and is kept beside the sealed store: for wiping it, so that nothing stays behind. */
export function forgetChoices(): void {
  forgetLanguage();
  chooseDiscreet(null);
  chooseLargeText(false);
  forgetReading();
}
