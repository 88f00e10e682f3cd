import type {
  ObservationVersion,
  VersionFilter,
} from '../../../projections/observations/versions.js';
import { observationTable } from '../../../projections/observations/view.js';
import type { AsOf, Snapshot } from '../../../projections/read-models.js';
import { rowCodec } from '../rows/row-codec.js';
import { columnList } from '../rows/view-schema.js';
import { knownBy } from './observation-queries.js';
import {
  standing,
  stoodAt,
  type QueryRow,
  type QueryValues,
  type SnapshotSource,
} from './reading.js';

const columns = columnList(observationTable);
const { decode } = rowCodec(observationTable);

const inError = `CASE WHEN EXISTS (
    SELECT 1 FROM recorded_in_error AS mark
    WHERE mark.stream = observation.stream AND mark.revision = observation.revision
      AND ${stoodAt}
  ) THEN 1 ELSE 0 END`;

// Of an indicator that was defined in error nothing is told; who names one knows that it is there.
const defined = `EXISTS (
    SELECT 1 FROM "indicator" AS known WHERE known.code = observation.indicator AND ${stoodAt}
  )`;

/** Conditions on what an observation is about, which all of its versions share. */
const aboutOf = ({ indicator, geography, period, categories, ...rest }: VersionFilter) => [
  indicator === undefined ? defined : 'indicator = :indicator',
  ...(geography ? ['geography = :geography', '"geographyKind" = :kind'] : []),
  ...(period === undefined ? [] : ['period = :period']),
  ...(categories === undefined ? [] : ['categories = :categories']),
  // The key that orders periods is made of their first and last day.
  ...(rest.periodsFrom === undefined ? [] : ['substr("periodSort", 1, 10) >= :periodsFrom']),
  ...(rest.periodsTo === undefined ? [] : ['substr("periodSort", 12, 10) <= :periodsTo']),
];

const recordedOf = ({ recordedFrom, recordedTo }: VersionFilter): readonly string[] => [
  ...(recordedFrom === undefined ? [] : ['"recordedAt" >= :recordedFrom']),
  ...(recordedTo === undefined ? [] : ['"recordedAt" < :recordedTo']),
];

// Of one period there are few versions: with a plus, their order does not choose the index.
const sinceOf = ({ period }: VersionFilter): string => (period === undefined ? 'since' : '+since');

const all = (conditions: readonly string[]): string => conditions.join(' AND ');

/** Where versions come from and which; the newest a day knew are found before a page is cut. */
function versionsSql(source: SnapshotSource, filter: VersionFilter, asOf: AsOf): string {
  const about = aboutOf(filter);
  const since = sinceOf(filter);
  const page = [...recordedOf(filter), `${since} > :after`];
  const isReleased = asOf.sourceReleasedOn !== undefined;
  if (filter.superseded)
    return `observation WHERE ${all([...about, ...page, `${since} <= :position`])}
      ${isReleased ? 'AND "knownOn" <= :day' : ''}`;
  if (!isReleased) return `observation WHERE ${all([...about, ...page, standing(source, asOf)])}`;
  return `(SELECT *, row_number() OVER (
        PARTITION BY indicator, period, categories, "geographyKind", geography
        ORDER BY since DESC
      ) AS age FROM observation WHERE ${all([...about, knownBy])}
    ) AS observation WHERE ${all(['age = 1', ...page])}`;
}

/** A row as of a position: what ended it later has not happened yet. */
function versionOf(stored: QueryRow, { position }: AsOf): ObservationVersion {
  const { recordedInError, until, ...row } = stored;
  const isEnded = until !== null && until !== undefined && (until as number) <= position;
  return {
    ...decode(row),
    until: isEnded ? until : null,
    recordedInError: recordedInError === 1,
  } as unknown as ObservationVersion;
}

/** Values of the conditions; those that are not named are left out. */
function valuesOf({ geography, superseded: _, ...filter }: VersionFilter, asOf: AsOf): QueryValues {
  const place = geography && { geography: geography.code, kind: geography.kind };
  const { position, sourceReleasedOn: day } = asOf;
  const values = Object.entries({ ...filter, ...place, position, day });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as QueryValues;
}

/** Versions of observations as of a position. */
export const versionQueries = (source: SnapshotSource): Pick<Snapshot, 'observationVersions'> => ({
  async observationVersions(filter, page, asOf) {
    const sql = `SELECT ${columns}, since, until, ${inError} AS "recordedInError"
      FROM ${versionsSql(source, filter, asOf)} ORDER BY ${sinceOf(filter)} LIMIT :limit`;
    const rows = await source.reading.all(sql, { ...valuesOf(filter, asOf), ...page });
    return rows.map((row) => versionOf(row, asOf));
  },
});
