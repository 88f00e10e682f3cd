import { Field, ID, ObjectType } from 'type-graphql';
import type { Absence } from '../../domain/indicator/aggregation.js';
import { AsOfInfo } from '../as-of.object.js';
import { enums } from '../enums.js';
import { Indicator } from '../indicator/indicator.object.js';
import { DecimalScalar, PeriodScalar } from '../scalars.js';
import { Text } from '../text.object.js';
import { Completeness } from './completeness.object.js';
import { PlaceObject } from './outcome-rollup.object.js';

/** A number of a breakdown: of one category, or the total. */
@ObjectType('BreakdownNumber', {
  description: 'A number of a breakdown: of one category, or the total.',
  simpleResolvers: true,
})
export class BreakdownNumber {
  @Field(() => ID, { nullable: true, description: 'Code of the category; null for the total.' })
  readonly category!: string | null;

  @Field(() => Text, { nullable: true, description: 'Name of the category.' })
  readonly name!: Text | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value, rounded.' })
  readonly value!: string | null;

  @Field(() => Boolean, {
    description: 'True when the value is read off counts by bucket, so that it is approximate.',
  })
  readonly approximate!: boolean;

  @Field(() => enums.Absence, { nullable: true, description: 'Why there is no value.' })
  readonly absence!: Absence | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Exact sum of numerators.' })
  readonly numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Exact sum of denominators.' })
  readonly denominator!: string | null;

  @Field(() => Completeness, { description: 'How complete it is.' })
  readonly completeness!: Completeness;
}

/** A number broken down by one code list. */
@ObjectType('OutcomeBreakdown', {
  description: 'A number broken down by one code list, and whether its parts add up.',
  simpleResolvers: true,
})
export class OutcomeBreakdown {
  @Field(() => Indicator, { description: 'What is measured.' })
  readonly indicator!: Indicator;

  @Field(() => PlaceObject, { description: 'For what.' })
  readonly place!: PlaceObject;

  @Field(() => PeriodScalar, { description: 'The period.' })
  readonly period!: string;

  @Field(() => ID, { description: 'Code list it is broken down by.' })
  readonly dimension!: string;

  @Field(() => BreakdownNumber, { description: 'The total, as it was reported.' })
  readonly total!: BreakdownNumber;

  @Field(() => [BreakdownNumber], { description: 'Every category of the list, in its order.' })
  readonly categories!: readonly BreakdownNumber[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when the categories add up to the total exactly, false when the breakdown is ' +
      'incomplete; null where values of this kind are not added, or the total is withheld.',
  })
  readonly complete!: boolean | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Total less the sum of the categories: of the numbers or, of a ratio, of its denominators; ' +
      'null where the total has no value.',
  })
  readonly difference!: string | null;

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
