import { commitmentLetter } from './commitment-letter.js';
import type { EventNotice } from './event-notice.js';

const texts = {
  en: {
    subject: 'A commitment was handed over to your organization',
    opening: 'Your organization has taken over a commitment of a community safety plan.',
  },
  fr: {
    subject: 'Un engagement a été confié à votre organisme',
    opening: "Votre organisme prend en charge un engagement d'un plan de sécurité.",
  },
};

/** A commitment changed hands: the people of the organization that has it now are told. */
export const commitmentReassigned: EventNotice = {
  type: 'CommitmentReassigned',
  kind: 'HANDOVER',
  addressees: ({ data }) => ({ organizations: [data['partner'] as string] }),
  write: ({ stream }, desk) => commitmentLetter(stream, texts, desk),
};
