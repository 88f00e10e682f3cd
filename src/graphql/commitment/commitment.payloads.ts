import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { Commitment } from './commitment.object.js';

/** What a command about a commitment answers. */
@ObjectType({ simpleResolvers: true })
export class CommitmentPayload extends CommandPayload {
  @Field(() => Commitment, {
    nullable: true,
    description: 'The commitment as it now stands; null exactly when refused.',
  })
  readonly commitment!: Commitment | null;
}

/** Answer of `makeCommitment`. */
@ObjectType({ description: 'What became of `makeCommitment`.' })
export class MakeCommitmentPayload extends CommitmentPayload {}

/** Answer of `reviseCommitment`. */
@ObjectType({ description: 'What became of `reviseCommitment`.' })
export class ReviseCommitmentPayload extends CommitmentPayload {}

/** Answer of `reportCommitmentProgress`. */
@ObjectType({ description: 'What became of `reportCommitmentProgress`.' })
export class ReportCommitmentProgressPayload extends CommitmentPayload {}

/** Answer of `reassignCommitment`. */
@ObjectType({ description: 'What became of `reassignCommitment`.' })
export class ReassignCommitmentPayload extends CommitmentPayload {}

/** Answer of `fulfillCommitment`. */
@ObjectType({ description: 'What became of `fulfillCommitment`.' })
export class FulfillCommitmentPayload extends CommitmentPayload {}

/** Answer of `withdrawCommitment`. */
@ObjectType({ description: 'What became of `withdrawCommitment`.' })
export class WithdrawCommitmentPayload extends CommitmentPayload {}
