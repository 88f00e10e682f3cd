import type { IndicatorKind } from '../../domain/indicator/events.js';
import type { EventData } from '../../domain/catalogue.js';
import { periodInWords } from './period-in-words.js';
import { english, french, type Names, type Sentences } from './sentence.js';

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

type Judged = EventData<'ProgressJudged'>;

const progress: Record<Judged['status'], { readonly en: string; readonly fr: string }> = {
  TARGET_ACHIEVED: { en: 'target achieved', fr: 'cible atteinte' },
  SUBSTANTIAL: { en: 'on track', fr: 'sur la bonne voie' },
  MODERATE: {
    en: 'progress made but acceleration needed',
    fr: 'des progrès ont été réalisés, mais une accélération est nécessaire',
  },
  LIMITED: { en: 'limited progress', fr: 'progrès limités' },
  DETERIORATION: { en: 'deterioration', fr: 'détérioration' },
  NOT_AVAILABLE: { en: 'not available', fr: 'non disponible' },
};

const placeOf = ({ kind, code }: Judged['geography'], names: Names) =>
  kind === 'BODY' ? names.organization(code) : names.area(code);

/** What happened to an indicator's definition and to the rule of its progress, in words. */
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
  ProgressRuleSet: {
    en({ target, reason }, names) {
      const aim = target
        ? `${names.number(target.value)} for ${periodInWords(target.period, names.date, 'to')}`
        : 'no target';
      const why = reason === undefined ? '' : `; ${english.reason(reason, names)}`;
      return `The rule by which progress is measured was set: ${aim}${why}.`;
    },
    fr({ target, reason }, names) {
      const aim = target
        ? `${names.number(target.value)} pour ${periodInWords(target.period, names.date, 'au')}`
        : 'aucune cible';
      const why = reason === undefined ? '' : `; ${french.reason(reason, names)}`;
      return `La règle de mesure des progrès a été fixée\u00a0: ${aim}${why}.`;
    },
  },
  ProgressJudged: {
    en: ({ geography, period, status, reason }, names) =>
      `The progress of ${placeOf(geography, names)} up to ` +
      `${periodInWords(period, names.date, 'to')} was judged by hand: ` +
      `${progress[status].en}; ${english.reason(reason, names)}.`,
    fr: ({ geography, period, status, reason }, names) =>
      `Un jugement a été porté sur les progrès ${french.of(placeOf(geography, names))} ` +
      `(${periodInWords(period, names.date, 'au')})\u00a0: ` +
      `${progress[status].fr}; ${french.reason(reason, names)}.`,
  },
  ProgressJudgementWithdrawn: {
    en: ({ geography, period, reason }, names) =>
      `The judgment of the progress of ${placeOf(geography, names)} up to ` +
      `${periodInWords(period, names.date, 'to')} was withdrawn; ${english.reason(reason, names)}.`,
    fr: ({ geography, period, reason }, names) =>
      `Le jugement porté sur les progrès ${french.of(placeOf(geography, names))} ` +
      `(${periodInWords(period, names.date, 'au')}) a été retiré; ` +
      `${french.reason(reason, names)}.`,
  },
} satisfies Partial<Sentences>;
