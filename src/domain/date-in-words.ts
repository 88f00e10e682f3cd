import type { CivilDate } from './civil-date.js';
import type { Language } from './text.js';

const format = (locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const formats = { en: format('en-CA'), fr: format('fr-CA') };

/**
 * A civil date in words: "July 1, 2026", "1er juillet 2026". French writes the first of a month
 * as an ordinal, which the formatter does not.
 */
export const dateInWords = (date: CivilDate, language: Language): string =>
  formats[language].format(new Date(`${date}T00:00:00Z`)).replace(/^1 (?=\p{L})/u, '1er ');
