import { mkdirSync } from 'node:fs';
import { upcast } from '../../../domain/catalogue.js';
import type { StoredEvent } from '../../../domain/event.js';
import type { ReadModels } from '../../../projections/read-models.js';
import { openLogReader } from '../../event-log/sqlite/open-log-reader.js';
import { progressBoard, type ProgressBoard } from '../progress-board.js';
import { openSnapshot } from '../snapshot/open-snapshot.js';
import { redactedKeys } from '../snapshot/redacted-keys.js';
import type { FeedProgress } from './log-feed.js';
import type { FromProjector } from './projector-messages.js';
import { startProjectorThread, type ProjectorThread } from './projector-thread.js';
import { readingPool, type ReadingPool } from './reading-pool.js';
import { removeFile } from './views-folder.js';

/** Where the views are and how they are used. */
export type SqliteReadModelsOptions = {
  readonly directory: string;
  /** The event log's file; it is there already. */
  readonly logFile: string;
  /** Called while the views are built or brought up to date, before anything is served. */
  readonly onBuild?: (progress: FeedProgress) => void;
  /** Snapshots open at a time; default 8. */
  readonly connections?: number;
  /** Milliseconds between two looks at the log when nobody wakes the projector; default 500. */
  readonly pollMs?: number;
};

/** Read models that are told when the log has grown. */
export type SqliteReadModels = ReadModels & { wake(): void };

/** What the projector's messages act on once something is served. */
type Served = { readonly board: ProgressBoard; readonly pool: ReadingPool; file: string };

/** Requests that may wait for a connection, and for how long. */
const waiting = { waitingMax: 1_000, waitMsMax: 10_000 };

function follow(served: Served, message: FromProjector): void {
  const { board, pool, file } = served;
  if (message.kind === 'progress') board.announce(message);
  if (message.kind === 'failed') board.fail(new Error(message.reason), message.final);
  if (message.kind !== 'serving') return;
  if (message.file !== file) pool.changeTo(message.file, () => removeFile(file));
  served.file = message.file;
  board.replaced(message.position);
}

/** Starts the projector and waits until it serves a file. */
async function startServing(options: SqliteReadModelsOptions): Promise<[ProjectorThread, Served]> {
  const { directory, logFile, onBuild, connections = 8, pollMs = 500 } = options;
  const first = Promise.withResolvers<Served>();
  let served: Served | undefined;
  const projector = startProjectorThread({ directory, logFile, pollMs }, (message) => {
    if (served !== undefined) follow(served, message);
    else if (message.kind === 'building') onBuild?.(message);
    else if (message.kind === 'failed') first.reject(new Error(message.reason));
    else if (message.kind === 'serving') {
      const pool = readingPool(message.file, { places: connections, ...waiting });
      served = { board: progressBoard(message.position), pool, file: message.file };
      first.resolve(served);
    }
  });
  try {
    return [projector, await first.promise];
  } catch (error) {
    await projector.close();
    throw error;
  }
}

/**
 * Opens the views of a folder, building them when there are none that today's program made, and
 * starts the thread that feeds them. They hold everything that was in the log when it is called.
 * @throws Error when another process feeds them, or the log holds an unknown event
 */
export async function openSqliteReadModels(
  options: SqliteReadModelsOptions,
): Promise<SqliteReadModels> {
  mkdirSync(options.directory, { recursive: true });
  const reader = openLogReader(options.logFile);
  const history = async (stream: string, position: number): Promise<readonly StoredEvent[]> =>
    reader.readStream(stream, { toPosition: position }).map(upcast);
  const [projector, { board, pool }] = await startServing(options).catch((error: unknown) => {
    reader.close();
    throw error;
  });
  return {
    ...board.reports,
    reached(position, timeoutMs) {
      if (position > board.reports.position()) projector.wake();
      return board.reports.reached(position, timeoutMs);
    },
    async snapshot() {
      const lease = await pool.lend();
      return openSnapshot({ ...lease, standsAt: () => lease.position, history }, lease.release);
    },
    async redactedKeys() {
      const lease = await pool.lend();
      try {
        return await redactedKeys(lease.reading);
      } finally {
        lease.release();
      }
    },
    wake: () => projector.wake(),
    async close() {
      board.close();
      // The projector's connection is the last one then, and takes the write-ahead log with it.
      pool.close();
      await projector.close();
      reader.close();
    },
  };
}
