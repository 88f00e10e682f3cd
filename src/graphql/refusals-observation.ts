import type { RefusalSentences } from './refusal-sentence.js';
import { periodKindIn, statusIn } from './refusal-words.js';

/** Refusals about observations: their key, their period and their numbers. */
export const observationRefusals = {
  'observation-exists': {
    en: ({ period }) => `An observation for ${period} is already recorded. Correct it instead.`,
    fr: ({ period }) => `Une observation pour ${period} est déjà consignée. Corrigez-la plutôt.`,
  },
  'observation-unknown': {
    en: ({ period }) => `No observation is recorded for ${period}. Record it first.`,
    fr: ({ period }) => `Aucune observation n'est consignée pour ${period}. Consignez-la d'abord.`,
  },
  'observation-unchanged': {
    en: ({ period }) => `The observation for ${period} already says exactly this.`,
    fr: ({ period }) => `L'observation pour ${period} dit déjà exactement cela.`,
  },
  'observation-withdrawn': {
    en: ({ period }) => `The observation for ${period} is already withdrawn.`,
    fr: ({ period }) => `L'observation pour ${period} est déjà retirée.`,
  },
  'body-outside-universe': {
    en: ({ organization, period }) =>
      `This indicator is not expected from ${organization} for ${period}.`,
    fr: ({ organization, period }) =>
      `Cet indicateur n'est pas attendu de ${organization} pour ${period}.`,
  },
  'area-unknown': {
    en: ({ area }) =>
      `“${area}” is neither a reference area nor a reporting area. Choose one, “35” for Ontario.`,
    fr: ({ area }) =>
      `« ${area} » n'est ni un territoire de référence ni un territoire de déclaration. ` +
      `Choisissez-en un, « 35 » pour l'Ontario.`,
  },
  'period-invalid': {
    en: ({ period }) =>
      `“${period}” is not a period. Write 2021, 2024-Q3, 2024-07, 2024-10-08, FY2024, SY2023 or ` +
      '2021/2023, between 1900 and 2200.',
    fr: ({ period }) =>
      `« ${period} » n'est pas une période. Écrivez 2021, 2024-Q3, 2024-07, 2024-10-08, FY2024, ` +
      'SY2023 ou 2021/2023, entre 1900 et 2200.',
  },
  'period-kind-mismatch': {
    en: ({ expected, actual }) =>
      `This indicator is observed for ${periodKindIn('en', expected)}, not ` +
      `for ${periodKindIn('en', actual)}.`,
    fr: ({ expected, actual }) =>
      `Cet indicateur s'observe pour ${periodKindIn('fr', expected)}, et non pour ` +
      `${periodKindIn('fr', actual)}.`,
  },
  'period-in-the-future': {
    en: ({ period }) => `${period} has not begun yet. Nothing can be observed for it.`,
    fr: ({ period }) => `${period} n'a pas encore commencé. Rien ne peut y être observé.`,
  },
  'decimal-invalid': {
    en: ({ value }) =>
      `“${value}” is not a number. Write digits with a decimal point, such as -12.50, without ` +
      'exponent, spaces or separators, at most 40 digits.',
    fr: ({ value }) =>
      `« ${value} » n'est pas un nombre. Écrivez des chiffres et un point décimal, comme -12.50, ` +
      'sans exposant, espace ni séparateur, au plus 40 chiffres.',
  },
  'value-required': {
    en: () => 'A reported observation needs its value. Give it, or another status.',
    fr: () => 'Une observation déclarée doit avoir une valeur. Donnez-la, ou un autre statut.',
  },
  'value-not-expected': {
    en: () => 'This status or kind of indicator has no such number. Leave it out.',
    fr: () => "Ce statut ou ce type d'indicateur n'a pas ce nombre. Ne le donnez pas.",
  },
  'ratio-parts-required': {
    en: () => 'This indicator is reported with its numerator and its denominator. Give both.',
    fr: () => 'Cet indicateur se déclare avec son numérateur et son dénominateur. Donnez les deux.',
  },
  'denominator-zero': {
    en: () => 'The denominator is 0, so there is no ratio. Say instead that it is not applicable.',
    fr: () => "Le dénominateur est 0 : il n'y a pas de ratio. Dites plutôt qu'il est sans objet.",
  },
  'numerator-above-denominator': {
    en: () => 'The numerator is a part of the denominator and cannot be above it. Check both.',
    fr: () =>
      'Le numérateur est une partie du dénominateur et ne peut pas le dépasser. Vérifiez les deux.',
  },
  'negative-count': {
    en: () => 'A count cannot be below zero. Check the number.',
    fr: () => 'Un dénombrement ne peut pas être inférieur à zéro. Vérifiez le nombre.',
  },
  'count-not-whole': {
    en: ({ value }) => `A count is a whole number, and ${value} is not.`,
    fr: ({ value }) => `Un dénombrement est un nombre entier, ce que ${value} n'est pas.`,
  },
  'value-inconsistent': {
    en: ({ value, computed }) =>
      `The value ${value} is not what the parts give, ${computed}. Correct it or leave it out.`,
    fr: ({ value, computed }) =>
      `La valeur ${value} n'est pas celle que donnent les parties, ${computed}. ` +
      'Corrigez-la ou ne la donnez pas.',
  },
  'category-unknown': {
    en: ({ category, dimension }) =>
      `This indicator is not broken down by “${category}” of “${dimension}”.`,
    fr: ({ category, dimension }) =>
      `Cet indicateur n'est pas ventilé selon « ${category} » de « ${dimension} ».`,
  },
  'category-duplicate': {
    en: ({ dimension }) => `“${dimension}” is given twice. Give one category for each dimension.`,
    fr: ({ dimension }) =>
      `« ${dimension} » est donné deux fois. Donnez une seule catégorie par dimension.`,
  },
  'histogram-inconsistent': {
    en: ({ buckets }) => `The indicator has ${buckets} buckets. Give one count for each of them.`,
    fr: ({ buckets }) => `L'indicateur a ${buckets} classes. Donnez un effectif pour chacune.`,
  },
  'interval-inconsistent': {
    en: () =>
      'A confidence interval has a lower and an upper bound with the value between them, and a ' +
      'level above 0 and below 100 percent.',
    fr: () =>
      'Un intervalle de confiance a une borne inférieure et une borne supérieure, la valeur ' +
      'entre les deux, et un niveau supérieur à 0 et inférieur à 100 pour cent.',
  },
  'level-unknown': {
    en: ({ max }) => `The scale has the steps 1 to ${max}. Give the number of one of them.`,
    fr: ({ max }) => `L'échelle a les échelons 1 à ${max}. Donnez le numéro de l'un d'eux.`,
  },
  'flag-inconsistent': {
    en: () =>
      'Each flag is given once; PARTIAL goes with a number and says how many of how many units ' +
      'are missing.',
    fr: () =>
      'Chaque indication se donne une fois; PARTIAL accompagne un nombre et précise combien ' +
      "d'unités manquent, sur combien.",
  },
  'status-not-recordable': {
    en: ({ status }) =>
      `The status “${statusIn('en', status)}” is not recorded as such. Withdraw it instead.`,
    fr: ({ status }) =>
      `Le statut « ${statusIn('fr', status)} » ne se consigne pas. Retirez plutôt l'observation.`,
  },
} satisfies RefusalSentences;
