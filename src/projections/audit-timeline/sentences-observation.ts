import type { EventData } from '../../domain/catalogue.js';
import type { ObservationStatus } from '../../domain/observation/events.js';
import type { Language } from '../../domain/text.js';
import { periodInWords } from './period-in-words.js';
import { english, french, type Names, type Sentences } from './sentence.js';

type Recorded = EventData<'ObservationRecorded'>;
type Key = Pick<Recorded, 'indicator' | 'geography' | 'period' | 'categories'>;

/** What is known of a number, in words. */
export const statusWords: Record<ObservationStatus, { readonly en: string; readonly fr: string }> =
  {
    REPORTED: { en: 'reported without a number', fr: 'déclaré sans nombre' },
    NOT_REPORTED: { en: 'not reported', fr: 'non déclaré' },
    NOT_APPLICABLE: { en: 'not applicable', fr: 'sans objet' },
    SUPPRESSED_AT_SOURCE: { en: 'suppressed by the source', fr: 'masqué par la source' },
    WITHDRAWN: { en: 'withdrawn', fr: 'retiré' },
  };

const placeOf = ({ kind, code }: Key['geography'], { organization, area }: Names) =>
  kind === 'BODY' ? organization(code) : area(code);

const breakdown = ({ categories }: Key) =>
  categories.length === 0 ? '' : ` (${categories.map(({ category }) => category).join(', ')})`;

const subjectEn = (data: Key, names: Names) =>
  `${english.quote(names.indicator(data.indicator))}${breakdown(data)} for ` +
  `${placeOf(data.geography, names)}, ${periodInWords(data.period, names.date, 'to')}`;

const subjectFr = (data: Key, names: Names) =>
  `${french.quote(names.indicator(data.indicator))}${breakdown(data)} pour ` +
  `${placeOf(data.geography, names)}, ${periodInWords(data.period, names.date, 'au')}`;

// Of a ratio the event keeps the parts; its value follows from them.
function valueOf(data: Recorded, language: Language, { number }: Names): string {
  const { status, value, numerator, denominator } = data;
  if (numerator !== undefined && denominator !== undefined)
    return `${number(numerator)} / ${number(denominator)}`;
  return value === undefined ? statusWords[status][language] : number(value);
}

/** What was recorded about an observation, in words. */
export const observationSentences = {
  ObservationRecorded: {
    en: (data, names) =>
      `A number was recorded: ${subjectEn(data, names)}: ${valueOf(data, 'en', names)}.`,
    fr: (data, names) =>
      `Une donnée a été consignée\u00a0: ${subjectFr(data, names)}\u00a0: ` +
      `${valueOf(data, 'fr', names)}.`,
  },
  ObservationCorrected: {
    en(data, names) {
      const value = valueOf(data, 'en', names);
      const reason = english.reason(data.reason, names);
      return `${subjectEn(data, names)}, was corrected: ${value}; ${reason}.`;
    },
    fr(data, names) {
      const value = valueOf(data, 'fr', names);
      const reason = french.reason(data.reason, names);
      const corrected = `a fait l'objet d'une correction\u00a0: ${value}`;
      return `${subjectFr(data, names)}, ${corrected}; ${reason}.`;
    },
  },
  ObservationWithdrawn: {
    en: (data, names) =>
      `${subjectEn(data, names)}, was withdrawn; ${english.reason(data.reason, names)}.`,
    fr: (data, names) =>
      `${subjectFr(data, names)}, a fait l'objet d'un retrait; ` +
      `${french.reason(data.reason, names)}.`,
  },
  StoryTold: {
    en: (data, names) =>
      `The story behind ${subjectEn({ ...data, categories: [] }, names)}, was told: ` +
      `${english.quote(names.text(data.text))}.`,
    fr: (data, names) =>
      `Le récit derrière ${subjectFr({ ...data, categories: [] }, names)}, a été présenté` +
      `\u00a0: ${french.quote(names.text(data.text))}.`,
  },
} satisfies Partial<Sentences>;
