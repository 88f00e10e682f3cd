import { requestNotice } from './request-notice.js';

/** The ministry asked organizations something: those who may answer for them are told. */
export const informationRequested = requestNotice({
  type: 'InformationRequested',
  stands: ({ withdrawn }) => withdrawn === undefined,
  texts: {
    en: {
      subject: 'The ministry asks your organization for information',
      opening: 'The ministry asks your organization for information.',
    },
    fr: {
      subject: 'Le ministère demande des renseignements à votre organisme',
      opening: 'Le ministère demande des renseignements à votre organisme.',
    },
  },
});
