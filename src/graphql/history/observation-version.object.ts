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
import { Area } from '../outcome/area.object.js';
import { Category } from '../outcome/category.object.js';
import { ConfidenceInterval } from '../outcome/observation.object.js';
import {
  DateScalar,
  DateTimeScalar,
  DecimalScalar,
  PeriodScalar,
  PositionScalar,
} from '../scalars.js';
import { Text } from '../text.object.js';

/** One version of an observation: what was known from one position up to another. */
@ObjectType('ObservationVersion', {
  description:
    'One version of an observation: what was known of an indicator for one body or area and ' +
    'period, from one position of the record up to another.',
  simpleResolvers: true,
})
export class ObservationVersion {
  @Field(() => Indicator, { description: 'What is measured, as defined now or as of the past.' })
  readonly indicator!: Indicator;

  @Field(() => Organization, { nullable: true, description: 'The body that reports; else null.' })
  readonly organization!: Organization | null;

  @Field(() => Area, { nullable: true, description: 'The area a source published for; else null.' })
  readonly area!: Area | null;

  @Field(() => PeriodScalar, { description: 'The period.' })
  readonly period!: string;

  @Field(() => [Category], { description: 'What it is broken down to; empty for the total.' })
  readonly categories!: readonly CategoryChoice[];

  @Field(() => enums.ObservationStatus, { description: 'What was known.' })
  readonly status!: ObservationStatus;

  @Field(() => DecimalScalar, { nullable: true, description: 'The value; of a ratio, computed.' })
  readonly value!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Numerator of a ratio.' })
  readonly numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Denominator of a ratio.' })
  readonly denominator!: string | null;

  @Field(() => [DecimalScalar], { nullable: true, description: 'Counts by bucket.' })
  readonly histogram!: readonly string[] | null;

  @Field(() => ConfidenceInterval, { nullable: true, description: 'Of a survey estimate.' })
  readonly interval!: ConfidenceInterval | null;

  @Field(() => Text, { nullable: true, description: 'What was observed, in words.' })
  readonly narrative!: Text | null;

  @Field(() => enums.Absence, { nullable: true, description: 'Why there is no value.' })
  readonly absence!: Absence | null;

  @Field(() => [enums.ObservationFlag], { description: 'What a reader should know of it.' })
  readonly flags!: readonly ObservationFlag[];

  @Field(() => Int, { description: 'Version of the indicator it was made under.' })
  readonly indicatorVersion!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day its source published it; null when the body is the source.',
  })
  readonly sourceReleasedOn!: CivilDate | null;

  @Field(() => PositionScalar, { description: 'Position of the event that recorded it.' })
  readonly position!: number;

  @Field(() => DateTimeScalar, { description: 'When that event was recorded.' })
  readonly recordedAt!: string;

  @Field(() => Organization, { description: 'Organization it was recorded for.' })
  readonly actingFor!: Organization;

  @Field(() => Text, {
    nullable: true,
    description:
      'Why it replaced the version before; null of a first record, and for those who may not ' +
      'read the number.',
  })
  readonly reason!: Text | null;

  @Field(() => PositionScalar, {
    description:
      'Position from which it stood: `position`, or later when what had replaced it was found ' +
      'to be recorded in error.',
  })
  readonly standsFrom!: number;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Position from which it stood no more; null while it stands.',
  })
  readonly supersededAt!: number | null;

  @Field(() => Boolean, { description: 'True when its event stands recorded in error.' })
  readonly recordedInError!: boolean;
}
