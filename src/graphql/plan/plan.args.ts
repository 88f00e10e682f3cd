import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { PlanStatus } from '../../domain/plan/rules.js';
import { enums } from '../enums.js';
import { ListArgs } from '../list.args.js';

/** Which plans are wanted. */
@InputType('PlanFilter', { description: 'Which plans are wanted; every field narrows it down.' })
export class PlanFilterInput {
  @Field(() => enums.PlanStatus, { nullable: true, description: 'Plans that stand there.' })
  readonly status?: PlanStatus | null;

  @Field(() => ID, { nullable: true, description: 'Plans that this body takes part in.' })
  readonly body?: string | null;
}

/** Arguments of `plans`. */
@ArgsType()
export class PlansArgs extends ListArgs {
  @Field(() => PlanFilterInput, { nullable: true, description: 'Which plans; all without it.' })
  readonly filter?: PlanFilterInput | null;
}
