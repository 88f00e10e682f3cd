import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import type { EventData } from '../../domain/catalogue.js';
import { DatedInput, ExtendingInput, Id } from '../command.inputs.js';
import { enums } from '../enums.js';
import { DateScalar } from '../scalars.js';
import { TextInput } from '../text.inputs.js';

/** A command about a plan that was opened. */
@InputType()
export class PlanInput extends ExtendingInput {
  @Id('Id of the plan.')
  planId!: string;
}

/** Input of `openPlan`. */
@InputType({ description: 'Opens a plan.' })
export class OpenPlanInput extends DatedInput {
  @Field(() => TextInput, { description: 'Title of the plan.' })
  title!: TextInput;

  @Field(() => [ID], { description: 'Codes of the bodies taking part, at least one.' })
  @ArrayMaxSize(500)
  @MaxLength(64, { each: true })
  bodies!: string[];
}

/** Input of `joinPlan`. */
@InputType({ description: 'A further body joins a plan.' })
export class JoinPlanInput extends PlanInput {
  @Id('Code of the body that joins.')
  body!: string;
}

/** Input of `leavePlan`. */
@InputType({ description: 'A body leaves a joint plan.' })
export class LeavePlanInput extends PlanInput {
  @Id('Code of the body that leaves.')
  body!: string;

  @Field(() => TextInput, { description: 'Why it leaves.' })
  reason!: TextInput;
}

/** Input of `succeedInPlan`. */
@InputType({ description: 'The part of a body that ended passes to its successor.' })
export class SucceedInPlanInput extends PlanInput {
  @Id('Code of the body that ended.')
  body!: string;
}

/** Input of `adoptPlan`. */
@InputType({ description: "Records that one body's council adopted the plan." })
export class AdoptPlanInput extends PlanInput {
  @Id('Code of the body whose council adopted the plan.')
  body!: string;

  @Field(() => DateScalar, { description: 'Day of the adoption; not in the future.' })
  adoptedOn!: string;

  @Field(() => String, {
    description:
      'Number of the council\'s resolution or by-law, "2021-203"; at most 64 characters.',
  })
  resolution!: string;

  @Field(() => enums.Act, {
    nullable: true,
    description: 'Act under which it was adopted; default the act in force on that day.',
  })
  act?: EventData<'PlanAdopted'>['act'] | null;
}

/** Input of `publishPlan`. */
@InputType({ description: 'Records that a plan is on the Internet.' })
export class PublishPlanInput extends PlanInput {
  @Field(() => String, { description: 'Web address (https or http) of at most 2000 characters.' })
  url!: string;

  @Field(() => DateScalar, { description: 'Day of the publication; not in the future.' })
  publishedOn!: string;
}

/** Input of `identifyRisk`. */
@InputType({ description: 'Identifies a risk factor of the community.' })
export class IdentifyRiskInput extends PlanInput {
  @Id('Code of the risk factor, of the list `risk-factors` in force.')
  code!: string;

  @Field(() => TextInput, { nullable: true, description: 'What the risk is like here.' })
  narrative?: TextInput | null;
}

/** Input of `prioritizeRisk`. */
@InputType({ description: 'Gives an identified risk its place in the order of priority.' })
export class PrioritizeRiskInput extends PlanInput {
  @Id('Id of the risk.')
  riskId!: string;

  @Field(() => Int, { description: 'Place from 1, the first priority, to 999.' })
  rank!: number;
}

/** Input of `deprioritizeRisk`. */
@InputType({ description: 'Takes a risk out of the order of priority.' })
export class DeprioritizeRiskInput extends PlanInput {
  @Id('Id of the risk.')
  riskId!: string;

  @Field(() => TextInput, { description: 'Why it is no longer a priority.' })
  reason!: TextInput;
}
