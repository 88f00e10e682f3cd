import { Arg, Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from './scalars.js';

/** What every command carries. */
@InputType()
export class KeyedInput {
  @Field(() => String, {
    description:
      'Names the command: 1 to 64 printable ASCII characters. A retry with the same key and ' +
      'content answers as the first did and writes nothing.',
  })
  idempotencyKey!: string;
}

/** A command about something that happened on a day. */
@InputType()
export class DatedInput extends KeyedInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it happened; default today in Toronto.',
  })
  effectiveOn?: string | null;
}

/** The guard of a command against changes its author has not seen. */
export const ExpectedRevision = (record = 'record'): PropertyDecorator =>
  Field(() => Int, {
    nullable: true,
    description: `Refuse unless the ${record} still stands at this revision.`,
  });

/** A command that extends a record already there. */
@InputType()
export class ExtendingInput extends DatedInput {
  @ExpectedRevision()
  expectedRevision?: number | null;
}

/** The one argument of every mutation. */
export const Input = (type: () => object): ParameterDecorator =>
  Arg('input', type as never, { description: 'What is to be recorded.' }) as ParameterDecorator;

/** A required id, key or code. */
export const Id = (description: string): PropertyDecorator => Field(() => ID, { description });
