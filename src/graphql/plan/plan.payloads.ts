import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { Plan } from './plan.object.js';

/** What a command about a plan answers. */
@ObjectType({ simpleResolvers: true })
export class PlanPayload extends CommandPayload {
  @Field(() => Plan, {
    nullable: true,
    description: 'The plan as it now stands; null exactly when refused.',
  })
  readonly plan!: Plan | null;
}

/** Answer of `openPlan`. */
@ObjectType({ description: 'What became of `openPlan`.' })
export class OpenPlanPayload extends PlanPayload {}

/** Answer of `joinPlan`. */
@ObjectType({ description: 'What became of `joinPlan`.' })
export class JoinPlanPayload extends PlanPayload {}

/** Answer of `leavePlan`. */
@ObjectType({ description: 'What became of `leavePlan`.' })
export class LeavePlanPayload extends PlanPayload {}

/** Answer of `succeedInPlan`. */
@ObjectType({ description: 'What became of `succeedInPlan`.' })
export class SucceedInPlanPayload extends PlanPayload {}

/** Answer of `adoptPlan`. */
@ObjectType({ description: 'What became of `adoptPlan`.' })
export class AdoptPlanPayload extends PlanPayload {}

/** Answer of `publishPlan`. */
@ObjectType({ description: 'What became of `publishPlan`.' })
export class PublishPlanPayload extends PlanPayload {}

/** Answer of `identifyRisk`. */
@ObjectType({ description: 'What became of `identifyRisk`.' })
export class IdentifyRiskPayload extends PlanPayload {}

/** Answer of `prioritizeRisk`. */
@ObjectType({ description: 'What became of `prioritizeRisk`.' })
export class PrioritizeRiskPayload extends PlanPayload {}

/** Answer of `deprioritizeRisk`. */
@ObjectType({ description: 'What became of `deprioritizeRisk`.' })
export class DeprioritizeRiskPayload extends PlanPayload {}

/** Answer of `adoptStrategy`. */
@ObjectType({ description: 'What became of `adoptStrategy`.' })
export class AdoptStrategyPayload extends PlanPayload {}

/** Answer of `reviseStrategy`. */
@ObjectType({ description: 'What became of `reviseStrategy`.' })
export class ReviseStrategyPayload extends PlanPayload {}

/** Answer of `retireStrategy`. */
@ObjectType({ description: 'What became of `retireStrategy`.' })
export class RetireStrategyPayload extends PlanPayload {}
