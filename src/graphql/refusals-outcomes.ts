import type { RefusalSentences } from './refusal-sentence.js';

/** Refusals about indicators and measures. */
export const outcomeRefusals = {
  'indicator-exists': {
    en: ({ indicator }) => `The key “${indicator}” already names an indicator. Choose another.`,
    fr: ({ indicator }) =>
      `La clé « ${indicator} » désigne déjà un indicateur. Choisissez-en une autre.`,
  },
  'indicator-unknown': {
    en: ({ indicator }) => `No indicator has the key “${indicator}”. Keys match exactly; check it.`,
    fr: ({ indicator }) =>
      `Aucun indicateur n'a la clé « ${indicator} ». La clé doit être exacte; vérifiez-la.`,
  },
  'indicator-retired': {
    en: ({ indicator }) => `The indicator “${indicator}” is retired: nothing more is recorded.`,
    fr: ({ indicator }) =>
      `L'indicateur « ${indicator} » est abandonné : plus rien n'y est consigné.`,
  },
  'indicator-rule-inconsistent': {
    en: ({ field, kind }) =>
      `“${field}” does not fit an indicator of kind ${kind}. Change one or the other.`,
    fr: ({ field, kind }) =>
      `« ${field} » ne convient pas à un indicateur de type ${kind}. Changez l'un ou l'autre.`,
  },
  'universe-invalid': {
    en: ({ organization }) => `${organization} is listed twice. List each body once.`,
    fr: ({ organization }) =>
      `${organization} figure deux fois dans la liste. N'y inscrivez chaque organisme qu'une fois.`,
  },
  'dimension-unknown': {
    en: ({ dimension }) => `There is no code list “${dimension}” to break an indicator down by.`,
    fr: ({ dimension }) =>
      `Il n'y a pas de liste de codes « ${dimension} » pour ventiler un indicateur.`,
  },
  'area-exists': {
    en: ({ area }) => `The code “${area}” already names an area. Choose another.`,
    fr: ({ area }) => `Le code « ${area} » désigne déjà un territoire. Choisissez-en un autre.`,
  },
  'area-ended': {
    en: ({ area }) => `The area “${area}” has ended and takes no more changes.`,
    fr: ({ area }) => `Le territoire « ${area} » a pris fin et ne change plus.`,
  },
  'area-members-required': {
    en: () => 'An area takes in or crosses at least one body. Name them by code.',
    fr: () => 'Un territoire comprend ou traverse au moins un organisme. Donnez leurs codes.',
  },
  'area-member-twice': {
    en: ({ organization }) =>
      `${organization} is named twice. A body lies in an area as a whole or in part, once.`,
    fr: ({ organization }) =>
      `${organization} figure deux fois. Un organisme fait partie d'un territoire en tout ou en ` +
      'partie, une seule fois.',
  },
  'area-redrawn-before-last': {
    en: ({ last }) => `Boundaries were last drawn from ${last}. Give a later day.`,
    fr: ({ last }) =>
      `Les limites ont été tracées la dernière fois à compter du ${last}. Donnez un jour ` +
      'postérieur.',
  },
  'progress-rule-inconsistent': {
    en: ({ field }) =>
      `“${field}” does not fit the rule: the indicator has a direction, the target comes after ` +
      'the baseline, the tolerance is not below zero, and of two cut-offs above zero the ' +
      'substantial one is the greater.',
    fr: ({ field }) =>
      `« ${field} » ne convient pas à la règle : l'indicateur a une direction, la cible vient ` +
      "après le niveau de référence, la tolérance n'est pas inférieure à zéro et, de deux " +
      'seuils supérieurs à zéro, celui des progrès importants est le plus élevé.',
  },
  'judgement-unknown': {
    en: ({ period }) => `No judgment of progress stands there for ${period}. Check the period.`,
    fr: ({ period }) =>
      `Aucun jugement sur les progrès n'est en vigueur pour ${period}. Vérifiez la période.`,
  },
  'geography-ambiguous': {
    en: () => 'Name an organization or an area: one of them, and not both.',
    fr: () => "Nommez un organisme ou un territoire : l'un des deux, et non les deux.",
  },
  'measure-unknown': {
    en: () => 'There is no such measure. Check its id.',
    fr: () => "Cette mesure n'existe pas. Vérifiez son identifiant.",
  },
  'measure-retired': {
    en: () => 'This measure is retired and takes no more changes. Define a new one.',
    fr: () => 'Cette mesure est abandonnée et ne change plus. Définissez-en une nouvelle.',
  },
  'baseline-inconsistent': {
    en: () =>
      'A baseline of kind VALUE has a value and its period, another kind has no value, and a ' +
      'relative change needs one above zero.',
    fr: () =>
      "Un niveau de référence de type VALUE a une valeur et sa période, un autre type n'en a " +
      'pas, et une variation relative en exige un supérieur à zéro.',
  },
  'target-inconsistent': {
    en: ({ kind }) =>
      `A target of kind ${kind} does not fit here: a relative change needs a baseline above ` +
      'zero, percentage points an indicator in percent, a completion 0 to 100.',
    fr: ({ kind }) =>
      `Une cible de type ${kind} ne convient pas ici : une variation relative exige un niveau ` +
      'de référence supérieur à zéro, des points de pourcentage un indicateur en pour cent, un ' +
      'achèvement de 0 à 100.',
  },
  'target-already-set': {
    en: () => 'This measure already has a target. Revise it instead.',
    fr: () => 'Cette mesure a déjà une cible. Révisez-la plutôt.',
  },
  'target-not-set': {
    en: () => 'This measure has no target yet. Set one first.',
    fr: () => "Cette mesure n'a pas encore de cible. Fixez-en une d'abord.",
  },
  'question-inconsistent': {
    en: () =>
      'A measure of performance asks how much, how well or who is better off; a measure of a ' +
      'population asks none of these.',
    fr: () =>
      'Une mesure du rendement demande combien, avec quelle qualité ou pour quel mieux-être; une ' +
      'mesure de la population ne demande rien de cela.',
  },
} satisfies RefusalSentences;
