import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { EventData } from '../../domain/catalogue.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { Clock as ClockReading, PlanFacts, PlanStatus } from '../../domain/plan/rules.js';
import type { Reading } from '../as-of.js';
import { AsOfInfo } from '../as-of.object.js';
import { Commitment } from '../commitment/commitment.object.js';
import { enums } from '../enums.js';
import type { Measure } from '../measure/measure.object.js';
import { Node } from '../node.object.js';
import { Organization } from '../organization/organization.object.js';
import { DateScalar } from '../scalars.js';
import { Text } from '../text.object.js';
import {
  AppointedPlanner,
  CommitteeMember,
  Consultation,
  InterimSubmission,
  PlanRoleHeld,
  ProtectiveFactor,
} from './plan-life.object.js';
import { PlanReview, PlanRevision, Supersession } from './plan-review.object.js';
import { Risk, type Strategy } from './strategy.object.js';
import type { VisiblePlan } from '../../projections/due/visible-plan.js';

/** A council's adoption of a plan. */
@ObjectType('Adoption', {
  description: "A council's adoption of a plan, by resolution.",
  simpleResolvers: true,
})
export class Adoption {
  @Field(() => DateScalar, { description: 'Day on which the council adopted it.' })
  readonly adoptedOn!: CivilDate;

  @Field(() => String, { description: 'Number of the resolution or by-law.' })
  readonly resolution!: string;

  @Field(() => enums.Act, { description: 'The act it was adopted under.' })
  readonly act!: EventData<'PlanAdopted'>['act'];

  @Field(() => Organization, {
    nullable: true,
    description:
      'The body whose council it was: the body itself, or one whose place it took. Null when ' +
      'it may not be shown.',
  })
  readonly council!: Organization | null;
}

/** A body that had a part in a plan before another took its place. */
@ObjectType('PlanPredecessor', {
  description: 'A body that had a part in a plan until it ended and another took its place.',
  simpleResolvers: true,
})
export class PlanPredecessor {
  @Field(() => Organization, { description: 'The body that ended.' })
  readonly organization!: Organization;

  @Field(() => DateScalar, { description: 'First day on which it no longer existed.' })
  readonly endedOn!: CivilDate;
}

/** A body's part in a plan. */
@ObjectType('PlanBody', {
  description:
    "A body's part in a plan. A body that took the place of others has one part for itself, if " +
    'it took part, and one for each of them.',
  simpleResolvers: true,
})
export class PlanBody {
  @Field(() => Organization, { description: 'The body.' })
  readonly organization!: Organization;

  @Field(() => DateScalar, { description: 'Day on which it joined.' })
  readonly joinedOn!: CivilDate;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it left, if it did.' })
  readonly leftOn!: CivilDate | null;

  @Field(() => Adoption, { nullable: true, description: 'Its adoption of the plan, once made.' })
  readonly adoption!: Adoption | null;

  @Field(() => [PlanPredecessor], {
    description: 'Bodies that had this part before and ended, oldest first; mostly none.',
  })
  readonly predecessors!: readonly PlanPredecessor[];
}

/** Where and when a plan was published. */
@ObjectType('Publication', {
  description: 'Where and when a plan was published on the Internet.',
  simpleResolvers: true,
})
export class Publication {
  @Field(() => String, { description: 'Address of the plan.' })
  readonly url!: string;

  @Field(() => DateScalar, { description: 'Day on which it was published.' })
  readonly publishedOn!: CivilDate;
}

