import { Field, Int, ObjectType } from 'type-graphql';
import type { Absence } from '../../domain/indicator/aggregation.js';
import type { ObservationFlag, ObservationStatus } from '../../domain/observation/events.js';
import { AsOfInfo } from '../as-of.object.js';
import { enums } from '../enums.js';
import { Indicator } from '../indicator/indicator.object.js';
import { Organization } from '../organization/organization.object.js';
import { DateTimeScalar, DecimalScalar, PeriodScalar } from '../scalars.js';
import { Area } from './area.object.js';
import { OutcomeProgress } from './progress.object.js';
import type { Story } from './story.object.js';

/** What an indicator reads for one period of a series. */
@ObjectType('OutcomePoint', {
  description: 'What an indicator reads for one period of a series.',
  simpleResolvers: true,
})
export class OutcomePoint {
  @Field(() => PeriodScalar, { description: 'The period.' })
  readonly period!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value.' })
  readonly value!: string | null;

  @Field(() => Boolean, {
    description: 'True when the value is read off counts by bucket, so that it is approximate.',
  })
  readonly approximate!: boolean;

  @Field(() => enums.Absence, { nullable: true, description: 'Why there is no value.' })
  readonly absence!: Absence | null;

  @Field(() => enums.ObservationStatus, { description: 'What is known.' })
  readonly status!: ObservationStatus;

  @Field(() => [enums.ObservationFlag], {
    description: 'What a reader should know; of a sum, all flags of its parts.',
  })
  readonly flags!: readonly ObservationFlag[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When its latest version was recorded; null when nothing was.',
  })
  readonly recordedAt!: string | null;

  @Field(() => Int, { description: 'Corrections and withdrawals so far; of a sum, of its parts.' })
  readonly revisions!: number;
}

/** An indicator over time. */
@ObjectType('OutcomeSeries', {
  description: 'An indicator over time, for a body or an area.',
  simpleResolvers: true,
})
export class OutcomeSeries {
  /** What `stories` answers. */
  readonly readStories!: () => Promise<readonly Story[]>;

  @Field(() => Indicator, { description: 'What is measured.' })
  readonly indicator!: Indicator;

  @Field(() => Organization, { nullable: true, description: 'The body; null for an area.' })
  readonly organization!: Organization | null;

  @Field(() => Area, { nullable: true, description: 'The area; null for a body.' })
  readonly area!: Area | null;

  @Field(() => [OutcomePoint], { description: 'One point a period, in order of period.' })
  readonly points!: readonly OutcomePoint[];

  @Field(() => OutcomeProgress, { description: 'How it moves.' })
  readonly progress!: OutcomeProgress;

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
