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

/**
 * Folds events into views.
 * @param batchSize how many events the n-th batch takes; default: all in one
 */
export function foldedViews(
  events: readonly StoredEvent[],
  batchSize: (batch: number) => number = () => events.length,
): FoldedViews {
  const db = new DatabaseSync(':memory:');
  createViews(db);
  const history = (stream: string, position: number) =>
    events.filter((event) => event.stream === stream && event.position <= position);
  const engine = viewEngine(sqliteRowStore(db, tablesOf(projections)), projections, history);
  for (let batch = 0; engine.position() < events.length; batch++) {
    const from = engine.position();
    engine.apply(events.slice(from, from + Math.max(1, batchSize(batch))));
  }
  const snapshot = openSnapshot(
    {
      reading: readingOf(db),
      position: engine.position(),
      standsAt: engine.position,
      history: async (...stream) => history(...stream),
      rosters: rosterCache(),
    },
    () => db.close(),
  );
  return { db, snapshot };
}
