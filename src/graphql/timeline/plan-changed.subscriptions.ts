import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { PositionScalar } from '../scalars.js';
import { followPlan } from './follow-plan.js';
import { TimelineEntry } from './timeline.object.js';

type Args = { readonly planId: string; readonly since?: number | null };

/** Plans as they change. */
@Resolver()
export class PlanSubscriptions {
  @Subscription(() => TimelineEntry, {
    description:
      'Each decision about a plan, its commitments and its measures, as it is recorded. With ' +
      '`since` it begins after that position, so that a client that was away misses nothing.',
    subscribe: ({ args, context }) => {
      const { planId, since } = args as Args;
      return followPlan(planId, since, context as RequestContext) as never;
    },
  })
  planChanged(
    @Root() entry: TimelineEntry,
    @Arg('planId', () => ID, { description: 'Id of the plan.' }) _planId: string,
    @Arg('since', () => PositionScalar, {
      nullable: true,
      description: 'Position after which to begin; only what comes from now on without it.',
    })
    _since?: number | null,
  ): TimelineEntry {
    return entry;
  }
}
