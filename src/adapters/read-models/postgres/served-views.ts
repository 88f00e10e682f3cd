import { share, tryLock, unshare } from '../../postgres/advisory-lock.js';
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

/** Makes a schema the serving one and tells every node, in a transaction of the caller's. */
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
 * Drops every schema of views that nobody uses, save the serving one: what was replaced, what a
 * build cut short left, and those of programs that run no more. It does so in a session of its
 * own, because a session's own locks do not keep it off; what cannot be dropped now is left to
 * the next one who tries.
 */
export async function dropUnused(database: DatabaseOptions): Promise<void> {
  const sql = String.raw`SELECT nspname AS schema FROM pg_namespace
    WHERE nspname LIKE 'jalon\_views\_%' AND nspname NOT IN (
      SELECT schema FROM jalon_meta.views WHERE version = $1
    )`;
  try {
    await using session = await openSession(database);
    await session.query(`SET lock_timeout = ${lockMsMax}`);
    const { rows } = await session.query(sql, [viewsVersion]);
    for (const { schema } of rows) await dropIfUnused(session, schema as string);
  } catch (error) {
    if (!isDatabaseFailure(error)) throw error;
  }
}
