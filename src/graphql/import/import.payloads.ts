import { Field, Int, ObjectType } from 'type-graphql';
import { Refusal } from '../refusal.object.js';
import { PositionScalar } from '../scalars.js';
import { ImportAttempt, ImportCounts, ImportProblem } from './import.object.js';

/** Most problems an answer lists; the report of the attempt has more. */
export const problemsShownMax = 100;

/** Answer of `importObservations`. */
@ObjectType({ description: 'What became of `importObservations`.' })
export class ImportObservationsPayload {
  @Field(() => ImportAttempt, {
    nullable: true,
    description: 'The attempt; null for a dry run, and when refused.',
    simple: true,
  })
  readonly attempt!: ImportAttempt | null;

  @Field(() => ImportCounts, {
    nullable: true,
    description: 'What became of the rows; null exactly when refused.',
    simple: true,
  })
  readonly result!: ImportCounts | null;

  @Field(() => [ImportProblem], {
    description: `The first ${problemsShownMax} problems, by line.`,
    simple: true,
  })
  readonly problems!: readonly ImportProblem[];

  @Field(() => Int, { description: 'How many problems there are.', simple: true })
  readonly problemCount!: number;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Position of the last event it wrote; null when it wrote none.',
    simple: true,
  })
  readonly position!: number | null;

  @Field(() => [Refusal], {
    description: 'Why no import was begun; a rejected file is no refusal.',
    simple: true,
  })
  readonly refusals!: readonly Refusal[];
}
