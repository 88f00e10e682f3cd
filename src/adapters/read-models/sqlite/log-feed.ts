import { setImmediate as nextTurn } from 'node:timers/promises';
import { upcast } from '../../../domain/catalogue.js';
import type { Projection } from '../../../projections/projection.js';
import type { LogReader } from '../../event-log/log-reader.js';
import type { History } from '../engine/batch-views.js';
import { viewEngine } from '../engine/view-engine.js';
import { tablesOf } from '../rows/create-views.js';
import { sqliteRowStore } from '../rows/sqlite-row-store.js';
import { openForWriting } from './views-file.js';

/** Events folded at once: it bounds memory, and how long a thread is busy with one batch. */
const maxBatchEvents = 2_000;

/** A views file and the log it is fed from, in one thread. */
export type LogFeed = Disposable & {
  readonly file: string;
  position(): number;
  /**
   * Folds the next batch of the log, at most up to a position.
   * @returns tags of what changed; undefined when there was nothing to fold
   */
  feed(upTo?: number): readonly string[] | undefined;
};

/** How far a reading of the log has come. */
export type FeedProgress = { readonly position: number; readonly head: number };

/** Opens a views file to fold the log into it, through some projections or all of a file's. */
export function openFeed(
  file: string,
  reader: LogReader,
  projections: readonly Projection[],
): LogFeed {
  const db = openForWriting(file);
  const history: History = (stream, toPosition) =>
    reader.readStream(stream, { toPosition }).map(upcast);
  const engine = viewEngine(sqliteRowStore(db, tablesOf(projections)), projections, history);
  return {
    file,
    position: engine.position,
    feed(upTo = Infinity) {
      const from = engine.position() + 1;
      const wanted = Math.min(maxBatchEvents, upTo - from + 1);
      const events = wanted > 0 ? reader.readAll(from, wanted) : [];
      return events.length > 0 ? engine.apply(events) : undefined;
    },
    [Symbol.dispose]: () => db.close(),
  };
}

/** How far to feed, whom to tell, and when to give up. */
export type FeedOptions = {
  readonly upTo?: number | undefined;
  readonly onProgress?: ((progress: FeedProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Feeds until the log has no more, or up to a position; other work of the thread goes between.
 * @throws DOMException when the signal aborts
 */
export async function feedAll(
  feed: LogFeed,
  reader: LogReader,
  { upTo, onProgress, signal }: FeedOptions,
): Promise<void> {
  while (feed.feed(upTo) !== undefined) {
    onProgress?.({ position: feed.position(), head: upTo ?? reader.head() });
    await nextTurn();
    signal?.throwIfAborted();
  }
}
