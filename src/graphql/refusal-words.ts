import type { PeriodKind } from '../domain/period.js';
import type { Language } from '../domain/text.js';
import { statusWords } from '../projections/audit-timeline/sentences-observation.js';
import { roleWords } from '../projections/audit-timeline/sentences-person.js';

type Words = Readonly<Record<Language, string>>;

const kindWords: Readonly<Record<PeriodKind, Words>> = {
  YEAR: { en: 'a year', fr: 'une année' },
  QUARTER: { en: 'a quarter', fr: 'un trimestre' },
  MONTH: { en: 'a month', fr: 'un mois' },
  DAY: { en: 'a day', fr: 'un jour' },
  FISCAL_YEAR: { en: 'a fiscal year', fr: 'un exercice' },
  SCHOOL_YEAR: { en: 'a school year', fr: 'une année scolaire' },
  ROLLING_YEARS: { en: 'several years', fr: 'plusieurs années' },
};

const wordOf = (
  words: Readonly<Record<string, Words>>,
  code: string | undefined,
  language: Language,
): string => (Object.hasOwn(words, code ?? '') ? words[code ?? '']?.[language] : code) ?? '';

/** A kind of period in words, as a refusal names it by its code. */
export const periodKindIn = (language: Language, code: string | undefined): string =>
  wordOf(kindWords, code, language);

/** A role in words, likewise. */
export const roleWordIn = (language: Language, code: string | undefined): string =>
  wordOf(roleWords, code, language);

/** What is known of a number, in words, likewise. */
export const statusIn = (language: Language, code: string | undefined): string =>
  wordOf(statusWords, code, language);
