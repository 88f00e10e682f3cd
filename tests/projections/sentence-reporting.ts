import { plainText } from '../../src/domain/text.js';

const reason = plainText({ en: 'Staff changed', fr: 'Changement de personnel' });
const reported = { period: '2024', body: '3525005' } as const;
const comment = { indicator: 'housing-cost-burden', categories: [] } as const;
const cell = { ...comment, revision: 2 } as const;

/** What is reported, reviewed and asked, for sentences to tell. */
export const reportingSamples = {
  CycleOpened: {
    period: '2024',
    expectations: [{ indicator: 'housing-cost-burden' }],
    deadline: '2025-06-30',
    graceDays: 14,
  },
  CycleDeadlineChanged: { deadline: '2025-07-31', graceDays: 1, reason },
  CycleClosed: { closedOn: '2025-12-31' },
  SubmissionFiled: { ...reported, cells: [cell], reported: 1, attestation: reason },
  SubmissionReturned: { ...reported, comments: [{ ...comment, text: reason }] },
  SubmissionAccepted: { ...reported, cells: [cell] },
  SubmissionReopened: { ...reported, reason },
  FeedbackGiven: { ...reported, text: reason },
  InformationRequested: { organizations: ['3525005'], question: reason, dueOn: '2025-03-01' },
  InformationProvided: { organization: '3525005', answer: reason },
  InformationRequestWithdrawn: { reason },
} as const;
