import type { RefusalSentences } from './refusal-sentence.js';

const acts: Readonly<Record<string, { readonly en: string; readonly fr: string }>> = {
  POLICE_SERVICES_ACT: { en: 'Police Services Act', fr: 'Loi sur les services policiers' },
  COMMUNITY_SAFETY_AND_POLICING_ACT: {
    en: 'Community Safety and Policing Act, 2019',
    fr: 'Loi de 2019 sur la sécurité communautaire et les services policiers',
  },
};

/** Refusals about the organization and life of plans, and about consent. */
export const planLifeRefusals = {
  'act-not-in-force': {
    en: ({ act }) =>
      `The act in force on that day was the ${acts[act ?? '']?.en}. Correct the act or the day.`,
    fr: ({ act }) =>
      `La loi en vigueur ce jour-là était la ${acts[act ?? '']?.fr}. Corrigez la loi ou la date.`,
  },
  'holder-required': {
    en: () => 'Say who holds it: an organization, an office, or both.',
    fr: () => "Dites qui l'occupe : un organisme, une fonction, ou les deux.",
  },
  'role-unknown': {
    en: () => 'Nobody holds this role in the plan. Check its id.',
    fr: () => "Personne n'occupe ce rôle dans le plan. Vérifiez son identifiant.",
  },
  'seats-required': {
    en: () => 'Name at least one seat of the advisory committee.',
    fr: () => 'Nommez au moins un siège du comité consultatif.',
  },
  'seat-already-held': {
    en: ({ seat }) => `The seat “${seat}” is named twice. Name each seat once.`,
    fr: ({ seat }) => `Le siège « ${seat} » est nommé deux fois. Nommez chaque siège une fois.`,
  },
  'seat-not-held': {
    en: ({ seat }) => `This member does not hold the seat “${seat}”. Name seats it holds, once.`,
    fr: ({ seat }) =>
      `Ce membre n'occupe pas le siège « ${seat} ». Nommez une fois les sièges qu'il occupe.`,
  },
  'seat-not-conditional': {
    en: ({ seat }) => `The seat “${seat}” is always required and cannot be left empty.`,
    fr: ({ seat }) => `Le siège « ${seat} » est toujours exigé et ne peut rester vacant.`,
  },
  'groups-required': {
    en: () => 'Name at least one group that was consulted.',
    fr: () => 'Nommez au moins un groupe consulté.',
  },
  'factor-already-identified': {
    en: ({ code }) => `The protective factor “${code}” is already identified in this plan.`,
    fr: ({ code }) => `Le facteur de protection « ${code} » est déjà cerné dans ce plan.`,
  },
  'review-before-last': {
    en: ({ last }) => `A review was already completed on ${last}. Give a later day.`,
    fr: ({ last }) => `Un examen a déjà pris fin le ${last}. Donnez un jour ultérieur.`,
  },
  'plan-superseded': {
    en: ({ by }) => `Another plan, ${by}, has taken its place. Record the decision there.`,
    fr: ({ by }) => `Un autre plan, ${by}, l'a remplacé. Consignez-y la décision.`,
  },
  'plan-supersedes-itself': {
    en: () => 'A plan cannot take its own place. Name another plan.',
    fr: () => 'Un plan ne peut se remplacer lui-même. Nommez un autre plan.',
  },
  'successor-unknown': {
    en: () => 'There is no such plan to take its place. Check its id.',
    fr: () => "Le plan qui devrait le remplacer n'existe pas. Vérifiez son identifiant.",
  },
  'successor-not-adopted': {
    en: () => 'Every body of the new plan must adopt it before it takes the place of another.',
    fr: () => "Chaque organisme du nouveau plan doit l'adopter avant qu'il en remplace un autre.",
  },
  'successor-without-bodies': {
    en: ({ bodies }) =>
      `The new plan leaves out ${bodies}. They must join it, or leave the old one.`,
    fr: ({ bodies }) =>
      `Le nouveau plan exclut ${bodies}. Ces organismes doivent s'y joindre ou quitter l'ancien.`,
  },
  'date-before-adoption': {
    en: ({ adoptedOn }) => `The plan was adopted on ${adoptedOn}. Give that day or a later one.`,
    fr: ({ adoptedOn }) =>
      `Le plan a été adopté le ${adoptedOn}. Donnez ce jour ou un jour ultérieur.`,
  },
  'not-a-first-nation': {
    en: ({ organization }) => `${organization} is not a First Nation. Check its code.`,
    fr: ({ organization }) => `${organization} n'est pas une Première Nation. Vérifiez son code.`,
  },
  'audiences-required': {
    en: () => 'Say at least one audience to whom the consent applies.',
    fr: () => "Indiquez au moins un public auquel s'applique le consentement.",
  },
  'grant-unknown': {
    en: () => 'The First Nation gave no such consent. Check the id of the grant.',
    fr: () =>
      "La Première Nation n'a pas donné ce consentement. Vérifiez l'identifiant du consentement.",
  },
  'grant-withdrawn': {
    en: () => 'This consent was withdrawn. Grant it anew if that is wanted.',
    fr: () => 'Ce consentement a été retiré. Donnez-le de nouveau si cela est voulu.',
  },
  'consent-not-narrower': {
    en: () => 'This would let more be seen than before. Grant a further consent instead.',
    fr: () =>
      "Cela donnerait un accès plus large qu'auparavant. Donnez plutôt un autre consentement.",
  },
  'consent-withdrawal-stands': {
    en: () => 'Consent that was narrowed or withdrawn is not revived. Grant it anew instead.',
    fr: () =>
      'Un consentement restreint ou retiré ne se rétablit pas. Donnez-le plutôt de nouveau.',
  },
} satisfies RefusalSentences;
