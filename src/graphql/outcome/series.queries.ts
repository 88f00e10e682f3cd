import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { isWithheld, readGeography } from './geography.js';
import { OutcomeSeriesArgs } from './outcome.args.js';
import { isYetToCome, knownIndicator } from './question.js';
import { readSeries } from './series.load.js';
import { OutcomeSeries } from './series.object.js';

/** Numbers over time. */
@Resolver()
export class SeriesQueries {
  @Query(() => OutcomeSeries, {
    nullable: true,
    description:
      'Totals of an indicator over time: of a body, or of an area as sources published them. ' +
      'Of Ontario, when nothing was published, the reports of its bodies together.',
  })
  async outcomeSeries(
    @Args(() => OutcomeSeriesArgs) { asOf, ...named }: OutcomeSeriesArgs,
    @Ctx() context: RequestContext,
  ): Promise<OutcomeSeries | null> {
    const reading = await openReading(asOf, context);
    if (await isYetToCome(named.indicator, reading)) return null;
    const indicator = await knownIndicator(named.indicator, reading);
    const geography = await readGeography(named, reading);
    if (await isWithheld(indicator, geography, reading)) return null;
    return readSeries(indicator, geography, reading);
  }
}
