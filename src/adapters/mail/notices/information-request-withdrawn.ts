import type { EventNotice } from './event-notice.js';
import { requestAddressees, requestLetter, requestOf } from './request-letter.js';

const texts = {
  en: {
    subject: 'The ministry no longer asks your organization for information',
    opening: 'The ministry withdrew its request for information. No answer is needed any more.',
  },
  fr: {
    subject: 'Le ministère ne demande plus de renseignements à votre organisme',
    opening: "Le ministère a retiré sa demande de renseignements. Plus aucune réponse n'est due.",
  },
};

/** The ministry no longer asks: those who may still have answered are told. */
export const informationRequestWithdrawn: EventNotice = {
  type: 'InformationRequestWithdrawn',
  kind: 'SUBMISSION',
  addressees: requestAddressees,
  async write(event, desk) {
    const request = await requestOf(event, desk.snapshot);
    const stands = request?.withdrawn?.at === event.metadata.recordedAt;
    return request && stands ? requestLetter(request, texts, desk) : undefined;
  },
};
