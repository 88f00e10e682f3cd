import type { EventData } from '../../domain/catalogue.js';
import { periodInWords } from './period-in-words.js';
import { english, french, type Names, type Sentences } from './sentence.js';

type Target = EventData<'TargetSet'>;
type Level = EventData<'MeasureDefined'>['level'];

const levels: Record<Level, { readonly en: string; readonly fr: string }> = {
  OUTPUT: { en: 'an output', fr: 'un extrant' },
  IMMEDIATE: { en: 'an immediate outcome', fr: 'un résultat immédiat' },
  INTERMEDIATE: { en: 'an intermediate outcome', fr: 'un résultat intermédiaire' },
  LONG_TERM: { en: 'a long-term outcome', fr: 'un résultat à long terme' },
};

const targetsEn: Record<Target['kind'], (number: string) => string> = {
  ABSOLUTE: (number) => number,
  RELATIVE_CHANGE: (number) => `a relative change of ${english.percent(number)}`,
  PERCENTAGE_POINT_CHANGE: (number) => `a change of ${number} percentage points`,
  COMPLETION: (number) => `${english.percent(number)} completion`,
};

const targetsFr: Record<Target['kind'], (number: string) => string> = {
  ABSOLUTE: (number) => number,
  RELATIVE_CHANGE: (number) => `une variation relative de ${french.percent(number)}`,
  PERCENTAGE_POINT_CHANGE: (number) => `une variation de ${number} points de pourcentage`,
  COMPLETION: (number) => `un achèvement de ${french.percent(number)}`,
};

const targetEn = ({ kind, value, dueOn }: Target, { number, date }: Names) =>
  `${targetsEn[kind](number(value))}${dueOn === undefined ? '' : ` by ${date(dueOn)}`}`;

const targetFr = ({ kind, value, dueOn }: Target, { number, date }: Names) =>
  `${targetsFr[kind](number(value))}${dueOn === undefined ? '' : ` d'ici le ${date(dueOn)}`}`;

/** What was decided about a measurable outcome of a plan, in words. */
export const measureSentences = {
  MeasureDefined: {
    en({ indicator, level }, names) {
      const name = english.quote(names.indicator(indicator));
      return `The indicator ${name} was chosen to measure ${levels[level].en} of the plan.`;
    },
    fr({ indicator, level }, names) {
      const name = french.quote(names.indicator(indicator));
      return `L'indicateur ${name} a été retenu pour mesurer ${levels[level].fr} du plan.`;
    },
  },
  BaselineSet: {
    en({ kind, value, period }, { number, date }) {
      if (kind === 'NOT_YET_KNOWN') return 'The baseline is not yet known.';
      if (kind === 'STARTS_FROM_ZERO' || value === undefined)
        return 'The measure starts from zero, with no earlier baseline.';
      const when = period === undefined ? '' : ` for ${periodInWords(period, date, 'to')}`;
      return `The baseline was set at ${number(value)}${when}.`;
    },
    fr({ kind, value, period }, { number, date }) {
      if (kind === 'NOT_YET_KNOWN') return 'Les données de référence ne sont pas encore connues.';
      if (kind === 'STARTS_FROM_ZERO' || value === undefined)
        return 'La mesure part de zéro, sans données de référence antérieures.';
      const when = period === undefined ? '' : ` (${periodInWords(period, date, 'au')})`;
      return `Le niveau de référence a été fixé à ${number(value)}${when}.`;
    },
  },
  TargetSet: {
    en: (data, names) => `The target was set: ${targetEn(data, names)}.`,
    fr: (data, names) => `La cible a été fixée\u00a0: ${targetFr(data, names)}.`,
  },
  TargetRevised: {
    en: (data, names) =>
      `The target was revised: ${targetEn(data, names)}; ${english.reason(data.reason, names)}.`,
    fr: (data, names) =>
      `La cible a été révisée\u00a0: ${targetFr(data, names)}; ` +
      `${french.reason(data.reason, names)}.`,
  },
  MeasureRetired: {
    en: ({ reason }, names) => `The measure was retired; ${english.reason(reason, names)}.`,
    fr: ({ reason }, names) => `La mesure a été abandonnée; ${french.reason(reason, names)}.`,
  },
} satisfies Partial<Sentences>;
