import { Field, ObjectType } from 'type-graphql';
import type { Difference, Incomparable } from '../../domain/indicator/difference.js';
import { enums } from '../enums.js';
import { DecimalScalar } from '../scalars.js';

/** How far one value is from another. */
@ObjectType('ValueDifference', {
  description: 'How far one value is from another, or why that cannot be said.',
  simpleResolvers: true,
})
export class ValueDifference implements Difference {
  @Field(() => DecimalScalar, { nullable: true, description: 'The difference, exact.' })
  readonly difference!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'In percent of the value compared with, 2 decimals; null when that is zero.',
  })
  readonly percent!: string | null;

  @Field(() => enums.Incomparable, { nullable: true, description: 'Why they are not compared.' })
  readonly incomparable!: Incomparable | null;
}
