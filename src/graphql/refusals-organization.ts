import type { RefusalSentences } from './refusal-sentence.js';

/** Refusals about organizations. */
export const organizationRefusals = {
  'organization-exists': {
    en: ({ code }) => `The code ${code} already names an organization. Choose another.`,
    fr: ({ code }) => `Le code ${code} désigne déjà un organisme. Choisissez-en un autre.`,
  },
  'organization-unknown': {
    en: ({ organization }) =>
      `No organization has the code “${organization}”. Codes match exactly; check it.`,
    fr: ({ organization }) =>
      `Aucun organisme n'a le code « ${organization} ». Le code doit être exact; vérifiez-le.`,
  },
  'organization-ended': {
    en: ({ organization }) =>
      `The organization ${organization} no longer exists on that day. Name its successor.`,
    fr: ({ organization }) =>
      `L'organisme ${organization} n'existe plus ce jour-là. Nommez celui qui lui a succédé.`,
  },
  'organization-not-ended': {
    en: ({ organization }) =>
      `No other organization has taken the place of ${organization}. Record first that it ended.`,
    fr: ({ organization }) =>
      `Aucun organisme n'a pris la place de ${organization}. Consignez d'abord qu'il a pris fin.`,
  },
  'organization-not-a-plan-body': {
    en: ({ organization }) =>
      `${organization} cannot adopt a plan: only municipalities and First Nations can.`,
    fr: ({ organization }) =>
      `${organization} ne peut pas adopter de plan : seules les municipalités et les ` +
      'Premières Nations le peuvent.',
  },
  'organization-succeeds-itself': {
    en: ({ organization }) => `${organization} cannot take its own place. Name another successor.`,
    fr: ({ organization }) =>
      `${organization} ne peut pas se succéder à lui-même. Nommez un autre successeur.`,
  },
  'population-invalid': {
    en: () =>
      'Give a whole number of persons, 0 or more, and a census year between 1900 and this year.',
    fr: () =>
      'Donnez un nombre entier de personnes, 0 ou plus, et une année de recensement entre 1900 ' +
      'et cette année.',
  },
  'sector-required': {
    en: () => 'A partner belongs to a sector. Name its code of the list “sectors”.',
    fr: () => 'Un partenaire appartient à un secteur. Donnez son code de la liste « sectors ».',
  },
  'tier-required': {
    en: () => 'A municipality is single-tier, lower-tier or upper-tier. Say which.',
    fr: () =>
      'Une municipalité est à palier unique, de palier inférieur ou de palier supérieur. ' +
      'Précisez lequel.',
  },
  'tier-not-expected': {
    en: () => 'Only a municipality has a tier, and only a lower-tier one an upper tier.',
    fr: () =>
      'Seule une municipalité a un palier, et seule une municipalité de palier inférieur a un ' +
      'palier supérieur.',
  },
  'obligation-before-last': {
    en: ({ last }) => `A duty is already set from ${last}. Give that day or a later one.`,
    fr: ({ last }) =>
      `Une obligation est déjà fixée à compter du ${last}. Donnez ce jour ou un jour ultérieur.`,
  },
} satisfies RefusalSentences;
