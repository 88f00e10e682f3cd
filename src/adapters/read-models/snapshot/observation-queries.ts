import { comparePeriods, periodOf } from '../../../domain/period.js';
import { observationTable, type ObservationRow } from '../../../projections/observations/view.js';
import type { AsOf, Snapshot } from '../../../projections/read-models.js';
import { rosterQueries } from './roster-queries.js';
import {
  packedRevisionsSql,
  packedSql,
  unpack,
  unpackRevisions,
  withMarks,
} from './packed-numbers.js';
import { rowCodec } from '../rows/row-codec.js';
import { columnList } from '../rows/view-schema.js';
import { standing, stoodAt, type QueryValues, type SnapshotSource } from './reading.js';

const columns = columnList(observationTable);
const { decode } = rowCodec(observationTable);

/** What sources had published by a day: recorded versions that do not stand in error. */
export const knownBy = `+since <= :position AND knownOn <= :day AND NOT EXISTS (
    SELECT 1 FROM recorded_in_error AS mark
    WHERE mark.stream = observation.stream AND mark.revision = observation.revision
      AND ${stoodAt}
  )`;

/** The rows that a question about the past or present of some observations selects. */
function rowsSql(source: SnapshotSource, where: string, asOf: AsOf): string {
  if (asOf.sourceReleasedOn === undefined)
    return `SELECT ${columns} FROM observation WHERE ${where} AND ${standing(source, asOf)}`;
  return `SELECT ${columns} FROM (
      SELECT *, row_number() OVER (
        PARTITION BY indicator, period, categories, geographyKind, geography ORDER BY since DESC
      ) AS age
      FROM observation WHERE ${where} AND ${knownBy}
    ) AS known WHERE age = 1`;
}

const inTime = ({ position, sourceReleasedOn }: AsOf): QueryValues => ({
  position,
  day: sourceReleasedOn ?? null,
});

const byBody = `indicator = :indicator AND period = :period AND categories = :categories
  AND geographyKind = 'BODY'`;
const byKey = `indicator = :indicator AND period = :period AND categories = :categories`;
const byArea = `indicator = :indicator AND period = :period AND categories = :categories
  AND geography = :geography AND geographyKind = 'AREA'`;
const bySeries = `indicator = :indicator AND geography = :geography
  AND geographyKind = :kind AND categories = ''`;

/** Every period for which a unit of the universe ever reported, in order. */
function periodsReported(source: SnapshotSource): Snapshot['periodsReported'] {
  const { indicators } = rosterQueries(source);
  return async (indicator, asOf) => {
    const isKnown = asOf.sourceReleasedOn === undefined ? standing(source, asOf) : knownBy;
    // Every period for which a unit of the universe ever reported has its sums.
    const sql = `SELECT DISTINCT period FROM province_outcome AS sums
      WHERE indicator = :indicator AND EXISTS (
        SELECT 1 FROM observation
        WHERE indicator = :indicator AND period = sums.period
          AND (geographyKind = 'BODY' OR :withAreas = 1)
          AND ${isKnown}
      )`;
    const { universe } = (await indicators(asOf)).get(indicator) ?? {};
    const withAreas = universe?.kind === 'LISTED' && universe.areas?.length ? 1 : 0;
    const rows = await source.reading.all(sql, { indicator, withAreas, ...inTime(asOf) });
    const periods = rows.map(({ period }) => periodOf(period as string));
    return periods.toSorted(comparePeriods).map(({ text }) => text);
  };
}

/** Reports as one packed text, where only what is added up or reviewed is wanted. */
function packedQueries(
  source: SnapshotSource,
): Pick<Snapshot, 'reportedNumbers' | 'reportedRevisions'> {
  const packed = async (sql: string, named: QueryValues, asOf: AsOf) =>
    source.reading.all(sql, withMarks({ ...named, ...inTime(asOf) }));
  return {
    async reportedNumbers(indicator, period, categories, asOf) {
      const sql = `SELECT ${packedSql} FROM (${rowsSql(source, byKey, asOf)}) AS numbers`;
      return unpack(await packed(sql, { indicator, period, categories }, asOf), period);
    },
    async reportedRevisions(indicator, period, categories, asOf) {
      const sql = `SELECT ${packedRevisionsSql} FROM (${rowsSql(source, byBody, asOf)}) AS numbers
        WHERE status = 'REPORTED'`;
      return unpackRevisions(await packed(sql, { indicator, period, categories }, asOf));
    },
  };
}

/** Observations as of a position, or as their sources had published them by a day. */
export function observationQueries(
  source: SnapshotSource,
): Pick<
  Snapshot,
  | 'bodyObservations'
  | 'reportedNumbers'
  | 'reportedRevisions'
  | 'observationsOf'
  | 'areaObservation'
  | 'series'
  | 'periodsReported'
> {
  const select = async (where: string, order: string, values: QueryValues, asOf: AsOf) => {
    const sql = `${rowsSql(source, where, asOf)} ORDER BY ${order}`;
    const rows = await source.reading.all(sql, { ...values, ...inTime(asOf) });
    return rows.map(decode) as readonly unknown[] as readonly ObservationRow[];
  };
  return {
    bodyObservations: async (indicator, period, categories, asOf) =>
      select(byBody, 'geography', { indicator, period, categories }, asOf),
    ...packedQueries(source),
    observationsOf: async (indicator, period, categories, asOf) =>
      select(byKey, 'geography', { indicator, period, categories }, asOf),
    areaObservation: async (indicator, period, categories, geography, asOf) =>
      (await select(byArea, 'geography', { indicator, period, categories, geography }, asOf))[0],
    series: async (indicator, { kind, code }, asOf) =>
      select(bySeries, 'periodSort', { indicator, kind, geography: code }, asOf),
    periodsReported: periodsReported(source),
  };
}
