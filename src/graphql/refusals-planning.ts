import type { RefusalSentences } from './refusal-sentence.js';

/** Refusals about plans, their bodies, risks, strategies and commitments. */
export const planningRefusals = {
  'bodies-required': {
    en: () => 'A plan needs at least one participating body. Name one.',
    fr: () => 'Un plan doit compter au moins un organisme participant. Nommez-en un.',
  },
  'body-already-joined': {
    en: ({ body }) => `${body} already takes part in the plan. Name each body once.`,
    fr: ({ body }) =>
      `${body} participe déjà au plan. Ne nommez chaque organisme qu'une seule fois.`,
  },
  'body-not-in-plan': {
    en: ({ body }) => `${body} does not take part in the plan. It must join first.`,
    fr: ({ body }) => `${body} ne participe pas au plan. Il faut d'abord qu'il s'y joigne.`,
  },
  'last-body': {
    en: ({ body }) => `${body} is the last body of the plan, and a plan needs one.`,
    fr: ({ body }) => `${body} est le dernier organisme du plan, et il en faut au moins un.`,
  },
  'plan-unknown': {
    en: () => 'There is no such plan. Check its id.',
    fr: () => "Ce plan n'existe pas. Vérifiez son identifiant.",
  },
  'plan-already-adopted': {
    en: ({ body }) => `${body} has already adopted the plan.`,
    fr: ({ body }) => `${body} a déjà adopté le plan.`,
  },
  'plan-not-adopted': {
    en: () => 'Every participating body must adopt the plan before it is published.',
    fr: () => 'Chaque organisme participant doit adopter le plan avant sa publication.',
  },
  'plan-already-published': {
    en: () => 'The plan is already published.',
    fr: () => 'Le plan est déjà publié.',
  },
  'resolution-required': {
    en: () => "Give the number of the council's resolution, at most 64 characters.",
    fr: () => 'Donnez le numéro de la résolution du conseil, au plus 64 caractères.',
  },
  'risk-already-identified': {
    en: ({ code }) => `The risk factor “${code}” is already identified in this plan.`,
    fr: ({ code }) => `Le facteur de risque « ${code} » est déjà cerné dans ce plan.`,
  },
  'risk-unknown': {
    en: () => 'The plan has no such risk. Identify it first, or check its id.',
    fr: () => "Le plan n'a pas ce risque. Cernez-le d'abord ou vérifiez son identifiant.",
  },
  'risk-rank-taken': {
    en: ({ rank }) => `Another risk holds rank ${rank}. Free that rank first, or give another.`,
    fr: ({ rank }) =>
      `Un autre risque occupe le rang ${rank}. Libérez d'abord ce rang ou donnez-en un autre.`,
  },
  'risk-rank-invalid': {
    en: () => 'A rank is a whole number from 1, the first priority, to 999.',
    fr: () => 'Un rang est un nombre entier de 1, la première priorité, à 999.',
  },
  'risk-not-prioritized': {
    en: () => 'This risk is not among the priority risks.',
    fr: () => 'Ce risque ne figure pas parmi les risques prioritaires.',
  },
  'sectors-required': {
    en: () => 'A strategy needs at least one sector. Name one.',
    fr: () => 'Une stratégie doit compter au moins un secteur. Nommez-en un.',
  },
  'strategy-unknown': {
    en: () => 'The plan has no such strategy. Check its id.',
    fr: () => "Le plan n'a pas cette stratégie. Vérifiez son identifiant.",
  },
  'strategy-retired': {
    en: () => 'This strategy is retired and takes no more changes. Adopt a new one.',
    fr: () => 'Cette stratégie est abandonnée et ne change plus. Adoptez-en une nouvelle.',
  },
  'url-invalid': {
    en: () => 'Give a web address that begins with https:// or http://, at most 2000 characters.',
    fr: () =>
      'Donnez une adresse Web qui commence par https:// ou http://, au plus 2000 caractères.',
  },
  'commitment-unknown': {
    en: () => 'There is no such commitment. Check its id.',
    fr: () => "Cet engagement n'existe pas. Vérifiez son identifiant.",
  },
  'commitment-closed': {
    en: () => 'This commitment is closed, fulfilled or withdrawn, and takes no more changes.',
    fr: () => 'Cet engagement est clos, rempli ou retiré, et ne change plus.',
  },
  'percent-out-of-range': {
    en: ({ percent }) => `Progress is a whole number from 0 to 100, not ${percent}.`,
    fr: ({ percent }) => `Le progrès est un nombre entier de 0 à 100, et non ${percent}.`,
  },
  'progress-before-last-report': {
    en: ({ last }) => `Progress was already reported for ${last}. Give that day or a later one.`,
    fr: ({ last }) =>
      `Le progrès a déjà été déclaré pour le ${last}. Donnez ce jour ou un jour ultérieur.`,
  },
  'partner-unchanged': {
    en: ({ partner }) => `${partner} already has this commitment. Name another organization.`,
    fr: ({ partner }) => `${partner} a déjà cet engagement. Nommez un autre organisme.`,
  },
  'nothing-to-revise': {
    en: () => 'Nothing would change. Give at least one new value.',
    fr: () => 'Rien ne changerait. Donnez au moins une nouvelle valeur.',
  },
} satisfies RefusalSentences;
