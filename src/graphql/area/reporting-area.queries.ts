import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { connectionOfAll, countedConnectionType, type CountedConnection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { ListArgs } from '../list.args.js';
import { openPage } from '../page.js';
import { readAreas, readOrganizations } from '../roster.js';
import { buildReportingArea } from './reporting-area.build.js';
import { ReportingArea } from './reporting-area.object.js';

const ReportingAreaConnection = countedConnectionType(
  'ReportingArea',
  () => ReportingArea,
  'reporting areas',
);

/** Reporting areas. */
@Resolver()
export class ReportingAreaQueries {
  @Query(() => ReportingAreaConnection, {
    nullable: true,
    description: 'Areas that report as bodies do, by code.',
  })
  async reportingAreas(
    @Args(() => ListArgs) args: ListArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<ReportingArea>> {
    const page = await openPage('reportingAreas', args, context);
    const organizations = await readOrganizations(page.reading);
    const areas = [...(await readAreas(page.reading)).values()];
    const rows = areas.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    return connectionOfAll(
      page,
      rows,
      ({ code }) => code,
      (row) => buildReportingArea(row, organizations),
    );
  }
}
