import { lockNumber } from './advisory-lock.js';
import { assertUsable } from './assert-usable.js';
import type { Session } from './session.js';

/** Tables of one part of the program, and the steps that made them what they are. */
export type Migrations = {
  /** The part; its steps are counted apart from those of others. */
  readonly part: string;
  /** Statements in order, only ever added to: an older program goes on beside a newer one. */
  readonly steps: readonly string[];
};

const metaSql = `CREATE SCHEMA IF NOT EXISTS jalon_meta;
  CREATE TABLE IF NOT EXISTS jalon_meta.migrations (
    part text COLLATE "C" NOT NULL,
    step integer NOT NULL,
    "appliedAt" timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (part, step)
  );`;

/**
 * Brings the tables of a part up to date, all or nothing; nodes that start together take turns.
 * @throws DatabaseUnavailable when the server is of no use
 */
export const migrate = (session: Session, { part, steps }: Migrations): Promise<void> =>
  session.transaction(async (query) => {
    await assertUsable(query);
    await query('SELECT pg_advisory_xact_lock($1)', [lockNumber('migrations')]);
    await query(metaSql);
    const applied = 'SELECT coalesce(max(step), 0) AS step FROM jalon_meta.migrations';
    const { rows } = await query(`${applied} WHERE part = $1`, [part]);
    const done = rows[0]?.step as number;
    for (const [at, sql] of steps.entries())
      if (at >= done) {
        await query(sql);
        const note = 'INSERT INTO jalon_meta.migrations (part, step) VALUES ($1, $2)';
        await query(note, [part, at + 1]);
      }
  });
