import { openMemoryEventLog } from '../../../src/adapters/event-log/memory/open-memory-event-log.js';
import type { DatabaseOptions } from '../../../src/adapters/postgres/database-options.js';
import {
  openPostgresReadModels,
  type PostgresReadModelsOptions,
} from '../../../src/adapters/read-models/postgres/open-postgres-read-models.js';
import type { StoredEvent } from '../../../src/domain/event.js';
import type { EventLog } from '../../../src/domain/event-log.js';
import type { ReadModels } from '../../../src/projections/read-models.js';
import { dumpPostgresViews } from '../../support/dump-postgres-views.js';
import { dumpViews, type ViewsDump } from '../../support/dump-views.js';
import { foldedViews } from '../../support/folded-views.js';
import type { PostgresDatabases } from '../../support/postgres-databases.js';

/** One log and one database, for any number of nodes. */
export type PostgresHub = {
  readonly database: DatabaseOptions;
  readonly log: EventLog;
  /** Opens a node; it is closed with the hub. */
  open(options?: Partial<PostgresReadModelsOptions>): Promise<ReadModels>;
  query(sql: string): Promise<readonly Record<string, unknown>[]>;
  /** The served views. */
  dump(): Promise<ViewsDump>;
  /** The views as they are when the whole log is folded at once. */
  refolded(): Promise<ViewsDump>;
  /** Names of the schemas of views. */
  schemas(): Promise<readonly unknown[]>;
  close(): Promise<void>;
};

const schemasSql = `SELECT nspname FROM pg_namespace WHERE nspname LIKE 'jalon!_views!_%' ESCAPE '!'
  ORDER BY nspname`;

/** Opens an empty hub. */
export async function postgresHub(databases: PostgresDatabases): Promise<PostgresHub> {
  const database = await databases.create();
  const log = openMemoryEventLog();
  const opened: ReadModels[] = [];
  const query: PostgresHub['query'] = (sql) => databases.query(database, sql);
  return {
    database,
    log,
    async open(options = {}) {
      const readModels = await openPostgresReadModels({
        database,
        log,
        takeoverMs: 50,
        pollMs: 100,
        ...options,
      });
      opened.push(readModels);
      return readModels;
    },
    query,
    dump: () => dumpPostgresViews(database),
    async refolded() {
      const events: StoredEvent[] = [];
      for await (const batch of log.readAll()) events.push(...batch);
      return dumpViews(foldedViews(events).db);
    },
    schemas: async () => (await query(schemasSql)).map(({ nspname }) => nspname),
    async close() {
      await Promise.all(opened.map((readModels) => readModels.close()));
      await log.close();
      await databases.drop(database);
    },
  };
}
