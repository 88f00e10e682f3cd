import { Field, Int, ObjectType } from 'type-graphql';
import type { Absence } from '../../domain/indicator/aggregation.js';
import type { Bin, Spread as Spreading } from '../../domain/indicator/distribution.js';
import type { CategoryChoice, ObservationStatus } from '../../domain/observation/events.js';
import type { Tier } from '../../domain/organization/events.js';
import { AsOfInfo } from '../as-of.object.js';
import { enums } from '../enums.js';
import { Indicator } from '../indicator/indicator.object.js';
import { Category } from '../outcome/category.object.js';
import { DecimalScalar, PeriodScalar } from '../scalars.js';
import { Text } from '../text.object.js';

const quartiles =
  'by linear interpolation between closest ranks (type 7 of Hyndman and Fan), rounded to the ' +
  "indicator's decimals";

/** Least, middle and greatest of some values. */
@ObjectType('Spread', {
  description: `Least, middle and greatest of some values: quartiles ${quartiles}.`,
  simpleResolvers: true,
})
export class Spread implements Spreading {
  @Field(() => DecimalScalar, { description: 'The least value.' })
  readonly min!: string;

  @Field(() => DecimalScalar, { description: 'A quarter of the values are at most this.' })
  readonly lowerQuartile!: string;

  @Field(() => DecimalScalar, { description: 'Half of the values are at most this.' })
  readonly median!: string;

  @Field(() => DecimalScalar, { description: 'Three quarters of the values are at most this.' })
  readonly upperQuartile!: string;

  @Field(() => DecimalScalar, { description: 'The greatest value.' })
  readonly max!: string;
}

/** One bar of a histogram. */
@ObjectType('HistogramBin', {
  description: 'Bodies whose value lies from one edge up to the next.',
  simpleResolvers: true,
})
export class HistogramBin implements Bin {
  @Field(() => DecimalScalar, { description: 'Lower edge, included.' })
  readonly from!: string;

  @Field(() => DecimalScalar, { description: 'Upper edge, included in the last bin alone.' })
  readonly to!: string;

  @Field(() => Int, { description: 'How many bodies.' })
  readonly count!: number;
}

/** One step of a scale. */
@ObjectType('LevelCount', { description: 'Bodies on one step of a scale.', simpleResolvers: true })
export class LevelCount {
  @Field(() => Int, { description: 'The step, from 1.' })
  readonly level!: number;

  @Field(() => Text, { description: 'What it is called.' })
  readonly name!: Text;

  @Field(() => Int, { description: 'How many bodies.' })
  readonly count!: number;
}

/** Bodies of which the same is known. */
@ObjectType('StatusCount', {
  description: 'Bodies of which the same is known.',
  simpleResolvers: true,
})
export class StatusCount {
  @Field(() => enums.ObservationStatus, { description: 'What is known.' })
  readonly status!: ObservationStatus;

  @Field(() => Int, { description: 'How many bodies.' })
  readonly bodies!: number;
}

/** How the values of bodies are distributed. */
@ObjectType('OutcomeDistribution', {
  description:
    'How the values of the bodies expected are distributed: what can be said of all of them ' +
    'where their values may not be put together.',
  simpleResolvers: true,
})
export class OutcomeDistribution {
  @Field(() => Indicator, { description: 'What is measured.' })
  readonly indicator!: Indicator;

  @Field(() => PeriodScalar, { description: 'The period.' })
  readonly period!: string;

  @Field(() => [Category], { description: 'What it is broken down to; empty for the total.' })
  readonly categories!: readonly CategoryChoice[];

  @Field(() => enums.Tier, { nullable: true, description: 'Tier of the bodies; null for all.' })
  readonly tier!: Tier | null;

  @Field(() => Int, {
    description: 'Bodies that have a value under the definition most of them reported under.',
  })
  readonly bodies!: number;

  @Field(() => Int, {
    description: 'Bodies that reported under a definition not comparable with it, left out.',
  })
  readonly otherDefinition!: number;

  @Field(() => [StatusCount], { description: 'All bodies expected, by what is known of them.' })
  readonly statuses!: readonly StatusCount[];

  @Field(() => Spread, { nullable: true, description: 'Quartiles; null where there are none.' })
  readonly spread!: Spread | null;

  @Field(() => [HistogramBin], {
    description:
      "Bodies by value. Edges are at equal distances, rounded to the indicator's decimals; those " +
      'that become equal are one.',
  })
  readonly histogram!: readonly HistogramBin[];

  @Field(() => [LevelCount], { description: 'Bodies by step, of an ordinal indicator.' })
  readonly levels!: readonly LevelCount[];

  @Field(() => enums.Absence, { nullable: true, description: 'Why no values are told.' })
  readonly absence!: Absence | null;

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
