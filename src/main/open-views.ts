import { openMemoryReadModels } from '../adapters/read-models/memory/open-memory-read-models.js';
import { openPostgresReadModels } from '../adapters/read-models/postgres/open-postgres-read-models.js';
import { openSqliteReadModels } from '../adapters/read-models/sqlite/open-sqlite-read-models.js';
import type { EventLog } from '../domain/event-log.js';
import type { ReadModels } from '../projections/read-models.js';
import type { Configuration } from './configuration.js';
import { databaseOf } from './database-of.js';
import type { Folders } from './open-desk.js';

/** How far a views file is built. Positions are of the log. */
export type BuildProgress = { readonly position: number; readonly head: number };

/** Views, and how to tell them that the log has grown. */
export type OpenViews = { readonly views: ReadModels; readonly wake: () => void };

/** What is told while the views are opened. */
export type OpeningViews = {
  readonly onBuild?: (progress: BuildProgress) => void;
  /** Told why the views cannot be brought up to date, and that it is tried on. */
  readonly onTrouble?: (cause: Error) => void;
};

/** Opens the read models: in files beside an SQLite log, in PostgreSQL or memory over any log. */
export async function openViews(
  configuration: Configuration,
  log: EventLog,
  folders: Folders,
  told: OpeningViews,
): Promise<OpenViews> {
  const { eventLog, readModels, viewConnections, viewPollMs } = configuration;
  if (eventLog === 'memory' || readModels === 'memory')
    return { views: openMemoryReadModels({ log }), wake: () => undefined };
  if (readModels === 'postgres') {
    const views = await openPostgresReadModels({
      database: databaseOf(configuration),
      log,
      connections: viewConnections,
      pollMs: viewPollMs,
      takeoverMs: configuration.takeoverMs,
      ...told,
    });
    return { views, wake: () => undefined };
  }
  const views = await openSqliteReadModels({
    directory: folders.views,
    logFile: folders.log,
    connections: viewConnections,
    pollMs: viewPollMs,
    ...told,
  });
  return { views, wake: views.wake };
}
