import { Field, InputType } from 'type-graphql';
import { DateScalar, DateTimeScalar, PositionScalar } from './scalars.js';

/** Which past a query asks about. */
@InputType('AsOf', {
  description:
    'Which past a query asks about: exactly one of the fields. It fixes the data; authority ' +
    'and redactions are always those of now.',
})
export class AsOfInput {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'What the log held after this many events.',
  })
  readonly position?: number | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'What the hub knew at this instant.',
  })
  readonly instant?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'For observations: what sources had published by this day, as the hub knows it now.',
  })
  readonly sourceReleasedOn?: string | null;
}
