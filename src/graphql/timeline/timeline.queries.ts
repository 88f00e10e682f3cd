import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { isNodeId } from '../../domain/identifiers.js';
import { CodedError } from '../coded-error.js';
import { connectionOf, connectionType, type Connection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { ListArgs } from '../list.args.js';
import { openPage } from '../page.js';
import { buildEntries, isKnownPlan, readTimelineRows } from './timeline.load.js';
import { TimelineEntry } from './timeline.object.js';

const TimelineConnection = connectionType('Timeline', () => TimelineEntry, 'decisions');

/** Arguments of `planTimeline`. */
@ArgsType()
class PlanTimelineArgs extends ListArgs {
  @Field(() => ID, { description: 'Id of the plan.' })
  readonly planId!: string;
}

/** Histories. */
@Resolver()
export class TimelineQueries {
  @Query(() => TimelineConnection, {
    nullable: true,
    description:
      'Everything decided about a plan, its commitments and its measures, oldest first, what ' +
      'was recorded in error included; null for an unknown plan.',
  })
  async planTimeline(
    @Args(() => PlanTimelineArgs) args: PlanTimelineArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TimelineEntry> | null> {
    const { planId } = args;
    const page = await openPage('planTimeline', args, context);
    const after = Number(page.after ?? 0);
    if (!Number.isSafeInteger(after)) throw new CodedError('cursor-invalid');
    context.tags.add(`plan:${planId}`);
    if (!isNodeId('plan', planId) || !(await isKnownPlan(planId, page.reading))) return null;
    const rows = await readTimelineRows(planId, { after, limit: page.first + 1 }, page.reading);
    const entries = await buildEntries(planId, rows, page.reading);
    return connectionOf(page, entries, ({ position }) => String(position), (entry) => entry);
  }
}
