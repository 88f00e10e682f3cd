import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { upcast } from '../../../domain/catalogue.js';
import type { StoredEvent } from '../../../domain/event.js';
import { EventLogUnavailable, type EventLog } from '../../../domain/event-log.js';
import { projections } from '../../../projections/projections.js';
import { ReadModelsUnavailable, type ReadModels } from '../../../projections/read-models.js';
import { batchHistories, type RemoteHistory } from '../engine/batch-histories.js';
import type { History } from '../engine/batch-views.js';
import { viewEngine, type ViewEngine } from '../engine/view-engine.js';
import { progressBoard, type ProgressBoard } from '../progress-board.js';
import { createViews, tablesOf } from '../rows/create-views.js';
import { readingOf } from '../rows/reading-of.js';
import { sqliteRowStore } from '../rows/sqlite-row-store.js';
import { openSnapshot } from '../snapshot/open-snapshot.js';
import { redactedKeys } from '../snapshot/redacted-keys.js';
import { rosterCache } from '../snapshot/roster-cache.js';

/** How long folding a whole log in memory may take: ten minutes. */
const foldMsMax = 600_000;

/** An engine over rows in memory, and the histories it may ask for in its next batch. */
type MemoryEngine = {
  readonly engine: ViewEngine;
  fetch(batch: readonly StoredEvent[]): Promise<void>;
};

function memoryEngine(db: DatabaseSync, read: RemoteHistory): MemoryEngine {
  let histories: History = () => [];
  const history: History = (...stream) => histories(...stream);
  return {
    engine: viewEngine(sqliteRowStore(db, tablesOf(projections)), projections, history),
    async fetch(batch) {
      histories = await batchHistories(batch, read);
    },
  };
}

async function feed(
  log: EventLog,
  { engine, fetch }: MemoryEngine,
  board: ProgressBoard,
  signal: AbortSignal,
): Promise<void> {
  if (board.reports.failure() !== undefined && (await log.head()) === engine.position())
    board.recovered();
  for await (const batch of log.subscribe(engine.position(), signal)) {
    await fetch(batch);
    const tags = engine.apply(batch);
    board.announce({ position: engine.position(), tags });
  }
}

/** How long to rest after the log failed, in milliseconds. */
const restMs = 500;

/** Feeds the views until the signal aborts, or what they are fed is wrong. */
async function keepFed(
  log: EventLog,
  memory: MemoryEngine,
  board: ProgressBoard,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      return await feed(log, memory, board, signal);
    } catch (error) {
      const final = !(error instanceof EventLogUnavailable);
      board.fail(error instanceof Error ? error : new Error(String(error)), final);
      if (final) return;
      await pause(restMs, undefined, { signal }).catch(() => undefined);
    }
  }
}

/**
 * Opens views that live as long as the process, folded from the beginning of a log on the
 * calling thread; for tests and trials.
 */
export function openMemoryReadModels({ log }: { readonly log: EventLog }): ReadModels {
  const db = new DatabaseSync(':memory:');
  createViews(db);
  const history: RemoteHistory = async (stream, position) =>
    (await log.readStream(stream, { toPosition: position })).map(upcast);
  const memory = memoryEngine(db, history);
  const standsAt = memory.engine.position;
  const board = progressBoard(0);
  const closing = new AbortController();
  const fed = keepFed(log, memory, board, closing.signal);
  const reading = readingOf(db);
  const rosters = rosterCache();
  const whileOpen = (): void => {
    if (closing.signal.aborted) throw new ReadModelsUnavailable('The read models are closed.');
  };
  return {
    ...board.reports,
    async snapshot() {
      whileOpen();
      const source = { reading, position: standsAt(), standsAt, history, rosters };
      return openSnapshot(source, () => undefined);
    },
    async redactedKeys() {
      whileOpen();
      // Asked at the start, when the log may hold more than was folded yet.
      if (!(await board.reports.reached(await log.head(), foldMsMax)))
        throw new ReadModelsUnavailable('The log was not folded in time.');
      return redactedKeys(reading);
    },
    async close() {
      closing.abort();
      board.close();
      await fed;
      if (db.isOpen) db.close();
    },
  };
}
