import type { RefusalSentences } from './refusal-sentence.js';
import { roleWordIn } from './refusal-words.js';

/** Refusals about persons, their roles, and code lists. */
export const administrationRefusals = {
  'decision-stands': {
    en: () =>
      'Such a decision is not marked as recorded in error. Revoke or grant the role, or publish ' +
      'the next version of the list.',
    fr: () =>
      "Une telle décision n'est pas signalée comme consignée par erreur. Révoquez ou attribuez " +
      'le rôle, ou publiez la version suivante de la liste.',
  },
  'person-unknown': {
    en: () => 'This person was not invited. Check the identifier, or invite the person first.',
    fr: () => "Cette personne n'a pas été invitée. Vérifiez l'identifiant ou invitez-la d'abord.",
  },
  'person-unnamed': {
    en: () =>
      'Give either the identifier that `viewer` shows to the person, or the subject under which ' +
      'the OpenID provider of this hub knows the person.',
    fr: () =>
      "Donnez soit l'identifiant que « viewer » montre à la personne, soit le sujet sous lequel " +
      'le fournisseur OpenID de ce carrefour la connaît.',
  },
  'person-already-invited': {
    en: () => 'This person was invited before. Grant a role.',
    fr: () => 'Cette personne a déjà été invitée. Attribuez-lui un rôle.',
  },
  'address-invalid': {
    en: () => 'This is no e-mail address. Write it as name@example.org, at most 254 characters.',
    fr: () =>
      "Ce n'est pas une adresse de courriel. Écrivez-la comme nom@exemple.org, " +
      'au plus 254 caractères.',
  },
  'role-already-granted': {
    en: ({ role, organization }) =>
      `The person holds the role ${roleWordIn('en', role)} in ${organization} for these ` +
      'very days already.',
    fr: ({ role, organization }) =>
      `La personne a déjà le rôle ${roleWordIn('fr', role)} auprès de ${organization} pour ` +
      'ces mêmes jours.',
  },
  'role-already-over': {
    en: ({ until }) =>
      `The role would end on ${until}, before it begins or before today. Give a later day.`,
    fr: ({ until }) =>
      `Le rôle prendrait fin le ${until}, avant de commencer ou avant aujourd'hui. Donnez un ` +
      'jour ultérieur.',
  },
  'role-already-revoked': {
    en: ({ role, organization }) =>
      `The role ${roleWordIn('en', role)} in ${organization} is revoked already.`,
    fr: ({ role, organization }) =>
      `Le rôle ${roleWordIn('fr', role)} auprès de ${organization} est déjà révoqué.`,
  },
  'role-not-grantable': {
    en: () => 'Everybody is the public. Name another role.',
    fr: () => 'Chacun est le public. Nommez un autre rôle.',
  },
  'role-not-for-organization': {
    en: ({ role, organization }) =>
      `The role ${roleWordIn('en', role)} is not held in ${organization}: municipal ` +
      'roles are for municipalities and First Nations, that of an adviser also for census ' +
      'divisions, those of the province for ministries.',
    fr: ({ role, organization }) =>
      `Le rôle ${roleWordIn('fr', role)} ne s'exerce pas auprès de ${organization} : les ` +
      'rôles municipaux valent pour les municipalités et les Premières Nations, celui ' +
      'de conseil régional aussi pour les divisions de recensement, ceux de la ' +
      'province pour les ministères.',
  },
  'codes-required': {
    en: ({ max }) => `A version has 1 to ${max} codes.`,
    fr: ({ max }) => `Une version compte de 1 à ${max} codes.`,
  },
  'code-repeated': {
    en: ({ code }) => `The code ${code} is there twice. Keep one.`,
    fr: ({ code }) => `Le code ${code} y figure deux fois. N'en gardez qu'un.`,
  },
  'label-in-both-languages': {
    en: ({ code }) => `The code ${code} needs a label in English and in French.`,
    fr: ({ code }) => `Le code ${code} doit avoir un libellé en français et en anglais.`,
  },
  'version-exists': {
    en: ({ scheme, version }) =>
      `The list ${scheme} has a version ${version}, which never changes. Name the next one.`,
    fr: ({ scheme, version }) =>
      `La liste ${scheme} a une version ${version}, qui ne change jamais. Nommez la suivante.`,
  },
  'version-not-later': {
    en: ({ last, today }) =>
      `A version applies from a day after ${last}, that of the version before it, and not from ` +
      `before today, ${today}.`,
    fr: ({ last, today }) =>
      `Une version s'applique à compter d'un jour postérieur au ${last}, celui de la version ` +
      `précédente, et pas avant aujourd'hui, le ${today}.`,
  },
} satisfies RefusalSentences;
