import type { FreeText } from '../../domain/text.js';
import { english, french, type Names, type Sentences } from './sentence.js';

const said = (parts: readonly (string | undefined)[]): string =>
  `${parts.filter((part) => part !== undefined).join('; ')}.`;

const noteEn = (note: FreeText | undefined, names: Names) =>
  note && `note: ${english.quote(names.text(note))}`;
const noteFr = (note: FreeText | undefined, names: Names) =>
  note && `note\u00a0: ${french.quote(names.text(note))}`;

/** What became of a commitment, in words. */
export const commitmentSentences = {
  CommitmentMade: {
    en({ partner, statement, dueOn }, { organization, text, date }) {
      const due = dueOn === undefined ? '' : `, due on ${date(dueOn)}`;
      const commitment = english.quote(text(statement));
      return `${organization(partner)} made the commitment ${commitment}${due}.`;
    },
    fr({ partner, statement, dueOn }, { organization, text, date }) {
      const due = dueOn === undefined ? '' : `, à remplir d'ici le ${date(dueOn)}`;
      const commitment = french.quote(text(statement));
      return `${organization(partner)} a pris l'engagement ${commitment}${due}.`;
    },
  },
  CommitmentRevised: {
    en: ({ statement, dueOn, reason }, names) =>
      said([
        'The commitment was revised',
        statement && `it now reads ${english.quote(names.text(statement))}`,
        dueOn && `it is now due on ${names.date(dueOn)}`,
        english.reason(reason, names),
      ]),
    fr: ({ statement, dueOn, reason }, names) =>
      said([
        "L'engagement a été révisé",
        statement && `il se lit désormais ${french.quote(names.text(statement))}`,
        dueOn && `il est désormais à remplir d'ici le ${names.date(dueOn)}`,
        french.reason(reason, names),
      ]),
  },
  CommitmentProgressReported: {
    en: ({ reportedOn, percent, note }, names) =>
      said([
        `On ${names.date(reportedOn)}, the commitment was ${english.percent(String(percent))} done`,
        noteEn(note, names),
      ]),
    fr: ({ reportedOn, percent, note }, names) =>
      said([
        `Le ${names.date(reportedOn)}, l'engagement était rempli ` +
          `à ${french.percent(String(percent))}`,
        noteFr(note, names),
      ]),
  },
  CommitmentReassigned: {
    en: ({ partner, reason }, names) =>
      said([
        `The commitment was handed over to ${names.organization(partner)}`,
        english.reason(reason, names),
      ]),
    fr: ({ partner, reason }, names) =>
      said([
        `L'engagement a été confié à ${names.organization(partner)}`,
        french.reason(reason, names),
      ]),
  },
  CommitmentFulfilled: {
    en: ({ fulfilledOn, note }, names) =>
      said([`The commitment was fulfilled on ${names.date(fulfilledOn)}`, noteEn(note, names)]),
    fr: ({ fulfilledOn, note }, names) =>
      said([`L'engagement a été rempli le ${names.date(fulfilledOn)}`, noteFr(note, names)]),
  },
  CommitmentWithdrawn: {
    en: ({ reason }, names) =>
      said(['The commitment was withdrawn', english.reason(reason, names)]),
    fr: ({ reason }, names) => said(["L'engagement a été retiré", french.reason(reason, names)]),
  },
} satisfies Partial<Sentences>;
