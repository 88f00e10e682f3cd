import type { IndicatorKind } from '../../domain/indicator/events.js';
import { english, french, type Sentences } from './sentence.js';

const kinds: Record<IndicatorKind, { readonly en: string; readonly fr: string }> = {
  COUNT_FLOW: { en: 'a count over a period', fr: "un nombre au cours d'une période" },
  COUNT_STOCK: { en: 'a count at a point in time', fr: 'un nombre à un moment précis' },
  RATIO: { en: 'a ratio', fr: 'un ratio' },
  MEAN: { en: 'a mean', fr: 'une moyenne' },
  MEDIAN_OR_PERCENTILE: { en: 'a median or percentile', fr: 'une médiane ou un centile' },
  INDEX_PUBLISHED: { en: 'a published index', fr: 'un indice publié' },
  SURVEY_ESTIMATE: { en: 'a survey estimate', fr: "une estimation d'enquête" },
  ORDINAL: { en: 'a rating on a scale', fr: 'une cote sur une échelle' },
  QUALITATIVE: { en: 'a judgment in words', fr: 'un jugement en mots' },
};

const comparability = {
  COMPARABLE: {
    en: 'its values stay comparable',
    fr: 'ses valeurs demeurent comparables',
  },
  BREAK: { en: 'a new series begins', fr: 'une nouvelle série commence' },
};

/** What happened to an indicator's definition, in words. */
export const indicatorSentences = {
  IndicatorDefined: {
    en({ name, kind, unit }) {
      const indicator = english.quote(english.label(name));
      const what = `${kinds[kind].en} (${english.label(unit)})`;
      return `The indicator ${indicator} was defined as ${what}.`;
    },
    fr({ name, kind, unit }) {
      const indicator = french.quote(french.label(name));
      const what = `${kinds[kind].fr} (${french.label(unit)})`;
      return `L'indicateur ${indicator} a été défini comme ${what}.`;
    },
  },
  IndicatorRevised: {
    en(data, names) {
      const effect = comparability[data.comparability].en;
      const indicator = english.quote(english.label(data.name));
      const reason = english.reason(data.reason, names);
      return `The indicator ${indicator} was revised; ${effect}; ${reason}.`;
    },
    fr(data, names) {
      const effect = comparability[data.comparability].fr;
      const indicator = french.quote(french.label(data.name));
      const reason = french.reason(data.reason, names);
      return `L'indicateur ${indicator} a été révisé; ${effect}; ${reason}.`;
    },
  },
  IndicatorRetired: {
    en: ({ retiredOn, reason }, names) =>
      `The indicator was retired on ${names.date(retiredOn)}; ${english.reason(reason, names)}.`,
    fr: ({ retiredOn, reason }, names) =>
      `L'indicateur a été abandonné le ${names.date(retiredOn)}; ${french.reason(reason, names)}.`,
  },
} satisfies Partial<Sentences>;
