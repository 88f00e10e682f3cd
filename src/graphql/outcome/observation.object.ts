import { Field, Int, ObjectType } from 'type-graphql';
import type { Absence } from '../../domain/indicator/aggregation.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type {
  CategoryChoice,
  ObservationFlag,
  ObservationStatus,
} from '../../domain/observation/events.js';
import { enums } from '../enums.js';
import { Indicator } from '../indicator/indicator.object.js';
import { Organization } from '../organization/organization.object.js';
import { DateScalar, DateTimeScalar, DecimalScalar, PeriodScalar } from '../scalars.js';
import { Text } from '../text.object.js';
import { Area } from './area.object.js';
import { Category } from './category.object.js';
import type { Story } from './story.object.js';

/** How much of its source a partial number lacks. */
@ObjectType('MissingUnits', {
  description: 'How many of the units of its source a partial number lacks.',
  simpleResolvers: true,
})
export class MissingUnits {
  @Field(() => Int, { description: 'Units missing.' })
  readonly missing!: number;

  @Field(() => Int, { description: 'Units in all.' })
  readonly total!: number;
}

/** How sure an estimate is. */
@ObjectType('ConfidenceInterval', {
  description: 'Confidence interval of a survey estimate.',
  simpleResolvers: true,
})
export class ConfidenceInterval {
  @Field(() => DecimalScalar, { description: 'Lower bound.' })
  readonly lower!: string;

  @Field(() => DecimalScalar, { description: 'Upper bound.' })
  readonly upper!: string;

  @Field(() => DecimalScalar, { description: 'Level of confidence, in percent.' })
  readonly level!: string;
}

/** What is known of one indicator for one body or area and period. */
@ObjectType('Observation', {
  description: 'What is known of one indicator for one body or area and period.',
  simpleResolvers: true,
})
export class Observation {
  /** What `story` answers. */
  readonly readStory!: () => Promise<Story | null>;

  @Field(() => Indicator, { description: 'What is measured.' })
  readonly indicator!: Indicator;

  @Field(() => Organization, { nullable: true, description: 'The body that reports; else null.' })
  readonly organization!: Organization | null;

  @Field(() => Area, { nullable: true, description: 'The area a source published for; else null.' })
  readonly area!: Area | null;

  @Field(() => PeriodScalar, { description: 'The period.' })
  readonly period!: string;

  @Field(() => [Category], { description: 'What it is broken down to; empty for the total.' })
  readonly categories!: readonly CategoryChoice[];

  @Field(() => enums.ObservationStatus, { description: 'What is known.' })
  readonly status!: ObservationStatus;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value; of a ratio, computed.' })
  readonly value!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Numerator of a ratio.' })
  readonly numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Denominator of a ratio.' })
  readonly denominator!: string | null;

  @Field(() => Boolean, {
    description: 'True when it was read off counts by bucket: the exact value may differ.',
  })
  readonly approximate!: boolean;

  @Field(() => [DecimalScalar], { nullable: true, description: 'Counts by bucket.' })
  readonly histogram!: readonly string[] | null;

  @Field(() => ConfidenceInterval, { nullable: true, description: 'Of a survey estimate.' })
  readonly interval!: ConfidenceInterval | null;

  @Field(() => Text, { nullable: true, description: 'What was observed, in words.' })
  readonly narrative!: Text | null;

  @Field(() => enums.Absence, { nullable: true, description: 'Why there is no value.' })
  readonly absence!: Absence | null;

  @Field(() => enums.Review, {
    description:
      'Where its review by the ministry stands; NONE to one who may not read the number.',
  })
  readonly review!: 'NONE' | 'PENDING' | 'ACCEPTED';

  @Field(() => [enums.ObservationFlag], { description: 'What a reader should know of it.' })
  readonly flags!: readonly ObservationFlag[];

  @Field(() => MissingUnits, { nullable: true, description: 'What a partial number lacks.' })
  readonly missingUnits!: MissingUnits | null;

  @Field(() => Int, { nullable: true, description: 'Version of the indicator it was made under.' })
  readonly indicatorVersion!: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day its source published it; null when the body is the source.',
  })
  readonly sourceReleasedOn!: CivilDate | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its latest version was recorded; null when nothing was.',
  })
  readonly recordedAt!: string | null;

  @Field(() => Int, { description: 'Corrections and withdrawals so far.' })
  readonly revisions!: number;
}
