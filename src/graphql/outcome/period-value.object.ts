import { Field, ObjectType } from 'type-graphql';
import { DecimalScalar, PeriodScalar } from '../scalars.js';

/** A value in a period. */
@ObjectType('PeriodValue', { description: 'A value in a period.', simpleResolvers: true })
export class PeriodValue {
  @Field(() => PeriodScalar, { description: 'The period.' })
  readonly period!: string;

  @Field(() => DecimalScalar, { description: 'The value.' })
  readonly value!: string;
}
