import { Field, InputType } from 'type-graphql';
import { Id } from '../command.inputs.js';
import { DateScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';
import { HolderInput } from './plan-organizing.inputs.js';
import { PlanInput } from './plan.inputs.js';

/** Input of `appointPlanner`. */
@InputType({ description: 'Records that the Minister appointed a planner for a body.' })
export class AppointPlannerInput extends HolderInput {
  @Id('Code of the body for which the planner acts.')
  body!: string;

  @Field(() => DateScalar, { description: 'Day of the appointment; not in the future.' })
  appointedOn!: string;
}

/** Input of `fileInterimSubmission`. */
@InputType({ description: 'Records an interim submission to the ministry.' })
export class FileInterimSubmissionInput extends PlanInput {
  @Id('Code of the body that filed it.')
  body!: string;

  @Field(() => DateScalar, { description: 'Day on which it was filed; not in the future.' })
  filedOn!: string;

  @Field(() => TextInput, { nullable: true, description: 'What it was about.' })
  note?: TextInput | null;
}

/** Input of `publishEffectReport`. */
@InputType({ description: 'Records a report on the effect of a plan on its priority risks.' })
export class PublishEffectReportInput extends PlanInput {
  @Field(() => String, { description: 'Web address (https or http) of at most 2000 characters.' })
  url!: string;

  @Field(() => DateScalar, { description: 'Day of the publication; not in the future.' })
  publishedOn!: string;
}

/** Input of `completeReview`. */
@InputType({ description: 'Records a completed review.' })
export class CompleteReviewInput extends PlanInput {
  @Field(() => DateScalar, { description: 'Day on which it was completed; not in the future.' })
  completedOn!: string;

  @Field(() => Boolean, { description: 'True when the plan must change.' })
  revisionNeeded!: boolean;

  @Field(() => TextInput, { nullable: true, description: 'What was found.' })
  note?: TextInput | null;
}

/** Input of `revisePlan`. */
@InputType({ description: 'Records that a plan was revised.' })
export class RevisePlanInput extends PlanInput {
  @Field(() => DateScalar, { description: 'Day of the revision; not in the future.' })
  revisedOn!: string;

  @Field(() => Boolean, {
    description: 'True when the councils adopt the revised plan anew and it is published anew.',
  })
  readoption!: boolean;

  @Field(() => TextInput, { description: 'What changed.' })
  summary!: TextInput;
}

/** Input of `supersedePlan`. */
@InputType({ description: 'Records that another plan took the place of this one.' })
export class SupersedePlanInput extends PlanInput {
  @Id('Id of the plan that took its place, adopted by all of its bodies.')
  by!: string;

  @Field(() => DateScalar, { description: 'Day on which it did; not in the future.' })
  supersededOn!: string;
}
