import type { StoredEvent } from '../../../domain/event.js';
import type { AsOf } from '../../../projections/read-models.js';
import type { RosterCache } from './roster-cache.js';

/** Values of the `:names` in a query; those it does not name are ignored. */
export type QueryValues = Readonly<Record<string, string | number | null>>;

/** A row as a query gives it. */
export type QueryRow = Readonly<Record<string, string | number | null>>;

/**
 * Reads views through statements that are prepared once. Rows come at once from SQLite and later
 * from PostgreSQL, so a query awaits them in either case.
 */
export type Reading = {
  /** @param sql understood by SQLite and PostgreSQL alike; the README says what that takes */
  all(sql: string, values: QueryValues): readonly QueryRow[] | Promise<readonly QueryRow[]>;
};

/** What the queries of one snapshot read from. */
export type SnapshotSource = {
  readonly reading: Reading;
  /** Position of the snapshot. */
  readonly position: number;
  /** Position at which the rows stand when they are read; it may have passed the snapshot's. */
  standsAt(): number;
  /** Events of a stream up to a position, in the current versions. */
  history(stream: string, position: number): Promise<readonly StoredEvent[]>;
  readonly rosters: RosterCache;
};

/** True when the question is about the rows as they stand now. */
export const isCurrent = ({ standsAt }: SnapshotSource, asOf: AsOf): boolean =>
  asOf.position >= standsAt();

/** Condition on a row of a versioned table: that it stands, or stood at `:position`. */
export const standing = (source: SnapshotSource, asOf: AsOf): string =>
  isCurrent(source, asOf) ? 'until IS NULL' : stoodAt;

/**
 * Condition on a row of a versioned table: that it stood at `:position`. The plus keeps SQLite
 * from an index that ends in `since`: nearly all rows began before any past that is asked for.
 */
export const stoodAt = '+since <= :position AND (until IS NULL OR until > :position)';

/**
 * Reads the position up to `:position` at which rows of a versioned table last changed.
 * @param among a condition on the rows that are meant; all when absent
 */
export const lastChangeSql = (table: string, among?: string): string => {
  const where = among === undefined ? 'WHERE' : `WHERE ${among} AND`;
  return `SELECT coalesce(max(position), 0) AS position FROM (
      SELECT max(since) AS position FROM ${table} ${where} since <= :position
      UNION ALL
      SELECT max(until) AS position FROM ${table} ${where} until <= :position
    ) AS changes`;
};
