import { reportNotice } from './report-notice.js';

/** An accepted report was opened to changes; the reason is in the hub. */
export const submissionReopened = reportNotice({
  type: 'SubmissionReopened',
  isUndoneByTheNext: true,
  texts: {
    en: {
      subject: (period) => `the report for ${period} was reopened`,
      opening:
        'The ministry opened the accepted report to changes. It is to be submitted again; its ' +
        'history gives the reason.',
    },
    fr: {
      subject: (period) => `le rapport pour ${period} a été rouvert`,
      opening:
        'Le ministère a rouvert le rapport accepté. Il est à soumettre de nouveau; son ' +
        'historique donne le motif.',
    },
  },
});
