import { change, type Changes } from './change.js';
import type { CommitmentDocument } from './view.js';

/** A commitment of which nothing but its making is known. */
export const emptyCommitment = {
  status: 'ACTIVE',
  progress: [],
  declarations: [],
  resources: [],
  milestones: [],
  evidence: [],
  handovers: [],
} satisfies Partial<CommitmentDocument>;

const milestoneIs =
  (milestoneId: string) =>
  ({ id, reachedOn, droppedOn }: CommitmentDocument['milestones'][number]): boolean =>
    id === milestoneId && reachedOn === undefined && droppedOn === undefined;

const milestones = (
  commitment: CommitmentDocument,
  id: string,
  changed: Partial<CommitmentDocument['milestones'][number]>,
): CommitmentDocument => ({
  ...commitment,
  milestones: change(commitment.milestones, milestoneIs(id), (each) => ({ ...each, ...changed })),
});

// Two marks in error can put a closing before what followed it: a closed one changes no more.
const whileActive = (changes: Changes<CommitmentDocument>): Changes<CommitmentDocument> =>
  Object.fromEntries(
    Object.entries(changes).map(([type, apply]) => [
      type,
      (commitment: CommitmentDocument, data: never, event: never) =>
        commitment.status === 'ACTIVE'
          ? (apply as (...of: unknown[]) => CommitmentDocument)(commitment, data, event)
          : commitment,
    ]),
  );

/** How a commitment document follows from what became of it. */
export const commitmentChanges: Changes<CommitmentDocument> = whileActive({
  CommitmentRevised: (commitment, { statement, dueOn }) => ({
    ...commitment,
    ...(statement && { statement }),
    ...(dueOn && { dueOn }),
  }),
  CommitmentProgressReported: (commitment, report) => ({
    ...commitment,
    progress: [...commitment.progress, report],
  }),
  CommitmentReassigned: ({ responsible: _, ...commitment }, { partner, reason }, { metadata }) => ({
    ...commitment,
    partner,
    handovers: [
      ...commitment.handovers,
      { from: commitment.partner, to: partner, on: metadata.effectiveOn, reason },
    ],
  }),
  CommitmentFulfilled: (commitment, { fulfilledOn }) => ({
    ...commitment,
    status: 'FULFILLED',
    fulfilledOn,
  }),
  CommitmentWithdrawn: (commitment, _, { metadata }) => ({
    ...commitment,
    status: 'WITHDRAWN',
    withdrawnOn: metadata.effectiveOn,
  }),
  CommitmentResponsibleNamed: (commitment, { person, position }) => {
    const { responsible } = commitment;
    return {
      ...commitment,
      responsible: {
        ...(person !== undefined && { person }),
        ...(position && { position }),
        ...(responsible?.person !== undefined && { before: responsible.person }),
      },
    };
  },
  CommitmentResourcePledged: (commitment, { resourceId, ...resource }) => ({
    ...commitment,
    resources: [...commitment.resources, { id: resourceId, ...resource }],
  }),
  CommitmentResourceWithdrawn: (commitment, { resourceId }) => ({
    ...commitment,
    resources: commitment.resources.filter(({ id }) => id !== resourceId),
  }),
  CommitmentMilestoneSet: (commitment, { milestoneId, ...milestone }) => ({
    ...commitment,
    milestones: [...commitment.milestones, { id: milestoneId, ...milestone }],
  }),
  CommitmentMilestoneMoved: (commitment, { milestoneId, dueOn }) =>
    milestones(commitment, milestoneId, { dueOn }),
  CommitmentMilestoneReached: (commitment, { milestoneId, reachedOn }) =>
    milestones(commitment, milestoneId, { reachedOn }),
  CommitmentMilestoneDropped: (commitment, { milestoneId }, { metadata }) =>
    milestones(commitment, milestoneId, { droppedOn: metadata.effectiveOn }),
  CommitmentEvidenceLinked: (commitment, { evidenceId, ...evidence }) => ({
    ...commitment,
    evidence: [...commitment.evidence, { id: evidenceId, ...evidence }],
  }),
  CommitmentStatusDeclared: (commitment, declaration) => ({
    ...commitment,
    declarations: [...commitment.declarations, declaration],
  }),
});
