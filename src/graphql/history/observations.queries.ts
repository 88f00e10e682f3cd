import { Args, Ctx, Query, Resolver } from 'type-graphql';
import type { IndicatorRow } from '../../projections/roster/view.js';
import { connectionOf, connectionType, type Connection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { isYetToCome } from '../outcome/question.js';
import { openPage } from '../page.js';
import { readIndicators } from '../roster.js';
import { buildObservationVersion, readPlaceNames } from './observation-version.build.js';
import { ObservationVersion } from './observation-version.object.js';
import { ObservationsArgs } from './observations.args.js';
import { readObservationVersions } from './observations.load.js';

const VersionConnection = connectionType(
  'ObservationVersion',
  () => ObservationVersion,
  'versions of observations',
);

/** The history of numbers. */
@Resolver()
export class ObservationHistoryQueries {
  @Query(() => VersionConnection, {
    nullable: true,
    description:
      'Observations and, with `versions`, everything they ever read, in the order in which they ' +
      'were recorded: by indicator, body or area, one of them at least. Numbers the caller may ' +
      'not read before they are released are null.',
  })
  async observations(
    @Args(() => ObservationsArgs) args: ObservationsArgs,
    @Ctx() context: RequestContext,
  ): Promise<Connection<ObservationVersion> | null> {
    const page = await openPage('observations', args, context);
    const { reading } = page;
    if (args.indicator != null && (await isYetToCome(args.indicator, reading))) return null;
    const rows = await readObservationVersions(args, page);
    const indicators = await readIndicators(reading);
    const names = await readPlaceNames(rows, reading);
    return connectionOf(
      page,
      rows,
      ({ since }) => String(since),
      (row) => {
        const indicator = indicators.get(row.indicator) as IndicatorRow;
        return buildObservationVersion(row, indicator, names, reading);
      },
    );
  }
}