/** A statutory clock of a plan. */
@ObjectType('Clock', {
  description: 'A statutory clock of a plan, as it reads on a day in Toronto.',
  simpleResolvers: true,
})
export class Clock {
  @Field(() => String, {
    description:
      '`adoption`: of a first plan by a body that must; `publication`: on the Internet after ' +
      'adoption; `review`: after adoption or the review before.',
  })
  readonly code!: ClockReading['code'];

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was done, once done.' })
  readonly doneOn!: CivilDate | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days it is or was late: until it was done, or until the day it is read on.',
  })
  readonly daysLate!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it does not apply: `not-adopted`, `superseded`, `no-rule-in-force`, `not-obliged`, ' +
      '`covered-through-upper-tier`, `duty-not-set` (of a body that took the place of others).',
  })
  readonly reason!: ClockReading['reason'];

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is due, once started.' })
  readonly dueOn!: CivilDate | null;

  @Field(() => enums.ClockStatus, { description: 'How it reads.' })
  readonly status!: ClockReading['status'];
}

/** A community safety and well-being plan as of a position. */
@ObjectType('Plan', {
  description: 'A community safety and well-being plan of one or several bodies.',
  implements: Node,
  simpleResolvers: true,
})
export class Plan extends Node {
  /** What the fields with arguments are answered from. */
  readonly facts!: PlanFacts;
  readonly whole!: VisiblePlan;
  readonly reading!: Reading;
  readonly everyStrategy!: () => readonly Strategy[];
  readonly everyMeasure!: () => readonly Measure[];

  @Field(() => Int, { description: 'Revision it stands at, for `expectedRevision`.' })
  readonly revision!: number;

  @Field(() => Text, { description: 'Title.' })
  readonly title!: Text;

  @Field(() => enums.PlanStatus, { description: 'Where it stands.' })
  readonly status!: PlanStatus;

  @Field(() => Boolean, {
    description: 'True for a plan made to show the hub, not one a council adopted.',
  })
  readonly demonstration!: boolean;

  @Field(() => DateScalar, { description: 'Day on which it was opened.' })
  readonly openedOn!: CivilDate;

  @Field(() => [PlanBody], { description: 'Bodies that take or took part, in order of joining.' })
  readonly bodies!: readonly PlanBody[];

  @Field(() => [Risk], { description: 'Identified risks: the prioritized first, by rank.' })
  readonly risks!: readonly Risk[];

  @Field(() => [Commitment], { description: 'Commitments within all of its strategies.' })
  readonly commitments!: readonly Commitment[];

  @Field(() => Publication, { nullable: true, description: 'Its publication, once made.' })
  readonly publication!: Publication | null;

  @Field(() => [PlanRoleHeld], { description: 'Coordinators and champions, past ones too.' })
  readonly roles!: readonly PlanRoleHeld[];

  @Field(() => [CommitteeMember], { description: 'Advisory committee, past members too.' })
  readonly committee!: readonly CommitteeMember[];

  @Field(() => [ID], { description: 'Conditional seats that stay empty, by their code.' })
  readonly exemptedSeats!: readonly string[];

  @Field(() => [Consultation], { description: 'Consultations that were held.' })
  readonly consultations!: readonly Consultation[];

  @Field(() => [ProtectiveFactor], { description: 'Protective factors identified.' })
  readonly protectiveFactors!: readonly ProtectiveFactor[];

  @Field(() => [AppointedPlanner], { description: 'Planners whom the Minister appointed.' })
  readonly planners!: readonly AppointedPlanner[];

  @Field(() => [InterimSubmission], { description: 'What was filed in place of an adopted plan.' })
  readonly interimSubmissions!: readonly InterimSubmission[];

  @Field(() => [Publication], { description: 'Published reports on the effect of the plan.' })
  readonly effectReports!: readonly Publication[];

  @Field(() => [PlanReview], { description: 'Completed reviews, in order.' })
  readonly reviews!: readonly PlanReview[];

  @Field(() => [PlanRevision], { description: 'Revisions, in order.' })
  readonly revisions!: readonly PlanRevision[];

  @Field(() => Supersession, { nullable: true, description: 'What took its place, if anything.' })
  readonly supersededBy!: Supersession | null;

  @Field(() => AsOfInfo, { description: 'State of the record the answer comes from.' })
  readonly asOf!: AsOfInfo;
}
