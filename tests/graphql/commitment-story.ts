import type { Payload } from './mutation-hub.js';
import type { Ids, Step } from './story-step.js';

const reason = { en: 'Staff changed', fr: 'Changement de personnel' };
const person = `person-${'0'.repeat(32)}`;

/** Remembers the id of the newest resource or milestone of the commitment a payload shows. */
const learnNewest =
  (part: 'resources' | 'milestones', name: string) =>
  ({ commitment }: Payload, ids: Ids): void => {
    const parts = (commitment as Record<string, { id: string }[]>)[part] ?? [];
    ids[name] = parts.at(-1)?.id ?? '';
  };

/** Who answers for a commitment, what is put into it, its milestones, and who takes it over. */
export const tracking: readonly Step[] = [
  {
    mutation: 'nameCommitmentResponsible',
    input: ({ commitmentId }) => ({
      commitmentId,
      person,
      position: { en: 'Manager of outreach', fr: 'Gestionnaire des services mobiles' },
    }),
  },
  {
    mutation: 'pledgeCommitmentResource',
    input: ({ commitmentId }) => ({ commitmentId, kind: 'FUNDING', amountCents: '12500000' }),
    learn: learnNewest('resources', 'resourceId'),
  },
  {
    mutation: 'withdrawCommitmentResource',
    input: ({ commitmentId, resourceId }) => ({ commitmentId, resourceId, reason }),
  },
  {
    mutation: 'linkCommitmentEvidence',
    input: ({ commitmentId }) => ({
      commitmentId,
      url: 'https://hamilton.ca/table-report',
      title: { en: 'First report of the table' },
      kind: 'REPORT',
      datedOn: '2024-06-01',
    }),
  },
  {
    mutation: 'declareCommitmentStatus',
    input: ({ commitmentId }) => ({
      commitmentId,
      outlook: 'AT_RISK',
      declaredOn: '2024-06-12',
      reason,
    }),
  },
  {
    mutation: 'setCommitmentMilestone',
    input: ({ commitmentId }) => ({
      commitmentId,
      name: { en: 'Terms of reference signed', fr: 'Mandat signé' },
      dueOn: '2024-09-30',
    }),
    learn: learnNewest('milestones', 'milestoneId'),
  },
  {
    mutation: 'moveCommitmentMilestone',
    input: ({ commitmentId, milestoneId }) => ({
      commitmentId,
      milestoneId,
      dueOn: '2024-10-31',
      reason,
    }),
  },
  {
    mutation: 'reachCommitmentMilestone',
    input: ({ commitmentId, milestoneId }) => ({
      commitmentId,
      milestoneId,
      reachedOn: '2024-06-14',
    }),
  },
  {
    mutation: 'setCommitmentMilestone',
    input: ({ commitmentId }) => ({
      commitmentId,
      name: { en: 'Second officer hired' },
      dueOn: '2024-12-31',
    }),
    learn: learnNewest('milestones', 'secondMilestoneId'),
  },
  {
    mutation: 'dropCommitmentMilestone',
    input: ({ commitmentId, secondMilestoneId }) => ({
      commitmentId,
      milestoneId: secondMilestoneId,
      reason,
    }),
  },
  {
    mutation: 'handOverCommitments',
    input: () => ({ fromPartner: '3525005', partner: 'hamilton-police', reason }),
  },
  {
    mutation: 'nameCommitmentResponsible',
    input: ({ commitmentId }) => ({ commitmentId, person }),
  },
];
