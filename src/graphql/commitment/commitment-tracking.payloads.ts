import { ObjectType } from 'type-graphql';
import { CommitmentPayload } from './commitment.payloads.js';

/** Answer of `nameCommitmentResponsible`. */
@ObjectType({ description: 'What became of `nameCommitmentResponsible`.' })
export class NameCommitmentResponsiblePayload extends CommitmentPayload {}

/** Answer of `pledgeCommitmentResource`. */
@ObjectType({ description: 'What became of `pledgeCommitmentResource`.' })
export class PledgeCommitmentResourcePayload extends CommitmentPayload {}

/** Answer of `withdrawCommitmentResource`. */
@ObjectType({ description: 'What became of `withdrawCommitmentResource`.' })
export class WithdrawCommitmentResourcePayload extends CommitmentPayload {}

/** Answer of `linkCommitmentEvidence`. */
@ObjectType({ description: 'What became of `linkCommitmentEvidence`.' })
export class LinkCommitmentEvidencePayload extends CommitmentPayload {}

/** Answer of `declareCommitmentStatus`. */
@ObjectType({ description: 'What became of `declareCommitmentStatus`.' })
export class DeclareCommitmentStatusPayload extends CommitmentPayload {}

/** Answer of `setCommitmentMilestone`. */
@ObjectType({ description: 'What became of `setCommitmentMilestone`.' })
export class SetCommitmentMilestonePayload extends CommitmentPayload {}

/** Answer of `moveCommitmentMilestone`. */
@ObjectType({ description: 'What became of `moveCommitmentMilestone`.' })
export class MoveCommitmentMilestonePayload extends CommitmentPayload {}

/** Answer of `reachCommitmentMilestone`. */
@ObjectType({ description: 'What became of `reachCommitmentMilestone`.' })
export class ReachCommitmentMilestonePayload extends CommitmentPayload {}

/** Answer of `dropCommitmentMilestone`. */
@ObjectType({ description: 'What became of `dropCommitmentMilestone`.' })
export class DropCommitmentMilestonePayload extends CommitmentPayload {}
