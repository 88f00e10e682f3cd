import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { recordedInError } from '../../domain/fold.js';
import { observationStream } from '../../domain/identifiers.js';
import { connectionOf, connectionType, type Connection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { ListArgs } from '../list.args.js';
import { checkMayReadNumbers, isWithheld, readGeography } from '../outcome/geography.js';
import { knownIndicator } from '../outcome/question.js';
import { CodedError } from '../coded-error.js';
import { openPage, positionAfter, type Page } from '../page.js';
import { buildEntries, isKnownPlan, readHistory, readVisibleRows } from './timeline.load.js';
import { TimelineEntry } from './timeline.object.js';

const TimelineConnection = connectionType('Timeline', () => TimelineEntry, 'decisions');

/** Arguments of `planTimeline`. */
@ArgsType()
class PlanTimelineArgs extends ListArgs {
  @Field(() => ID, { description: 'Id of the plan.' })
  readonly planId!: string;
}

/** Arguments of `observationTimeline`. */
@ArgsType()
class ObservationTimelineArgs extends ListArgs {
  @Field(() => ID, { description: 'Key of the indicator.' })
  readonly indicator!: string;

  @Field(() => ID, { nullable: true, description: 'Code of a body; not together with `area`.' })
  readonly organization?: string | null;

  @Field(() => ID, { nullable: true, description: 'Code of an area; Ontario, "35", by default.' })
  readonly area?: string | null;
}

const pageOf = (page: Page, entries: readonly TimelineEntry[]): Connection<TimelineEntry> =>
  connectionOf(
    page,
    entries,
    ({ position }) => String(position),
    (entry) => entry,
  );

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
    const { reading, first } = page;
    if (!(await isKnownPlan(planId, reading))) return null;
    const window = { after: positionAfter(page), limit: first + 1 };
    const rows = await readVisibleRows(planId, window, reading);
    return pageOf(page, await buildEntries(planId, rows, reading));
  }

  @Query(() => TimelineConnection, {
    nullable: true,
    description:
      'Every number ever recorded of one indicator for a body or an area, each correction and ' +
      'withdrawal with its reason, oldest first. For those who may read the numbers.',
  })
  async observationTimeline(
    @Args(() => ObservationTimelineArgs) args: ObservationTimelineArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<TimelineEntry>> {
    const page = await openPage('observationTimeline', args, context);
    const { reading, first } = page;
    const indicator = await knownIndicator(args.indicator, reading);
    const geography = await readGeography(args, reading);
    checkMayReadNumbers(indicator, geography, context.caller);
    if (await isWithheld(indicator, geography, reading)) throw new CodedError('not-permitted');
    const { key } = indicator;
    context.tags.add(`series:${key}:${geography.code}`);
    const stream = observationStream(key, geography);
    const events = await readHistory(stream, reading);
    const inError = recordedInError(events);
    const after = positionAfter(page);
    const rows = events
      .filter(({ position }) => position > after)
      .slice(0, first + 1)
      .map((event) => ({
        ...event,
        subject: stream,
        recordedInError: inError.has(event.revision),
      }));
    return pageOf(page, await buildEntries(stream, rows, reading));
  }
}
