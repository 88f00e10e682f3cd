import { setImmediate as nextTurn } from 'node:timers/promises';
import { upcast } from '../../../domain/catalogue.js';
import type { Projection } from '../../../projections/projection.js';
import type { LogReader } from '../../event-log/log-reader.js';
import { viewEngine, type ViewEngine } from '../engine/view-engine.js';
import { openForWriting, tablesOf } from './views-file.js';
import { sqliteRowStore } from './sqlite-row-store.js';

/** Events folded at once: it bounds memory, and how long a thread is busy with one batch. */
export const maxBatchEvents = 2_000;

/** A views file being fed from the log by this thread. */
export type LogFeed = {
  readonly file: string;
  position(): number;
  /**
   * Folds the next batch of the log, at most up to a position.
   * @returns tags of what changed; undefined when there was nothing to fold
   */
  feed(upTo?: number): readonly string[] | undefined;
  close(): void;
};
