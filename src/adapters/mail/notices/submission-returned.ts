import type { Language } from '../../../domain/text.js';
import { reportNotice } from './report-notice.js';

const headings: Readonly<Record<Language, { readonly on: string; readonly remark: string }>> = {
  en: { on: 'There are comments on:', remark: 'There is a remark on the whole report.' },
  fr: {
    on: 'Des commentaires portent sur\u00a0:',
    remark: "Une remarque porte sur l'ensemble du rapport.",
  },
};

/** A report was returned: which indicators have comments is told, what they say is in the hub. */
export const submissionReturned = reportNotice({
  type: 'SubmissionReturned',
  isUndoneByTheNext: true,
  texts: {
    en: {
      subject: (period) => `the report for ${period} was returned`,
      opening: 'The ministry returned the report. It is to be looked at and submitted again.',
    },
    fr: {
      subject: (period) => `le rapport pour ${period} a été renvoyé`,
      opening: 'Le ministère a renvoyé le rapport. Il est à revoir et à soumettre de nouveau.',
    },
  },
  async details({ comments = [], text }, _, { snapshot, words }) {
    const indicators = await snapshot.indicators({ position: snapshot.position });
    const { on, remark } = headings[words.language];
    const names = [...new Set(comments.map(({ indicator }) => indicator))].map((key) =>
      words.label(indicators.get(key)?.name ?? { en: key }),
    );
    const listed = names.length === 0 ? [] : [on, ...names.map((name) => `- ${name}`)];
    const said = [...listed, ...(text === undefined ? [] : [remark])];
    return [...said, ''];
  },
});
