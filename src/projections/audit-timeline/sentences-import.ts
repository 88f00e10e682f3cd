import type { ImportKind, ImportOutcome } from '../../domain/import/events.js';
import type { Language } from '../../domain/text.js';
import { english, french, type Sentences } from './sentence.js';

const kinds: Readonly<Record<Language, Readonly<Record<ImportKind, string>>>> = {
  en: { OBSERVATIONS: 'observations', PLANS: 'plans' },
  fr: { OBSERVATIONS: 'd’observations', PLANS: 'de plans' },
};

const outcomes: Readonly<Record<Language, Readonly<Record<ImportOutcome, string>>>> = {
  en: {
    WRITTEN: 'was written',
    PARTLY_WRITTEN: 'was written in part',
    UNCHANGED: 'said nothing new',
    REJECTED: 'was rejected',
  },
  fr: {
    WRITTEN: 'a été consigné',
    PARTLY_WRITTEN: 'a été consigné en partie',
    UNCHANGED: 'n’a rien dit de nouveau',
    REJECTED: 'a été rejeté',
  },
};

/** What was tried with files, in words. */
export const importSentences = {
  ImportBegun: {
    en: ({ kind, fileName }, names) =>
      `The import of a file of ${kinds.en[kind]} began: ${english.quote(names.text(fileName))}.`,
    fr: ({ kind, fileName }, names) =>
      `L’importation d’un fichier ${kinds.fr[kind]} a commencé : ` +
      `${french.quote(names.text(fileName))}.`,
  },
  ImportFinished: {
    en: ({ outcome, rows, rejected }) =>
      `The imported file ${outcomes.en[outcome]}; rows read: ${rows}, rejected: ${rejected}.`,
    fr: ({ outcome, rows, rejected }) =>
      `Le fichier importé ${outcomes.fr[outcome]}; lignes lues : ${rows}, rejetées : ${rejected}.`,
  },
} satisfies Partial<Sentences>;
