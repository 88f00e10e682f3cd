import { Field, ObjectType } from 'type-graphql';
import type { Absence, Basis } from '../../domain/indicator/aggregation.js';
import type { CategoryChoice } from '../../domain/observation/events.js';
import { AsOfInfo } from '../as-of.object.js';
import { enums } from '../enums.js';
import { Indicator } from '../indicator/indicator.object.js';
import { DecimalScalar, PeriodScalar } from '../scalars.js';
import { Area } from './area.object.js';
import { Category } from './category.object.js';
import { Completeness } from './completeness.object.js';
import type { Story } from './story.object.js';

/** What an indicator reads for the province or another area. */
@ObjectType('ProvinceOutcome', {
  description: 'What an indicator reads for an area and period, and how far it can be trusted.',
  simpleResolvers: true,
})
export class ProvinceOutcome {
  /** What `story` answers. */
  readonly readStory!: () => Promise<Story | null>;

  /** Epoch of the definition it was made under. */
  readonly epoch!: number;

  @Field(() => Indicator, { description: 'What is measured.' })
  readonly indicator!: Indicator;

  @Field(() => Area, { description: 'The area.' })
  readonly area!: Area;

  @Field(() => PeriodScalar, { description: 'The period.' })
  readonly period!: string;

  @Field(() => [Category], { description: 'What it is broken down to; empty for the total.' })
  readonly categories!: readonly CategoryChoice[];

  @Field(() => enums.Basis, { description: 'Where the value comes from; never BEST.' })
  readonly basis!: Exclude<Basis, 'BEST'>;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "The value, rounded half away from zero to the indicator's decimals.",
  })
  readonly value!: string | null;

  @Field(() => enums.Absence, { nullable: true, description: 'Why there is no value.' })
  readonly absence!: Absence | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Exact sum of numerators, of a ratio.',
  })
  readonly numerator!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Exact sum of denominators over the same bodies.',
  })
  readonly denominator!: string | null;

  @Field(() => Boolean, {
    description: 'True when it was read off counts by bucket: the exact value may differ.',
  })
  readonly approximate!: boolean;

  @Field(() => Completeness, { description: 'How complete it is.' })
  readonly completeness!: Completeness;

  @Field(() => Boolean, {
    description:
      'True when the value may be read as what services achieved: only where the indicator is ' +
      'one of PERFORMANCE. No single body answers for a whole population.',
  })
  readonly attribution!: boolean;

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
