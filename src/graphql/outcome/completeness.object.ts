import { Field, Int, ObjectType } from 'type-graphql';
import type { Completeness as Counted } from '../../domain/indicator/aggregation.js';
import { DateScalar, DecimalScalar } from '../scalars.js';

/** How complete a rolled-up value is. */
@ObjectType('Completeness', {
  description:
    'How complete a rolled-up value is; zeros where it does not rest on reports of bodies.',
  simpleResolvers: true,
})
export class Completeness implements Counted {
  @Field(() => Int, {
    description: 'Bodies of the universe for the period, without those it does not apply to.',
  })
  readonly bodiesExpected!: number;

  @Field(() => Int, { description: 'Bodies that reported a number.' })
  readonly bodiesReporting!: number;

  @Field(() => Int, { description: 'Bodies whose number the source hides.' })
  readonly bodiesSuppressedAtSource!: number;

  @Field(() => Int, { description: 'Bodies the indicator does not apply to.' })
  readonly bodiesNotApplicable!: number;

  @Field(() => Int, { description: 'Bodies that took their number back.' })
  readonly bodiesWithdrawn!: number;

  @Field(() => Int, { description: 'Reporting bodies whose number lacks some of its units.' })
  readonly partial!: number;

  @Field(() => Int, { description: 'Reporting bodies whose number is provisional.' })
  readonly provisional!: number;

  @Field(() => Int, {
    description:
      'Reporting bodies whose number belongs to a reporting cycle and is not accepted yet; it ' +
      'counts in the value all the same.',
  })
  readonly pending!: number;

  @Field(() => Int, {
    description: 'Reporting bodies whose number first came after the day it was due.',
  })
  readonly bodiesLate!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which the oldest of the numbers was known.',
  })
  readonly oldestKnownOn!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Percent, 2 decimals: population of the reporting over that of the expected bodies; null ' +
      'when no population is known.',
  })
  readonly populationCoverage!: string | null;
}
