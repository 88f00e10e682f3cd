import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Absence } from '../../domain/indicator/aggregation.js';
import type { IndicatorDefinition, IndicatorKind } from '../../domain/indicator/events.js';
import type { CategoryChoice, ObservationFlag } from '../../domain/observation/events.js';
import { AsOfInfo } from '../as-of.object.js';
import { enums } from '../enums.js';
import { Indicator } from '../indicator/indicator.object.js';
import { Organization } from '../organization/organization.object.js';
import { DateTimeScalar, DecimalScalar, PeriodScalar } from '../scalars.js';
import { Text } from '../text.object.js';
import { Area } from './area.object.js';
import { Category } from './category.object.js';
import { Completeness } from './completeness.object.js';
import type { PlaceKind } from './place.js';
import type { Verdict } from './verdict.js';

/** What a number is put together for. */
@ObjectType('Place', { description: 'What a number is put together for.', simpleResolvers: true })
export class PlaceObject {
  @Field(() => enums.PlaceKind, { description: 'What kind of place it is.' })
  readonly kind!: PlaceKind;

  @Field(() => ID, { description: 'Code of the area or body, or id of the plan.' })
  readonly code!: string;

  @Field(() => Text, { description: 'Its name.' })
  readonly name!: Text;
}

/** By which rule a number was put together. */
@ObjectType('RollupRule', {
  description: 'By which rule a number was put together.',
  simpleResolvers: true,
})
export class RollupRule {
  @Field(() => enums.IndicatorKind, { description: 'Kind of the numbers.' })
  readonly kind!: IndicatorKind;

  @Field(() => enums.OverSpaceOperator, { description: 'What was done over bodies.' })
  readonly overSpace!: IndicatorDefinition['overSpace'];

  @Field(() => enums.OverTimeOperator, { description: 'What was done over periods.' })
  readonly overTime!: IndicatorDefinition['overTime'];

  @Field(() => DecimalScalar, { nullable: true, description: 'Factor of a ratio.' })
  readonly factor!: string | null;

  @Field(() => Int, { description: 'Places the value is rounded to, half away from zero.' })
  readonly decimals!: number;

  @Field(() => [PeriodScalar], { description: 'Periods it was made of, in order.' })
  readonly periods!: readonly string[];

  @Field(() => [Int], { description: 'Versions of the definition its numbers were made under.' })
  readonly versions!: readonly number[];

  @Field(() => Text, { description: 'The rule in words.' })
  readonly sentence!: Text;
}

/** What became of one body or reporting area. */
@ObjectType('RollupUnit', {
  description: 'What became of one body or reporting area in a number put together.',
  simpleResolvers: true,
})
export class RollupUnit {
  @Field(() => Organization, { nullable: true, description: 'The body; null for an area.' })
  readonly organization!: Organization | null;

  @Field(() => Area, { nullable: true, description: 'The reporting area; null for a body.' })
  readonly area!: Area | null;

  @Field(() => Int, { description: 'Persons living in it.' })
  readonly population!: number;

  @Field(() => enums.Verdict, { description: 'How it was taken.' })
  readonly verdict!: Verdict;

  @Field(() => DecimalScalar, { nullable: true, description: 'Its value, if it may be read.' })
  readonly value!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Its numerator, of a ratio.' })
  readonly numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Its denominator, of a ratio.' })
  readonly denominator!: string | null;

  @Field(() => [enums.ObservationFlag], { description: 'What a reader should know of it.' })
  readonly flags!: readonly ObservationFlag[];

  @Field(() => Int, { description: 'Corrections and withdrawals so far.' })
  readonly revisions!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When its latest was recorded.' })
  readonly recordedAt!: string | null;
}

/** A number put together, and why it is what it is. */
@ObjectType('OutcomeRollup', {
  description: 'A number put together out of what bodies reported, and why it is what it is.',
  simpleResolvers: true,
})
export class OutcomeRollup {
  @Field(() => Indicator, { description: 'What is measured.' })
  readonly indicator!: Indicator;

  @Field(() => PlaceObject, { description: 'For what.' })
  readonly place!: PlaceObject;

  @Field(() => PeriodScalar, { description: 'The period.' })
  readonly period!: string;

  @Field(() => [Category], { description: 'What it is broken down to; empty for the total.' })
  readonly categories!: readonly CategoryChoice[];

  @Field(() => DecimalScalar, { nullable: true, description: 'The value, rounded.' })
  readonly value!: string | null;

  @Field(() => enums.Absence, { nullable: true, description: 'Why there is no value.' })
  readonly absence!: Absence | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Exact sum of numerators.' })
  readonly numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Exact sum of denominators.' })
  readonly denominator!: string | null;

  @Field(() => Boolean, {
    description: 'True when it was read off counts by bucket: the exact value may differ.',
  })
  readonly approximate!: boolean;

  @Field(() => Boolean, {
    description:
      'True when the value may be read as what services achieved: only where the indicator is ' +
      'one of PERFORMANCE. No single body answers for a whole population.',
  })
  readonly attribution!: boolean;

  @Field(() => Completeness, { description: 'How complete it is.' })
  readonly completeness!: Completeness;

  @Field(() => RollupRule, { description: 'By which rule.' })
  readonly rule!: RollupRule;

  @Field(() => [RollupUnit], {
    description: 'Every body and area expected, by code, and what became of it.',
  })
  readonly units!: readonly RollupUnit[];

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
