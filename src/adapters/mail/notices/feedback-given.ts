import { reportNotice } from './report-notice.js';

/** The ministry wrote to a body about its report; what it wrote is in the hub. */
export const feedbackGiven = reportNotice({
  type: 'FeedbackGiven',
  isUndoneByTheNext: false,
  texts: {
    en: {
      subject: (period) => `feedback on the report for ${period}`,
      opening: 'The ministry wrote to you about the report. It is in the history of the report.',
    },
    fr: {
      subject: (period) => `commentaires sur le rapport pour ${period}`,
      opening: "Le ministère vous a écrit au sujet du rapport. C'est dans son historique.",
    },
  },
});
