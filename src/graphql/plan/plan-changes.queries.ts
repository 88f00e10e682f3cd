import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { AsOfInput } from '../as-of.inputs.js';
import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { PlanChange } from './change.object.js';
import { readPlanChanges } from './plan-changes.js';

/** Differences between two states of a plan. */
@Resolver()
export class PlanChangeQueries {
  @Query(() => [PlanChange], {
    nullable: true,
    description: 'What differs in a plan between two states; null for an unknown plan.',
  })
  async planChanges(
    @Arg('planId', () => ID, { description: 'Id of the plan.' }) planId: string,
    @Arg('from', () => AsOfInput, { description: 'The earlier state.' }) from: AsOfInput,
    @Arg('to', () => AsOfInput, { nullable: true, description: 'The later state; now by default.' })
    to: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly PlanChange[] | null> {
    const [earlier, later] = [await openReading(from, context), await openReading(to, context)];
    return readPlanChanges(planId, earlier, later);
  }
}
