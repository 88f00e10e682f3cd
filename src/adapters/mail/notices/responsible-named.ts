import { commitmentLetter } from './commitment-letter.js';
import type { EventNotice } from './event-notice.js';

const texts = {
  en: {
    subject: 'You now answer for a commitment',
    opening: 'You were named as the person who answers for a commitment.',
  },
  fr: {
    subject: "Vous répondez désormais d'un engagement",
    opening: "On vous a confié la responsabilité d'un engagement.",
  },
};

/** Somebody was named to answer for a commitment, and is told. */
export const responsibleNamed: EventNotice = {
  type: 'CommitmentResponsibleNamed',
  kind: 'HANDOVER',
  addressees: ({ data }) => ({ person: data['person'] as string | undefined }),
  write: ({ stream }, desk) => commitmentLetter(stream, texts, desk),
};
