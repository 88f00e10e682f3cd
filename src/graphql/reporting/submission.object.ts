import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type { Timeliness } from '../../domain/cycle/timeliness.js';
import type { CategoryChoice, ObservationStatus } from '../../domain/observation/events.js';
import type { CellReview, Standing } from '../../domain/submission/standing.js';
import type { SubmissionStepKind } from '../../projections/reporting/view.js';
import type { Reading } from '../as-of.js';
import { enums } from '../enums.js';
import { Indicator } from '../indicator/indicator.object.js';
import { Organization } from '../organization/organization.object.js';
import { Category } from '../outcome/category.object.js';
import { DateScalar, DateTimeScalar, PeriodScalar, PositionScalar } from '../scalars.js';
import { Text } from '../text.object.js';
import type { BodyReport } from './body-reports.js';

/** What the reviewer said of one number. */
@ObjectType('CellComment', {
  description: 'What the ministry said of one number when it returned a report.',
  simpleResolvers: true,
})
export class CellComment {
  @Field(() => Indicator, { description: 'What the number measures.' })
  readonly indicator!: Indicator;

  @Field(() => [Category], { description: 'What it is broken down to; empty for the total.' })
  readonly categories!: readonly CategoryChoice[];

  @Field(() => Text, { description: 'The comment.' })
  readonly text!: Text;
}

/** A number of a report. */
@ObjectType('ReportCell', { description: 'A number of a report.', simpleResolvers: true })
export class ReportCell {
  @Field(() => Indicator, { description: 'What it measures.' })
  readonly indicator!: Indicator;

  @Field(() => [Category], { description: 'What it is broken down to; empty for the total.' })
  readonly categories!: readonly CategoryChoice[];

  @Field(() => enums.ObservationStatus, { description: 'What is known.' })
  readonly status!: ObservationStatus;

  @Field(() => enums.Review, { description: 'Where its review stands.' })
  readonly review!: CellReview;

  @Field(() => Boolean, {
    description: 'True when it is not what was submitted last; false before anything was.',
  })
  readonly changedSinceSubmitted!: boolean;

  @Field(() => Text, {
    nullable: true,
    description: 'What the ministry said of it when it last returned the report.',
  })
  readonly comment!: Text | null;
}

/** One thing that was done with a report. */
@ObjectType('SubmissionStep', {
  description: 'One thing that was done with a report.',
  simpleResolvers: true,
})
export class SubmissionStep {
  @Field(() => enums.SubmissionStepKind, { description: 'What was done.' })
  readonly kind!: SubmissionStepKind;

  @Field(() => PositionScalar, { description: 'Position of its event.' })
  readonly position!: number;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: string;

  @Field(() => String, { nullable: true, description: 'By whom; null unless the caller may know.' })
  readonly actor!: string | null;

  @Field(() => Organization, { description: 'For which organization.' })
  readonly actingFor!: Organization;

  @Field(() => Text, {
    nullable: true,
    description: 'The attestation, remark, reason or feedback, if there is one.',
  })
  readonly text!: Text | null;

  @Field(() => [CellComment], { description: 'Comments on numbers, of a return.' })
  readonly comments!: readonly CellComment[];

  @Field(() => Int, { nullable: true, description: 'Entries submitted; null of other steps.' })
  readonly entries!: number | null;

  @Field(() => Int, { nullable: true, description: 'Those of them that hold a number.' })
  readonly numbers!: number | null;
}

/** The report of a body in a cycle. */
@ObjectType('Submission', {
  description: 'The report of a body in a reporting cycle, and where it stands.',
  simpleResolvers: true,
})
export class Submission {
  readonly report!: BodyReport;
  readonly reading!: Reading;

  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Field(() => Int, {
    description: 'Revision of its record, -1 before anything was done: `expectedRevision`.',
  })
  readonly revision!: number;

  @Field(() => ID, { description: 'Id of the cycle.' })
  readonly cycleId!: string;

  @Field(() => PeriodScalar, { description: 'The period reported on.' })
  readonly period!: string;

  @Field(() => Organization, { description: 'The body that reports.' })
  readonly organization!: Organization;

  @Field(() => Organization, {
    description: 'Whose people report: the body itself or, once it ended, its successor.',
  })
  readonly respondent!: Organization;

  @Field(() => enums.SubmissionState, { description: 'Where it stands.' })
  readonly state!: Standing;

  @Field(() => DateScalar, { description: 'Last day on which it is on time.' })
  readonly deadline!: CivilDate;

  @Field(() => DateScalar, { description: 'Last day on which it is not late.' })
  readonly graceUntil!: CivilDate;

  @Field(() => enums.Timeliness, { description: 'How it stands to the deadline.' })
  readonly timeliness!: Timeliness;

  @Field(() => Int, { description: 'Days after the deadline; 0 when it is not after it.' })
  readonly daysAfterDeadline!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day it was first submitted, if it was.',
  })
  readonly firstSubmittedOn!: CivilDate | null;

  @Field(() => [Indicator], { description: 'What is expected of the body.' })
  readonly expected!: readonly Indicator[];

  @Field(() => [Indicator], {
    description: 'What keeps it from being submitted: nothing is said of these yet.',
  })
  readonly missing!: readonly Indicator[];

  @Field(() => [ReportCell], { description: 'Every number of it, breakdowns included.' })
  readonly cells!: readonly ReportCell[];

  @Field(() => [SubmissionStep], { description: 'Everything that was done with it, in order.' })
  readonly steps!: readonly SubmissionStep[];
}
