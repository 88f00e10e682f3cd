import { requestNotice } from './request-notice.js';

/** The ministry no longer asks: those who may still have answered are told. */
export const informationRequestWithdrawn = requestNotice({
  type: 'InformationRequestWithdrawn',
  stands: ({ withdrawn }, { metadata }) => withdrawn?.at === metadata.recordedAt,
  texts: {
    en: {
      subject: 'The ministry no longer asks your organization for information',
      opening: 'The ministry withdrew its request for information. No answer is needed any more.',
    },
    fr: {
      subject: 'Le ministère ne demande plus de renseignements à votre organisme',
      opening: "Le ministère a retiré sa demande de renseignements. Plus aucune réponse n'est due.",
    },
  },
});
