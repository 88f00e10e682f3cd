import { Field, ObjectType } from 'type-graphql';
import { Refusal } from './refusal.object.js';
import { PositionScalar } from './scalars.js';

/** What became of a command: a position, or refusals; never both. */
@ObjectType()
export class CommandPayload {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Position of the last event it wrote; null exactly when it was refused.',
  })
  readonly position!: number | null;

  @Field(() => [Refusal], { description: 'Why it was refused; empty when it was accepted.' })
  readonly refusals!: readonly Refusal[];
}
