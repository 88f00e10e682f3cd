import { reportNotice } from './report-notice.js';

/** A report was accepted. */
export const submissionAccepted = reportNotice({
  type: 'SubmissionAccepted',
  isUndoneByTheNext: true,
  texts: {
    en: {
      subject: (period) => `the report for ${period} was accepted`,
      opening: 'The ministry accepted the report. Its numbers are locked from now on.',
    },
    fr: {
      subject: (period) => `le rapport pour ${period} a été accepté`,
      opening: 'Le ministère a accepté le rapport. Ses nombres sont désormais verrouillés.',
    },
  },
});
