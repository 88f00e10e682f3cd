import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StoredEvent } from '../../domain/event.js';
import type { EventLog, ReadAllOptions } from '../../domain/event-log.js';
import type { LogReader } from './log-reader.js';
import { subscription } from './subscription.js';
import type { Listeners } from './waker.js';

/** Events read at once: a few milliseconds of one thread. */
const batchSize = 1_000;

/** The reading half of the port, over a synchronous reader. */
export type ReadSide = Omit<EventLog, 'append' | 'close'> & {
  /** Wakes the subscriptions: the log has grown. */
  announce(): void;
  /** Ends the subscriptions and closes the reader. */
  close(): void;
};

async function* batches(
  reader: LogReader,
  { from, direction = 'forwards', limit = Infinity }: ReadAllOptions,
): AsyncGenerator<readonly StoredEvent[]> {
  // What is appended while the batches are taken is left out, so reading always comes to an end.
  const head = reader.head();
  const step = direction === 'forwards' ? 1 : -1;
  let next = from ?? (step === 1 ? 1 : head);
  for (let left = limit; left > 0;) {
    const wanted = Math.min(left, batchSize, step === 1 ? head - next + 1 : Infinity);
    const batch = wanted > 0 ? reader.readAll(next, wanted, direction) : [];
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    left -= batch.length;
    next = last.position + step;
    // Other work of the thread goes first, or a long reading would starve it.
    await nextTurn();
  }
}

/** Builds the reading half of an event log over a reader, which it owns from then on. */
export function readSide(reader: LogReader): ReadSide {
  const listeners: Listeners = new Set();
  let closed = false;
  const announce = (): void => {
    for (const wake of listeners) wake();
  };
  const followed = {
    readAfter: (position: number) => reader.readAll(position + 1, batchSize),
    listeners,
    isClosed: () => closed,
  };
  return {
    readStream: async (stream, options) => reader.readStream(stream, options),
    readAll: (options = {}) => batches(reader, options),
    subscribe: (after, signal) => subscription(followed, after, signal),
    head: async () => reader.head(),
    announce,
    close() {
      closed = true;
      announce();
      reader.close();
    },
  };
}
