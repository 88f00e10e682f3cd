import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { KeyedInput } from '../command.inputs.js';

/** Input of `importObservations`. */
@InputType({ description: 'Imports observations from a file that was uploaded.' })
export class ImportObservationsInput extends KeyedInput {
  @Field(() => ID, { description: 'Id that `POST /imports` answered with.' })
  @MaxLength(64)
  upload!: string;

  @Field(() => String, {
    description: 'JSON that says which column is what, as `jalon import observations` takes it.',
  })
  @MaxLength(60_000)
  mapping!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Checks all and writes nothing; false by default.',
  })
  dryRun?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Writes the good rows although others are rejected; false by default.',
  })
  acceptValid?: boolean | null;
}
