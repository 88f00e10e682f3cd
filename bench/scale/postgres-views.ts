import { join } from 'node:path';
import { Client } from 'pg';
import { openSqliteEventLog } from '../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import type { EventLog } from '../../src/domain/event-log.js';
import { openPostgresReadModels } from '../../src/adapters/read-models/postgres/open-postgres-read-models.js';
import { rebuildPostgresViews } from '../../src/adapters/read-models/postgres/rebuild-postgres-views.js';
import { startPostgres } from '../../tests/support/postgres-server.js';
import type { StoredViews } from './stored-views.js';

const patience = { statementMsMax: 600_000, connectMsMax: 5_000, retryMs: 20 };

async function sizeOf(url: string): Promise<number> {
  const client = new Client(url);
  await client.connect();
  try {
    const { rows } = await client.query('SELECT pg_database_size(current_database()) AS bytes');
    return Number(rows[0]?.bytes);
  } finally {
    await client.end();
  }
}

/** Folds what is new; the first batch, with which connections are opened, is not counted. */
async function catchUp(url: string, log: EventLog): Promise<number> {
  const seen: (readonly [position: number, at: number])[] = [];
  const views = await openPostgresReadModels({
    database: { url, ...patience },
    log,
    onBuild: ({ position }) => void seen.push([position, performance.now()]),
  });
  await views.close();
  // The first is said when the views are found, where they stood.
  const [, first, ...others] = seen;
  const last = others.at(-1);
  if (first === undefined || last === undefined) throw new Error('too few events to measure');
  return (1_000 * (last[1] - first[1])) / (last[0] - first[0]);
}

/** Views in PostgreSQL, on a server that npm brings, beside the log of a data folder. */
export async function postgresViews(folder: string): Promise<StoredViews> {
  const { url, stop } = await startPostgres();
  async function withLog<T>(work: (log: EventLog) => Promise<T>): Promise<T> {
    const log = await openSqliteEventLog({ file: join(folder, 'log.db'), readOnly: true });
    return work(log).finally(() => log.close());
  }
  return {
    settings: { JALON_READ_MODELS: 'postgres', DATABASE_URL: url },
    rebuild: (onProgress) =>
      withLog((log) =>
        rebuildPostgresViews({
          database: { url, ...patience },
          log,
          onProgress: ({ position }) => onProgress(position),
        }),
      ),
    catchUp: () => withLog((log) => catchUp(url, log)),
    bytes: () => sizeOf(url),
    [Symbol.asyncDispose]: stop,
  };
}
