import { Field, Int, ObjectType } from 'type-graphql';
import type { Absence, Basis } from '../../domain/indicator/aggregation.js';
import type {
  CategoryChoice,
  ObservationFlag,
  ObservationStatus,
} from '../../domain/observation/events.js';
import type { Tier } from '../../domain/organization/events.js';
import type { PopulationBand as Band } from '../../domain/organization/population-bands.js';
import { AsOfInfo } from '../as-of.object.js';
import { enums } from '../enums.js';
import { Indicator } from '../indicator/indicator.object.js';
import { Organization } from '../organization/organization.object.js';
import { Category } from '../outcome/category.object.js';
import { PeriodValue } from '../outcome/period-value.object.js';
import { DecimalScalar, PeriodScalar } from '../scalars.js';
import { Spread } from './distribution.object.js';
import type { PeerGroup } from './peers.js';
import { ValueDifference } from './value-difference.object.js';

/** A body beside others, the province and its own past. */
@ObjectType('ComparedBody', {
  description: 'A body beside others, the province and its own past.',
  simpleResolvers: true,
})
export class ComparedBody {
  @Field(() => Organization, { description: 'The body.' })
  readonly organization!: Organization;

  @Field(() => enums.ObservationStatus, { description: 'What is known.' })
  readonly status!: ObservationStatus;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value; of a ratio, computed.' })
  readonly value!: string | null;

  @Field(() => enums.Absence, { nullable: true, description: 'Why there is no value.' })
  readonly absence!: Absence | null;

  @Field(() => [enums.ObservationFlag], { description: 'What a reader should know of it.' })
  readonly flags!: readonly ObservationFlag[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Rank among the bodies asked for and their peers, 1 the best; ties share it. Null without ' +
      'a value or a direction, and for those who may not read all values.',
  })
  readonly rank!: number | null;

  @Field(() => ValueDifference, { description: 'How far it is from the value of the province.' })
  readonly toProvince!: ValueDifference;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The value over that of the province, 4 decimals: of a total, its share.',
  })
  readonly provinceRatio!: string | null;

  @Field(() => PeriodValue, {
    nullable: true,
    description:
      'What it read for the latest period before for which it has a value; null for a period put ' +
      'together of several.',
  })
  readonly previous!: PeriodValue | null;

  @Field(() => ValueDifference, { description: 'How far it has moved since then.' })
  readonly sincePrevious!: ValueDifference;
}

/** A band of population. */
@ObjectType('PopulationBand', { description: 'A band of population.', simpleResolvers: true })
class PopulationBand implements Band {
  @Field(() => Int, { description: 'Least number of persons.' })
  readonly least!: number;

  @Field(() => Int, { nullable: true, description: 'Greatest number; null for the last band.' })
  readonly most!: number | null;
}

/** Bodies like the first one asked for. */
@ObjectType('PeerBodies', {
  description: 'Bodies like the first one asked for, of those expected; itself left out.',
  simpleResolvers: true,
})
export class PeerBodies {
  @Field(() => enums.PeerGroup, { description: 'In what they are alike.' })
  readonly group!: PeerGroup;

  @Field(() => enums.Tier, { description: 'Their tier.' })
  readonly tier!: Tier;

  @Field(() => PopulationBand, { nullable: true, description: 'Their band; null by tier alone.' })
  readonly band!: Band | null;

  @Field(() => [Organization], { description: 'The bodies, by code.' })
  readonly organizations!: readonly Organization[];

  @Field(() => Int, { description: 'How many of them have a value.' })
  readonly reporting!: number;

  @Field(() => Spread, { nullable: true, description: 'Their values; null where none are told.' })
  readonly spread!: Spread | null;

  @Field(() => enums.Absence, { nullable: true, description: 'Why no values are told.' })
  readonly absence!: Absence | null;
}

/** Bodies side by side. */
@ObjectType('OutcomeComparison', { description: 'Bodies side by side.', simpleResolvers: true })
export class OutcomeComparison {
  @Field(() => Indicator, { description: 'What is measured.' })
  readonly indicator!: Indicator;

  @Field(() => PeriodScalar, { description: 'The period.' })
  readonly period!: string;

  @Field(() => [Category], { description: 'What it is broken down to; empty for the total.' })
  readonly categories!: readonly CategoryChoice[];

  @Field(() => DecimalScalar, { nullable: true, description: 'What the province reads.' })
  readonly provinceValue!: string | null;

  @Field(() => enums.Absence, { nullable: true, description: 'Why there is no such value.' })
  readonly provinceAbsence!: Absence | null;

  @Field(() => enums.Basis, { description: 'Where that value comes from; never BEST.' })
  readonly provinceBasis!: Exclude<Basis, 'BEST'>;

  @Field(() => [ComparedBody], { description: 'The bodies, in the order asked for.' })
  readonly rows!: readonly ComparedBody[];

  @Field(() => PeerBodies, {
    nullable: true,
    description:
      'Peers of the first body; null when none were asked for, or its tier or population is not ' +
      'known.',
  })
  readonly peers!: PeerBodies | null;

  @Field(() => Int, { nullable: true, description: 'How many bodies ranks are among.' })
  readonly rankedBodies!: number | null;

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
