import type { RefusalSentences } from './refusal-sentence.js';

/** Refusals that any command may meet, and those of decisions about the record itself. */
export const anyRefusals = {
  'idempotency-key-invalid': {
    en: () => 'The idempotency key must be 1 to 64 printable ASCII characters.',
    fr: () => "La clé d'idempotence doit compter de 1 à 64 caractères ASCII imprimables.",
  },
  'idempotency-key-reused': {
    en: () =>
      'This idempotency key already stands for another command. ' +
      'Repeat the command unchanged, or use a new key.',
    fr: () =>
      "Cette clé d'idempotence désigne déjà une autre commande. " +
      'Répétez la commande sans la modifier ou utilisez une nouvelle clé.',
  },
  'revision-conflict': {
    en: ({ expected, actual }) =>
      `The record stands at revision ${actual}, not ${expected}. ` +
      'Read it again, then repeat your change.',
    fr: ({ expected, actual }) =>
      `Le dossier en est à la révision ${actual} et non ${expected}. ` +
      'Relisez-le, puis refaites votre changement.',
  },
  'stream-busy': {
    en: () => 'Too many changes to this record at the same time. Try again in a moment.',
    fr: () => 'Trop de changements à ce dossier en même temps. Réessayez dans un instant.',
  },
  'command-too-large': {
    en: () => 'All of this is more than one decision may hold: 1 MiB. Give shorter texts.',
    fr: () => 'C’est plus que n’en peut contenir une décision : 1 Mio. Écrivez moins long.',
  },
  'text-malformed': {
    en: () => 'The text holds characters that cannot be read or that hide others. Remove them.',
    fr: () =>
      'Le texte contient des caractères illisibles ou qui en cachent d’autres. Retirez-les.',
  },
  'text-required': {
    en: () => 'A text is needed here, in English, in French or in both; it must not be blank.',
    fr: () => 'Il faut ici un texte, en français, en anglais ou dans les deux langues, non vide.',
  },
  'text-too-long': {
    en: ({ max }) => `The text is too long: at most ${max} characters in each language.`,
    fr: ({ max }) => `Le texte est trop long : au plus ${max} caractères dans chaque langue.`,
  },
  'code-invalid': {
    en: ({ code }) =>
      `“${code}” is not a code: use lower-case letters and digits, with single hyphens between, ` +
      'at most 64 characters.',
    fr: ({ code }) =>
      `« ${code} » n'est pas un code : utilisez des minuscules et des chiffres, séparés au ` +
      "besoin par un seul trait d'union, au plus 64 caractères.",
  },
  'code-unknown': {
    en: ({ code, scheme }) =>
      `“${code}” is not in the code list “${scheme}” in force. Choose a code of that list.`,
    fr: ({ code, scheme }) =>
      `« ${code} » ne figure pas dans la liste « ${scheme} » en vigueur. ` +
      'Choisissez un code de cette liste.',
  },
  'date-invalid': {
    en: () => 'This day does not exist or cannot be used here. Correct the date.',
    fr: () => "Ce jour n'existe pas ou ne convient pas ici. Corrigez la date.",
  },
  'date-in-the-future': {
    en: ({ date }) => `${date} has not come yet. Give today's date or an earlier one.`,
    fr: ({ date }) =>
      `Le ${date} n'est pas encore arrivé. Donnez la date du jour ou une date antérieure.`,
  },
  'decision-not-found': {
    en: () => 'There is no such decision to mark. Name its stream and its revision.',
    fr: () => "Il n'y a pas de telle décision à marquer. Indiquez son flux et sa révision.",
  },
  'already-recorded-in-error': {
    en: ({ revision }) => `Decision ${revision} is already marked as recorded in error.`,
    fr: ({ revision }) => `La décision ${revision} est déjà marquée comme consignée par erreur.`,
  },
  'text-not-found': {
    en: () => 'No text of this record is sealed under that key. Name the keys of its own texts.',
    fr: () =>
      "Aucun texte de ce dossier n'est scellé sous cette clé. Indiquez les clés de ses textes.",
  },
} satisfies RefusalSentences;
