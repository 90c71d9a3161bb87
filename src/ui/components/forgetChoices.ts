import { forgetLanguage } from '../i18n/catalogue.ts';
import { chooseDiscreet } from './discreet.ts';
import { chooseLargeText } from './largeText.ts';

/** For whoever wipes a device or leaves a shared one: language, name of the tab and size of the letters are as on a new one. */
export function forgetChoices(): void {
  forgetLanguage();
  chooseDiscreet(null);
  chooseLargeText(false);
}
