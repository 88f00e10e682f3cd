import type { RefusalSentences } from './refusal-sentence.js';

/** Refusals about who answers for commitments, how they come along and who takes them over. */
export const commitmentRefusals = {
  'responsible-required': {
    en: () => 'Name the person or the position that answers for the commitment.',
    fr: () => "Nommez la personne ou le poste qui répond de l'engagement.",
  },
  'resource-undescribed': {
    en: () => 'Give the amount of the resource, or say what is given in kind.',
    fr: () => 'Donnez le montant de la ressource ou dites ce qui est offert en nature.',
  },
  'amount-invalid': {
    en: () => 'An amount is a whole number of cents above zero, of at most 15 digits.',
    fr: () => "Un montant est un nombre entier de cents supérieur à zéro, d'au plus 15 chiffres.",
  },
  'resource-unknown': {
    en: () => 'The commitment has no such resource, or it was withdrawn. Check its id.',
    fr: () =>
      "L'engagement n'a pas cette ressource ou elle a été retirée. Vérifiez son identifiant.",
  },
  'milestone-unknown': {
    en: () => 'The commitment has no such milestone. Check its id.',
    fr: () => "L'engagement n'a pas ce jalon. Vérifiez son identifiant.",
  },
  'milestone-closed': {
    en: () => 'This milestone was reached or dropped and takes no more changes. Set a new one.',
    fr: () => 'Ce jalon a été atteint ou abandonné et ne change plus. Fixez-en un nouveau.',
  },
  'url-not-secure': {
    en: () => 'Give a web address that begins with https://, at most 2000 characters.',
    fr: () => 'Donnez une adresse Web qui commence par https://, au plus 2000 caractères.',
  },
  'status-before-last': {
    en: ({ last }) => `A status was already declared for ${last}. Give that day or a later one.`,
    fr: ({ last }) =>
      `Un état a déjà été déclaré pour le ${last}. Donnez ce jour ou un jour ultérieur.`,
  },
  'commitment-not-held': {
    en: ({ holder }) => `${holder} no longer has this commitment. Read who has it, then try again.`,
    fr: ({ holder }) =>
      `${holder} n'a plus cet engagement. Consultez qui en est chargé, puis réessayez.`,
  },
  'handover-ambiguous': {
    en: () =>
      'Name either two organizations, from and partner, or the person who leaves, fromPerson, ' +
      'with the person or position that follows.',
    fr: () =>
      'Nommez soit deux organismes, from et partner, soit la personne qui part, fromPerson, avec ' +
      'la personne ou le poste qui lui succède.',
  },
  'nothing-to-hand-over': {
    en: () => 'There is no active commitment to hand over. Check who has them.',
    fr: () => "Il n'y a aucun engagement actif à transférer. Vérifiez qui en est chargé.",
  },
  'handover-too-large': {
    en: ({ max }) =>
      `At most ${max} commitments are handed over at once. Narrow it down by plan, or name them.`,
    fr: ({ max }) =>
      `Au plus ${max} engagements sont transférés à la fois. Limitez-vous à un plan ou nommez-les.`,
  },
  'handover-not-permitted': {
    en: () =>
      'You may hand over only commitments of your organization or of a plan it takes part in.',
    fr: () =>
      'Vous ne pouvez transférer que les engagements de votre organisme ou ' +
      "d'un plan auquel il participe.",
  },
} satisfies RefusalSentences;
