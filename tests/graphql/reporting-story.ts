import { learn, type Step } from './story-step.js';

const reason = { en: 'The census came late', fr: 'Le recensement a tardé' };
const indicator = 'housing-cost-burden';
const cycleId = 'cycle-2021';
const report = { cycleId, body: '3525005' };
const attestation = { en: 'Complete and right', fr: 'Complet et exact' };
const step = (mutation: string, input: object): Step => ({ mutation, input: () => input });

/** A year that is reported, returned, accepted and opened again, and what is asked besides. */
export const reporting: readonly Step[] = [
  step('openCycle', {
    period: '2021',
    expectations: [{ indicator }],
    deadline: '2024-05-31',
    graceDays: 10,
  }),
  step('changeCycleDeadline', { cycleId, deadline: '2024-06-07', graceDays: 10, reason }),
  step('fileSubmission', { ...report, attestation }),
  step('returnSubmission', { ...report, comments: [{ indicator, text: reason }], remark: reason }),
  step('fileSubmission', { ...report, attestation }),
  step('acceptSubmission', report),
  step('giveFeedback', { ...report, text: reason }),
  step('reopenSubmission', { ...report, reason }),
  step('closeCycle', { cycleId }),
  {
    ...step('requestInformation', {
      organizations: ['3525005', 'hamilton-police'],
      question: reason,
      dueOn: '2024-06-30',
      period: '2021',
    }),
    learn: learn('requestId'),
  },
  {
    mutation: 'provideInformation',
    input: ({ requestId }) => ({ requestId, organization: 'hamilton-police', answer: reason }),
  },
  {
    mutation: 'withdrawInformationRequest',
    input: ({ requestId }) => ({ requestId, reason }),
  },
];
