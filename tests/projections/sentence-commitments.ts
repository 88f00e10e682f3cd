import { plainText } from '../../src/domain/text.js';

const hex = '0123456789abcdef'.repeat(2);
const reason = plainText({ en: 'Staff changed', fr: 'Changement de personnel' });
const title = plainText({ en: 'Situation table', fr: "Table d'intervention" });

/** A body of every kind of event about a commitment. */
export const commitmentSamples: Readonly<Record<string, unknown>> = {
  CommitmentMade: {
    planId: `plan-${hex}`,
    strategyId: `strategy-${hex}`,
    partner: '3525005',
    statement: plainText({ en: 'Two officers', fr: 'Deux agents' }),
    dueOn: '2025-03-31',
  },
  CommitmentRevised: { dueOn: '2025-06-30', reason },
  CommitmentProgressReported: { reportedOn: '2024-06-10', percent: 40 },
  CommitmentReassigned: { partner: '3506008', reason },
  CommitmentFulfilled: { fulfilledOn: '2024-06-10', note: reason },
  CommitmentWithdrawn: { reason },
  CommitmentResponsibleNamed: { person: `person-${hex}`, position: title, reason },
  CommitmentResourcePledged: {
    resourceId: `resource-${hex}`,
    kind: 'FUNDING',
    amountCents: 12_500_050,
    description: title,
  },
  CommitmentResourceWithdrawn: { resourceId: `resource-${hex}`, reason },
  CommitmentMilestoneSet: {
    milestoneId: `milestone-${hex}`,
    name: title,
    dueOn: '2024-09-30',
  },
  CommitmentMilestoneMoved: { milestoneId: `milestone-${hex}`, dueOn: '2024-10-31', reason },
  CommitmentMilestoneReached: { milestoneId: `milestone-${hex}`, reachedOn: '2024-06-14' },
  CommitmentMilestoneDropped: { milestoneId: `milestone-${hex}`, reason },
  CommitmentEvidenceLinked: {
    evidenceId: `evidence-${hex}`,
    url: 'https://hamilton.ca/report',
    title,
    kind: 'REPORT',
    datedOn: '2024-06-01',
  },
  CommitmentStatusDeclared: { outlook: 'AT_RISK', declaredOn: '2024-06-12', reason },
};
