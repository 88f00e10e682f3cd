import { setTimeout as pause } from 'node:timers/promises';
import { lockNumber, share, tryLock, unshare } from '../../postgres/advisory-lock.js';
import { isDatabaseFailure } from '../../postgres/database-failures.js';
import type { DatabaseOptions } from '../../postgres/database-options.js';
import type { Migrations } from '../../postgres/migrate.js';
import { openSession, type Session } from '../../postgres/session.js';
import { quoted } from '../rows/view-schema.js';
import { channel, payloadsOf } from './announcement.js';
import { createViewsSql, viewsVersion } from './views-schema.js';

type Query = Session['query'];

/**
 * Which schema holds the views of which version. Programs of two versions run side by side
 * during an upgrade, each with views of its own.
 */
export const viewsMigrations: Migrations = {
  part: 'views',
  steps: [
    `CREATE TABLE jalon_meta.views (
      version text COLLATE "C" PRIMARY KEY,
      schema text COLLATE "C" NOT NULL UNIQUE
    );
    CREATE SEQUENCE jalon_meta.views_number;`,
  ],
};

const usedLock = (schema: string): string => `schema ${schema}`;

/** The schema that serves this program; undefined when there is none yet. */
export async function servingSchema(query: Query): Promise<string | undefined> {
  const sql = 'SELECT schema FROM jalon_meta.views WHERE version = $1';
  const { rows } = await query(sql, [viewsVersion]);
  return rows[0]?.schema as string | undefined;
}

/** Lets only one transaction at a time decide which schema serves this program. */
export async function decideServing(query: Query): Promise<void> {
  await query('SELECT pg_advisory_xact_lock($1)', [lockNumber(`serving ${viewsVersion}`)]);
}

/** Makes a schema the serving one and tells every node, once this transaction may decide it. */
export async function serve(query: Query, schema: string): Promise<void> {
  const sql = `INSERT INTO jalon_meta.views VALUES ($1, $2)
    ON CONFLICT (version) DO UPDATE SET schema = excluded.schema`;
  await query(sql, [viewsVersion, schema]);
  for (const payload of payloadsOf({ version: viewsVersion, serving: schema }))
    await query('SELECT pg_notify($1, $2)', [channel, payload]);
}

/** Says that the session uses the serving schema, so that nobody removes it; undefined if none. */
export async function useServing(session: Session): Promise<string | undefined> {
  for (;;) {
    const schema = await servingSchema(session.query);
    if (schema === undefined) return undefined;
    await share(session, usedLock(schema));
    // Whoever removed it may have held the lock until now.
    if ((await servingSchema(session.query)) === schema) return schema;
    await leaveSchema(session, schema);
  }
}

/** Says that the session does not use a schema any more. */
export const leaveSchema = (session: Session, schema: string): Promise<void> =>
  unshare(session, usedLock(schema));

/** Creates empty views in a new schema, in use by the session; `then` runs in its transaction. */
export async function createSchema(
  session: Session,
  then: (query: Query, schema: string) => Promise<void>,
): Promise<string> {
  const { rows } = await session.query(`SELECT nextval('jalon_meta.views_number') AS number`);
  const schema = `jalon_views_${viewsVersion}_${rows[0]?.number}`;
  await share(session, usedLock(schema));
  await session.transaction(async (query) => {
    await query(createViewsSql(schema));
    await then(query, schema);
  });
  return schema;
}

/** Lets statements of the session mean the tables of a schema. */
export async function enterSchema(session: Session, schema: string): Promise<void> {
  await session.query(`SET search_path TO ${quoted(schema)}`);
}

async function dropIfUnused(session: Session, schema: string): Promise<void> {
  if (!(await tryLock(session, usedLock(schema)))) return;
  await session.transaction(async (query) => {
    await query('DELETE FROM jalon_meta.views WHERE schema = $1', [schema]);
    await query(`DROP SCHEMA IF EXISTS ${quoted(schema)} CASCADE`);
  });
}

/** How long to wait for a reader of views that nobody says to use. */
const lockMsMax = 1_000;

/**
 * Works in a session of its own, because a session's own locks do not keep it off; what cannot be
 * dropped now is left to the next one who tries.
 */
async function dropping(database: DatabaseOptions, work: (session: Session) => Promise<void>) {
  try {
    await using session = await openSession(database);
    await session.query(`SET lock_timeout = ${lockMsMax}`);
    await work(session);
  } catch (error) {
    if (!isDatabaseFailure(error)) throw error;
  }
}

/** Drops every schema that serves no program and is not in use: replaced, or never finished. */
export const dropReplaced = (database: DatabaseOptions): Promise<void> =>
  dropping(database, async (session) => {
    const { rows } = await session.query(String.raw`SELECT nspname AS schema FROM pg_namespace
      WHERE nspname LIKE 'jalon\_views\_%'
        AND nspname NOT IN (SELECT schema FROM jalon_meta.views)`);
    for (const { schema } of rows) await dropIfUnused(session, schema as string);
  });

async function isUsed({ query }: Session, schema: string): Promise<boolean> {
  const sql = `SELECT 1 AS one FROM pg_locks WHERE locktype = 'advisory' AND granted
    AND (classid::bigint << 32 | objid::bigint) = $1::bigint
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return (await query(sql, [lockNumber(usedLock(schema))])).rows.length > 0;
}

/** Sessions that were all lost, with their locks, are back within so many of their rests. */
const restsUntilBack = 20;

/**
 * Drops the views of programs of other versions that run no more: nobody uses them now nor a
 * while later, so that a database that was started again has heard from whoever is still there.
 */
export const dropForsaken = (database: DatabaseOptions, signal: AbortSignal): Promise<void> =>
  dropping(database, async (session) => {
    const sql = 'SELECT schema FROM jalon_meta.views WHERE version <> $1';
    const unused: string[] = [];
    for (const { schema } of (await session.query(sql, [viewsVersion])).rows)
      if (!(await isUsed(session, schema as string))) unused.push(schema as string);
    if (unused.length === 0) return;
    await pause(restsUntilBack * database.retryMs, undefined, { signal }).catch(() => undefined);
    for (const schema of unused) if (!signal.aborted) await dropIfUnused(session, schema);
  });
