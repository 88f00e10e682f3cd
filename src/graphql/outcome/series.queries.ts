import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { buildOrganization } from '../organization/organization.build.js';
import { readOrganizations } from '../roster.js';
import { readArea } from './area.build.js';
import { isWithheld, readGeography } from './geography.js';
import { OutcomeSeriesArgs } from './outcome.args.js';
import { readAreaPoints, readBodyPoints } from './points.js';
import { isYetToCome, knownIndicator } from './question.js';
import { seriesProgress } from './series-progress.js';
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
    const { kind, code } = geography;
    const isBody = kind === 'BODY';
    const points = await (isBody ? readBodyPoints : readAreaPoints)(indicator, code, reading);
    return {
      indicator: buildIndicator(indicator),
      organization: isBody ? buildOrganization(code, await readOrganizations(reading)) : null,
      area: isBody ? null : await readArea(code, reading),
      points,
      progress: seriesProgress(points, indicator),
      asOf: reading.info,
    };
  }
}
