import { Field, ID, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { Refusal } from '../refusal.object.js';
import { Commitment } from './commitment.object.js';

/** A commitment that could not be handed over. */
@ObjectType('CommitmentNotHandedOver', {
  description: 'A commitment that could not be handed over, and why.',
  simpleResolvers: true,
})
export class CommitmentNotHandedOver {
  @Field(() => ID, { description: 'Id of the commitment.' })
  readonly commitmentId!: string;

  @Field(() => [Refusal], { description: 'Why.' })
  readonly refusals!: readonly Refusal[];
}

/** Answer of `handOverCommitments`. */
@ObjectType({
  description:
    'What became of `handOverCommitments`. Each commitment is decided for itself; it counts as ' +
    'refused when none could be handed over.',
})
export class HandOverCommitmentsPayload extends CommandPayload {
  @Field(() => [Commitment], { description: 'Those handed over, as they now stand.' })
  readonly commitments!: readonly Commitment[];

  @Field(() => [CommitmentNotHandedOver], { description: 'Those that could not be, and why.' })
  readonly notHandedOver!: readonly CommitmentNotHandedOver[];
}
