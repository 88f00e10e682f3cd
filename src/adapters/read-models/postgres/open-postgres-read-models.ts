import { upcast } from '../../../domain/catalogue.js';
import { EventLogUnavailable, type EventLog } from '../../../domain/event-log.js';
import { ReadModelsUnavailable, type ReadModels } from '../../../projections/read-models.js';
import { eachCauseOnce } from '../../each-cause-once.js';
import { isDatabaseFailure } from '../../postgres/database-failures.js';
import type { DatabaseOptions } from '../../postgres/database-options.js';
import { keepSession } from '../../postgres/keep-session.js';
import { migrate } from '../../postgres/migrate.js';
import { openSession } from '../../postgres/session.js';
import type { RemoteHistory } from '../engine/batch-histories.js';
import { progressBoard, type ProgressBoard } from '../progress-board.js';
import { watchProjector } from '../projector-signs.js';
import { openSnapshot } from '../snapshot/open-snapshot.js';
import { redactedKeys } from '../snapshot/redacted-keys.js';
import { followViews, type ViewsListener } from './follow-views.js';
import { runProjector } from './run-projector.js';
import { viewsMigrations } from './served-views.js';
import { snapshotPool, type SnapshotPool } from './snapshot-pool.js';

/** Where the views are, what they follow, and how they are used. */
export type PostgresReadModelsOptions = {
  readonly database: DatabaseOptions;
  /** The log that every node of the hub shares. */
  readonly log: Pick<EventLog, 'subscribe' | 'readStream' | 'head'>;
  /** Called while the views are built or brought up to date, before anything is served. */
  readonly onBuild?: (progress: { readonly position: number; readonly head: number }) => void;
  /** Told why the views stand still before anything is served, once for each cause. */
  readonly onTrouble?: (cause: Error) => void;
  /** Snapshots open at a time; default 8. */
  readonly connections?: number;
  /** Milliseconds between two looks for an announcement that was lost; default 500. */
  readonly pollMs?: number;
  /** Milliseconds between two tries of a standby to become the active projector; default 1,000. */
  readonly takeoverMs?: number;
};

/** Requests that may wait for a connection, and for how long. */
const waiting = { waitingMax: 1_000, waitMsMax: 10_000 };

/** How often to look whether the projector has given up while the views are brought up to date. */
const lookMs = 1_000;

/** What passes by itself: a database or a log that is away. Anything else is a bug. */
const isPassing = (error: unknown): boolean =>
  error instanceof EventLogUnavailable || isDatabaseFailure(error);

const listenerOf = (board: ProgressBoard, pool: SnapshotPool): ViewsListener => ({
  serving(schema, position, onLeft) {
    pool.changeTo(schema, onLeft);
    board.replaced(position);
  },
  progress: (progress) =>
    progress.replaced ? board.replaced(progress.position) : board.announce(progress),
});

/** What becomes of a failure: it is tried again after one that passes by itself. */
function judging(board: ProgressBoard) {
  let gaveUp: Error | undefined;
  let unfed: Error | undefined;
  const afterFailure = (error: unknown): 'again' | 'never' => {
    const failure = error instanceof Error ? error : new Error(String(error));
    const final = !isPassing(error);
    board.fail(failure, final);
    if (final) gaveUp = failure;
    return final ? 'never' : 'again';
  };
  return {
    gaveUp: () => gaveUp,
    afterFailure,
    /** The same after a failure to feed the views. */
    afterUnfed(error: unknown): 'again' | 'never' {
      const next = afterFailure(error);
      unfed = board.reports.failure();
      return next;
    },
    /** The views are fed again, which mends no failure to follow them. */
    onWell(): void {
      if (gaveUp === undefined && board.reports.failure() === unfed) board.recovered();
    },
  };
}

/** The two tasks of a node, each in a session of its own: to follow the views, and to feed them. */
function runNode(options: PostgresReadModelsOptions, history: RemoteHistory) {
  const { database, log, connections = 8, pollMs = 500, takeoverMs = 1_000 } = options;
  // Before the first views are served, not even their beginning is reached.
  const board = progressBoard(-1);
  const pool = snapshotPool(database, { places: connections, ...waiting });
  const closing = new AbortController();
  const { signal } = closing;
  const { afterFailure, afterUnfed, onWell, gaveUp } = judging(board);
  const following = { database, pollMs, listener: listenerOf(board, pool) };
  const watch = watchProjector(Date.now);
  const parts = { database, log, history, takeoverMs, onWell, watch };
  const tasks = Promise.all([
    keepSession(database, signal, (s, end) => followViews(s, end, following), afterFailure),
    keepSession(database, signal, (s, end) => runProjector(s, end, parts), afterUnfed),
  ]);
  return {
    board,
    pool,
    signal,
    projector: watch.read,
    gaveUp,
    async close() {
      closing.abort();
      board.close();
      await tasks;
      await pool.close();
    },
  };
}

/** Waits until the views hold everything that is in the log now. */
async function caughtUp(
  { board: { reports }, gaveUp }: ReturnType<typeof runNode>,
  { log, onBuild, onTrouble }: PostgresReadModelsOptions,
): Promise<void> {
  const tell = eachCauseOnce((cause) => onTrouble?.(cause));
  const head = await log.head();
  const stop = reports.onProgress(({ position }) => {
    if (position > 0) onBuild?.({ position, head });
  });
  try {
    while (!(await reports.reached(head, lookMs))) {
      const final = gaveUp();
      if (final !== undefined) throw final;
      tell(reports.failure());
    }
  } finally {
    stop();
  }
}

/**
 * Opens the views of a database as one node among others. Each follows what is committed; one of
 * them, which holds a lock, folds the log, and another takes over when it is gone. They hold
 * everything that was in the log when it is called.
 * @throws DatabaseUnavailable when the database cannot be reached
 * @throws Error when the log holds an unknown event
 */
export async function openPostgresReadModels(
  options: PostgresReadModelsOptions,
): Promise<ReadModels> {
  const { database, log } = options;
  {
    await using session = await openSession(database);
    await migrate(session, viewsMigrations);
  }
  const history: RemoteHistory = async (stream, position) =>
    (await log.readStream(stream, { toPosition: position })).map(upcast);
  const node = runNode(options, history);
  const { board, pool, signal, projector } = node;
  try {
    await caughtUp(node, options);
  } catch (error) {
    await node.close();
    throw error;
  }
  return {
    ...board.reports,
    projector,
    async snapshot() {
      if (signal.aborted) throw new ReadModelsUnavailable('The read models are closed.');
      const lease = await pool.lend();
      return openSnapshot(
        { ...lease, standsAt: () => lease.position, history },
        () => void lease.release(),
      );
    },
    async redactedKeys() {
      const lease = await pool.lend();
      try {
        return await redactedKeys(lease.reading);
      } finally {
        await lease.release();
      }
    },
    close: node.close,
  };
}
