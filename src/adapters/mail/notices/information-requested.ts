import type { EventNotice } from './event-notice.js';
import { requestAddressees, requestLetter, requestOf } from './request-letter.js';

const texts = {
  en: {
    subject: 'The ministry asks your organization for information',
    opening: 'The ministry asks your organization for information.',
  },
  fr: {
    subject: 'Le ministère demande des renseignements à votre organisme',
    opening: 'Le ministère demande des renseignements à votre organisme.',
  },
};

/** The ministry asked organizations something: those who may answer for them are told. */
export const informationRequested: EventNotice = {
  type: 'InformationRequested',
  kind: 'SUBMISSION',
  addressees: requestAddressees,
  async write(event, desk) {
    const request = await requestOf(event, desk.snapshot);
    return request && !request.withdrawn ? requestLetter(request, texts, desk) : undefined;
  },
};
