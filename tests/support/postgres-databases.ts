import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { Client } from 'pg';
import type { DatabaseOptions } from '../../src/adapters/postgres/database-options.js';
import { startPostgres, type PostgresServer } from './postgres-server.js';

/** Databases for the tests of one file, on a server of its own or the one of `DATABASE_URL`. */
export type PostgresDatabases = {
  /** Makes an empty database. @param locale of its order of text; needs PostgreSQL 15 */
  create(locale?: string): Promise<DatabaseOptions>;
  /** Removes a database, and ends whoever is connected to it. */
  drop(database: DatabaseOptions): Promise<void>;
  /** Sends one statement to a database. */
  query(database: DatabaseOptions, sql: string): Promise<readonly Record<string, unknown>[]>;
};

const given = process.env['DATABASE_URL'];
const patience = { statementMsMax: 20_000, connectMsMax: 5_000, retryMs: 20 };

async function query(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows as readonly Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

/** Starts PostgreSQL before the tests of the file that calls it, and stops it after them. */
export function postgresDatabases(): PostgresDatabases {
  let server: PostgresServer | undefined;
  const maintenance = (): string => given ?? (server as PostgresServer).url;
  const nameOf = ({ url }: DatabaseOptions): string => new URL(url).pathname.slice(1);
  beforeAll(async () => {
    if (given === undefined) server = await startPostgres();
  });
  afterAll(() => server?.stop());
  return {
    async create(locale) {
      const name = `jalon_test_${randomBytes(6).toString('hex')}`;
      const order = `TEMPLATE template0 LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE '${locale}'`;
      await query(maintenance(), `CREATE DATABASE ${name} ${locale === undefined ? '' : order}`);
      const url = new URL(maintenance());
      url.pathname = `/${name}`;
      return { url: url.href, ...patience };
    },
    drop: async (database) =>
      void (await query(maintenance(), `DROP DATABASE ${nameOf(database)} WITH (FORCE)`)),
    query: ({ url }, sql) => query(url, sql),
  };
}
