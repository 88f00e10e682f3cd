import type { EventData, EventType } from '../../domain/catalogue.js';
import type { FreeText, Label, Language } from '../../domain/text.js';

/** How a sentence names things and writes numbers, all in the language asked for. */
export type Names = {
  /** Name of an organization, by its code. */
  organization(code: string): string;
  /** Name of an indicator, by its key. */
  indicator(key: string): string;
  /** Name of a risk factor, by its code in the scheme `risk-factors`. */
  risk(code: string): string;
  /** Name of the risk factor a plan identified, by the risk's id. */
  identifiedRisk(riskId: string): string;
  /** Title of a strategy, by its id; a placeholder once it is redacted. */
  strategy(strategyId: string): string;
  /** Name of a sector, by its code. */
  sector(code: string): string;
  /** Name of a code in any other scheme. */
  code(scheme: string, code: string): string;
  /** Who holds a role or a seat, by the id of the role or member. */
  holder(id: string): string;
  /** Name of a reference area, "35" for Ontario. */
  area(code: string): string;
  /** A free text opened; a placeholder once it is redacted. */
  text(text: FreeText): string;
  /** A civil date in words. */
  date(date: string): string;
  /** A decimal with the language's separators. */
  number(decimal: string): string;
};

/** What happened, in one English and one French sentence. */
export type Sentence<T extends EventType> = {
  readonly [L in Language]: (data: EventData<T>, names: Names) => string;
};

/** The sentences of every event type. */
export type Sentences = { readonly [T in EventType]: Sentence<T> };

const longestQuote = 200;
const nbsp = '\u00a0';

const clip = (text: string): string =>
  text.length <= longestQuote ? text : `${text.slice(0, longestQuote - 1).trimEnd()}…`;

const lists = {
  en: new Intl.ListFormat('en-CA', { type: 'conjunction' }),
  fr: new Intl.ListFormat('fr-CA', { type: 'conjunction' }),
};

/** Typography of the two languages; a quotation shows at most 200 characters. */
export const english = {
  quote: (text: string): string => `“${clip(text)}”`,
  list: (parts: readonly string[]): string => lists.en.format(parts),
  label: ({ en, fr }: Label): string => en ?? fr ?? '',
  percent: (number: string): string => `${number}%`,
  reason: (text: FreeText, names: Names): string => `reason: ${english.quote(names.text(text))}`,
};

/** The same for French, with its no-break spaces and elision. */
export const french = {
  quote: (text: string): string => `«${nbsp}${clip(text)}${nbsp}»`,
  list: (parts: readonly string[]): string => lists.fr.format(parts),
  label: ({ en, fr }: Label): string => fr ?? en ?? '',
  percent: (number: string): string => `${number}${nbsp}%`,
  reason: (text: FreeText, names: Names): string =>
    `motif${nbsp}: ${french.quote(names.text(text))}`,
  /** "de Hamilton", "d'Ottawa". */
  of: (name: string): string => (/^[aeiouàâéèêëîïôœùû]/i.test(name) ? `d'${name}` : `de ${name}`),
};
