import { setImmediate as nextTurn } from 'node:timers/promises';
import type { StoredEvent } from '../../domain/event.js';
import { waker, type Listeners, type Waker } from './waker.js';

type Batch = readonly StoredEvent[];

/** What a subscription follows. */
export type Followed = {
  /** The next batch after a position, empty when there is nothing yet. */
  readAfter(position: number): Batch;
  readonly listeners: Listeners;
  isClosed(): boolean;
};

async function* follow(followed: Followed, after: number, own: Waker): AsyncGenerator<Batch, void> {
  let position = after;
  try {
    for (;;) {
      // Other work of the thread goes first, or a long catch-up would starve it.
      await nextTurn();
      if (own.hasEnded() || followed.isClosed()) return;
      const changed = own.changed();
      const batch = followed.readAfter(position);
      position = batch.at(-1)?.position ?? position;
      if (batch.length > 0) yield batch;
      else await changed;
    }
  } finally {
    own.end();
  }
}

/**
 * Follows a log from a position on. Nothing is kept per subscriber but its position: once
 * woken it reads for itself, so a slow taker costs no memory and holds nothing back.
 */
export function subscription(
  followed: Followed,
  after: number,
  signal?: AbortSignal,
): AsyncIterable<Batch> {
  return {
    [Symbol.asyncIterator]() {
      const own = waker(followed.listeners, signal);
      const events = follow(followed, after, own);
      return {
        next: () => events.next(),
        return() {
          // The generator's `return` waits for a pending `next`, which waits for this.
          own.end();
          return events.return();
        },
      };
    },
  };
}
