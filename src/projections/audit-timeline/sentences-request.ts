import { english, french, type Sentences } from './sentence.js';

/** What the ministry asked and was answered, in words. */
export const requestSentences = {
  InformationRequested: {
    en: ({ organizations, question, dueOn }, names) =>
      `The ministry asked ${english.list(organizations.map(names.organization))}, for ` +
      `${names.date(dueOn)}: ${english.quote(names.text(question))}.`,
    fr: ({ organizations, question, dueOn }, names) =>
      `Question posée à ${french.list(organizations.map(names.organization))}, pour le ` +
      `${names.date(dueOn)}\u00a0: ${french.quote(names.text(question))}.`,
  },
  InformationProvided: {
    en: ({ organization, answer }, names) =>
      `${names.organization(organization)} answered: ${english.quote(names.text(answer))}.`,
    fr: ({ organization, answer }, names) =>
      `Réponse ${french.of(names.organization(organization))}\u00a0: ` +
      `${french.quote(names.text(answer))}.`,
  },
  InformationRequestWithdrawn: {
    en: ({ reason }, names) => `The question was withdrawn; ${english.reason(reason, names)}.`,
    fr: ({ reason }, names) => `La question a été retirée; ${french.reason(reason, names)}.`,
  },
} satisfies Partial<Sentences>;
