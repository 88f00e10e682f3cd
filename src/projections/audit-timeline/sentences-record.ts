import { english, french, type Sentences } from './sentence.js';

/** What was decided about the record itself, in words. */
export const recordSentences = {
  DecisionRecordedInError: {
    en: ({ revision, reason }, names) =>
      `Decision ${revision} of this record was marked as recorded in error; ` +
      `${english.reason(reason, names)}.`,
    fr: ({ revision, reason }, names) =>
      `La décision ${revision} de ce dossier a été marquée comme consignée par erreur; ` +
      `${french.reason(reason, names)}.`,
  },
  TextRedacted: {
    en({ keys, authority, reason }, names) {
      const what = keys.length === 1 ? 'A text was' : `${keys.length} texts were`;
      return `${what} redacted under ${authority}; ${english.reason(reason, names)}.`;
    },
    fr({ keys, authority, reason }, names) {
      const what =
        keys.length === 1 ? 'Un texte a été caviardé' : `${keys.length} textes ont été caviardés`;
      return `${what} en vertu de ${french.quote(authority)}; ${french.reason(reason, names)}.`;
    },
  },
} satisfies Partial<Sentences>;
