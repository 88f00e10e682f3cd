import { dateInWords } from '../domain/date-in-words.js';
import type { TextKeys } from '../domain/text-keys.js';
import type { FreeText, Label, Language } from '../domain/text.js';
import type { OrganizationRow } from '../projections/roster/view.js';

/** How the calendar and the mail name things, in one language. */
export type Words = {
  readonly language: Language;
  /** Name of an organization, by its code. */
  organization(code: string): string;
  /** A public label; of one that is in the other language only, that. */
  label(label: Label): string;
  /** A free text opened; a placeholder once it is redacted. */
  text(text: FreeText): string;
  /** A civil date in words. */
  date(date: string): string;
};

const redacted: Readonly<Record<Language, string>> = { en: '[redacted]', fr: '[caviardé]' };

/** A label in a language, or in the other one where it has only that. */
const inLanguage = ({ en, fr }: Label, language: Language): string | undefined =>
  language === 'fr' ? (fr ?? en) : (en ?? fr);

/** Names things as of a roster. */
export const wordsIn = (
  language: Language,
  organizations: ReadonlyMap<string, OrganizationRow>,
  keys: Pick<TextKeys, 'open'>,
): Words => ({
  language,
  organization: (code) => inLanguage(organizations.get(code)?.name ?? {}, language) ?? code,
  label: (label) => inLanguage(label, language) ?? '',
  text(text) {
    const opened = text.kind === 'plain' ? text : keys.open([text])[0];
    return (opened && inLanguage(opened, language)) ?? redacted[language];
  },
  date: (date) => dateInWords(date, language),
});
