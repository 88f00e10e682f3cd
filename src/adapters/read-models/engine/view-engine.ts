import { upcast } from '../../../domain/catalogue.js';
import type { StoredEvent } from '../../../domain/event.js';
import type { Projection } from '../../../projections/projection.js';
import { batchViews, type History } from './batch-views.js';
import { withResidentRows } from './resident-rows.js';
import type { RowStore } from './row-store.js';

/** Folds the log into views, one batch after another. */
export type ViewEngine = {
  /** Position of the last event folded and stored. */
  position(): number;
  /**
   * Folds the events that follow the position and stores what they make of the views.
   * @returns tags of what changed
   * @throws Error for an unknown event, or one that is not the next: nothing is ever skipped.
   *   The views are then as they were, and the engine is not to be used again.
   */
  apply(stored: readonly StoredEvent[]): readonly string[];
};

function assertNext(events: readonly StoredEvent[], position: number): void {
  const stray = events.find((event, at) => event.position !== position + 1 + at);
  if (stray !== undefined) throw new Error(`the log skips from ${position} to ${stray.position}`);
}

/** Builds an engine for these projections, in the order in which they are to be folded. */
export function viewEngine(
  store: RowStore,
  projections: readonly Projection[],
  history: History,
): ViewEngine {
  const rows = withResidentRows(store);
  let position = rows.position();
  return {
    position: () => position,
    apply(stored) {
      const last = stored.at(-1);
      if (last === undefined) return [];
      assertNext(stored, position);
      const events = stored.map(upcast);
      const { views, tags, writes } = batchViews(rows, history);
      for (const { project } of projections) project(events, views);
      rows.flush(writes(), position, last.position);
      position = last.position;
      return [...tags];
    },
  };
}
