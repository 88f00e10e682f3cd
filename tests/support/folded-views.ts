import { DatabaseSync } from 'node:sqlite';
import { viewEngine } from '../../src/adapters/read-models/engine/view-engine.js';
import { createViews, tablesOf } from '../../src/adapters/read-models/rows/create-views.js';
import { readingOf } from '../../src/adapters/read-models/rows/reading-of.js';
import { sqliteRowStore } from '../../src/adapters/read-models/rows/sqlite-row-store.js';
import { openSnapshot } from '../../src/adapters/read-models/snapshot/open-snapshot.js';
import { rosterCache } from '../../src/adapters/read-models/snapshot/roster-cache.js';
import type { StoredEvent } from '../../src/domain/event.js';
import { projections } from '../../src/projections/projections.js';
import type { Snapshot } from '../../src/projections/read-models.js';

/** Views folded from events in memory, without a log, a thread or a file. */
export type FoldedViews = { readonly db: DatabaseSync; readonly snapshot: Snapshot };

/** Views that are folded on as far as a test asks for. */
export type GrowingViews = {
  readonly db: DatabaseSync;
  /** Folds the events up to a position, in batches of at most a size. */
  foldTo(position: number, batchSize: (batch: number) => number): void;
  /** Reads the views as they stand, until they are folded further. */
  snapshot(): Snapshot;
};

/** Opens views of which nothing is folded yet. */
export function growingViews(events: readonly StoredEvent[]): GrowingViews {
  const db = new DatabaseSync(':memory:');
  createViews(db);
  const streams = Map.groupBy(events, ({ stream }) => stream);
  const history = (stream: string, position: number) =>
    (streams.get(stream) ?? []).filter((event) => event.position <= position);
  const engine = viewEngine(sqliteRowStore(db, tablesOf(projections)), projections, history);
  const rosters = rosterCache();
  return {
    db,
    foldTo(position, batchSize) {
      for (let batch = 0; engine.position() < position; batch++) {
        const from = engine.position();
        const to = Math.min(position, from + Math.max(1, batchSize(batch)));
        engine.apply(events.slice(from, to));
      }
    },
    snapshot: () =>
      openSnapshot(
        {
          reading: readingOf(db),
          position: engine.position(),
          standsAt: engine.position,
          history: async (...stream) => history(...stream),
          rosters,
        },
        () => undefined,
      ),
  };
}

/**
 * Folds events into views.
 * @param batchSize how many events the n-th batch takes; default: all in one
 */
export function foldedViews(
  events: readonly StoredEvent[],
  batchSize: (batch: number) => number = () => events.length,
): FoldedViews {
  const views = growingViews(events);
  views.foldTo(events.length, batchSize);
  return { db: views.db, snapshot: views.snapshot() };
}
