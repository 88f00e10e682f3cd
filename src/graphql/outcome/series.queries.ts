import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { openReading } from '../as-of.js';
import { codeLabel } from '../code-list/code-label.js';
import { CodedError } from '../coded-error.js';
import type { RequestContext } from '../context.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { readOrganization } from '../organization/organization.load.js';
import { OutcomeSeriesArgs } from './outcome.args.js';
import { readAreaPoints, readBodyPoints } from './points.js';
import { checkArea, knownIndicator, ontario } from './question.js';
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
    @Args(() => OutcomeSeriesArgs) args: OutcomeSeriesArgs,
    @Ctx() context: RequestContext,
  ): Promise<OutcomeSeries> {
    const { organization: body, area } = args;
    if (body != null && area != null) throw new CodedError('geography-ambiguous');
    const reading = await openReading(args.asOf, context);
    const row = await knownIndicator(args.indicator, reading);
    const indicator = buildIndicator(row);
    if (body != null) {
      const organization = await readOrganization(body, reading);
      if (organization === null) throw new CodedError('organization-unknown');
      const points = await readBodyPoints(row, body, reading);
      const progress = seriesProgress(points, row);
      return { indicator, organization, area: null, points, progress, asOf: reading.info };
    }
    const code = area ?? ontario;
    checkArea(code, reading);
    const points = await readAreaPoints(row, code, reading);
    const progress = seriesProgress(points, row);
    const name = codeLabel('reference-areas', code, context);
    return { indicator, organization: null, area: { code, name }, points, progress, asOf: reading.info };
  }
}
