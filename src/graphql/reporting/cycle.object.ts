import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CivilDate } from '../../domain/civil-date.js';
import type { CycleDocument } from '../../projections/reporting/view.js';
import type { Reading } from '../as-of.js';
import { enums } from '../enums.js';
import type { Standing } from '../../domain/submission/standing.js';
import { Indicator } from '../indicator/indicator.object.js';
import { Organization } from '../organization/organization.object.js';
import { DateScalar, DateTimeScalar, PeriodScalar } from '../scalars.js';
import { Text } from '../text.object.js';

/** An indicator that a cycle expects. */
@ObjectType('Expectation', {
  description: 'An indicator that a reporting cycle expects, and of whom.',
  simpleResolvers: true,
})
export class Expectation {
  @Field(() => Indicator, { description: 'What is to be reported.' })
  readonly indicator!: Indicator;

  @Field(() => [Organization], {
    nullable: true,
    description: 'By whom; null for all bodies of its universe.',
  })
  readonly bodies!: readonly Organization[] | null;
}

/** A deadline that was set in place of another. */
@ObjectType('DeadlineChange', {
  description: 'A deadline that was set in place of another.',
  simpleResolvers: true,
})
export class DeadlineChange {
  @Field(() => DateScalar, { description: 'The new deadline.' })
  readonly deadline!: CivilDate;

  @Field(() => Int, { description: 'Days of grace after it.' })
  readonly graceDays!: number;

  @Field(() => Text, { description: 'Why it was changed.' })
  readonly reason!: Text;

  @Field(() => DateTimeScalar, { description: 'When it was changed.' })
  readonly at!: string;
}

/** How many reports of a cycle stand where. */
@ObjectType('SubmissionCounts', {
  description: 'How many reports of a cycle stand where.',
  simpleResolvers: true,
})
export class SubmissionCounts {
  @Field(() => Int, { description: 'Bodies of which something is expected.' })
  readonly expected!: number;

  @Field(() => Int, { description: 'Nothing is recorded yet.' })
  readonly notStarted!: number;

  @Field(() => Int, { description: 'Numbers are recorded, and not submitted as they are now.' })
  readonly draft!: number;

  @Field(() => Int, { description: 'Before the ministry.' })
  readonly submitted!: number;

  @Field(() => Int, { description: 'Returned by the ministry.' })
  readonly returned!: number;

  @Field(() => Int, { description: 'Accepted.' })
  readonly accepted!: number;

  @Field(() => Int, { description: 'Open to changes again.' })
  readonly reopened!: number;

  @Field(() => Int, { description: 'First submitted by the deadline.' })
  readonly onTime!: number;

  @Field(() => Int, { description: 'After the deadline, within the days of grace.' })
  readonly withinGrace!: number;

  @Field(() => Int, { description: 'Submitted, or still missing, after the days of grace.' })
  readonly late!: number;
}

/** How a joint plan stands in a cycle. */
@ObjectType('JointReport', {
  description: 'How the bodies of a joint plan stand in a cycle: it waits for all of them.',
  simpleResolvers: true,
})
export class JointReport {
  @Field(() => ID, { description: 'Id of the plan.' })
  readonly planId!: string;

  @Field(() => Text, { description: 'Its title.' })
  readonly title!: Text;

  @Field(() => enums.SubmissionState, {
    description: 'SUBMITTED or ACCEPTED once all of its bodies are; else the least advanced.',
  })
  readonly state!: Standing;

  @Field(() => [Organization], { description: 'Bodies that have not submitted theirs.' })
  readonly waitingFor!: readonly Organization[];
}

/** A reporting cycle. */
@ObjectType('ReportingCycle', {
  description: 'What the ministry expects for a period, from whom and by when.',
  simpleResolvers: true,
})
export class ReportingCycle {
  readonly document!: CycleDocument;
  readonly reading!: Reading;

  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Field(() => Int, { description: 'Revision of its record: `expectedRevision` of a change.' })
  readonly revision!: number;

  @Field(() => PeriodScalar, { description: 'The period reported on.' })
  readonly period!: string;

  @Field(() => [Expectation], { description: 'What is expected.' })
  readonly expectations!: readonly Expectation[];

  @Field(() => DateScalar, { description: 'Last day on which a report is on time.' })
  readonly deadline!: CivilDate;

  @Field(() => Int, { description: 'Days of grace after it.' })
  readonly graceDays!: number;

  @Field(() => DateScalar, { description: 'Last day on which a report is not late.' })
  readonly graceUntil!: CivilDate;

  @Field(() => DateTimeScalar, { description: 'When it was opened.' })
  readonly openedAt!: string;

  @Field(() => DateScalar, { nullable: true, description: 'When it was closed; null while open.' })
  readonly closedOn!: CivilDate | null;

  @Field(() => [DeadlineChange], { description: 'Deadlines set in place of the first, in order.' })
  readonly deadlineChanges!: readonly DeadlineChange[];
}
