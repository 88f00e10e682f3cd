import { END, type Position, type ReadPosition } from '@eventstore/db-client';
import type { StoredEvent } from '../../../domain/event.js';
import { EventLogUnavailable, type ReadAllOptions } from '../../../domain/event-log.js';
import { pageBefore } from './answered.js';
import { placeOf, storedEvent, type RecordedEvent } from './recorded-events.js';
import type { Server } from './server.js';
import { subscribedEvents } from './subscribed-events.js';
import { closed } from './unavailable.js';

type Batches = AsyncGenerator<readonly StoredEvent[], void>;

const pageMax = 1_000;

const stored = (events: readonly RecordedEvent[], first: number, prefix: string) =>
  events.map((event, at) => storedEvent(event, first + at, prefix));

async function* forwards(server: Server, from: number, to: number): Batches {
  const { connection, counting, names, prefix, closing, time } = server;
  const leaving = new AbortController();
  const signal = AbortSignal.any([closing, leaving.signal]);
  const source = { connection, prefixes: names.prefixes };
  const steps = subscribedEvents(source, counting.ordinals.placeOf(from - 1), signal);
  try {
    for (let next = from; next <= to;) {
      const { value: step } = await time().hold(steps.next());
      if (step === undefined) throw closed();
      if (step === 'caught-up') continue;
      const batch = stored(step.slice(0, to - next + 1), next, prefix);
      next += batch.length;
      yield batch;
    }
  } finally {
    leaving.abort();
  }
}

async function* backwards(server: Server, from: number, to: number): Batches {
  const { counting, names, prefix } = server;
  const { ordinals } = counting;
  const commit = BigInt(ordinals.placeOf(from + 1));
  // Reading backwards begins before the place it is given.
  let place: ReadPosition = from === ordinals.head() ? END : { commit, prepare: commit };
  for (let next = from; next >= to;) {
    const page: RecordedEvent[] = await pageBefore(server, place, pageMax, server.time());
    const end: Position | undefined = page.at(-1)?.position;
    if (end === undefined) throw new EventLogUnavailable('The log ended before its beginning.');
    place = end;
    const ours = page
      .filter((event) => names.isOurs(event.streamId))
      .filter((event) => placeOf(event) <= ordinals.placeOf(next))
      .slice(0, next - to + 1);
    const batch = ours.map((event, at) => storedEvent(event, next - at, prefix));
    next -= batch.length;
    if (batch.length > 0) yield batch;
  }
}

/** Reads all events of ours, as many as there were at the beginning. */
export async function* readAll(server: Server, options: ReadAllOptions): Batches {
  const { direction = 'forwards', limit = Infinity } = options;
  const head = await server.head();
  if (direction === 'forwards') {
    const from = Math.max(1, options.from ?? 1);
    yield* forwards(server, from, Math.min(head, from + limit - 1));
  } else {
    const from = Math.min(head, options.from ?? head);
    yield* backwards(server, from, Math.max(1, from - limit + 1));
  }
}

async function* follow(server: Server, after: number, signal: AbortSignal): Batches {
  const { connection, counting, names, prefix } = server;
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  if (signal.aborted) return;
  await Promise.race([counting.ordinals.reached(after), aborted]);
  const place = counting.ordinals.placeOf(after);
  let position = after;
  const source = { connection, prefixes: names.prefixes };
  for await (const step of subscribedEvents(source, place, signal)) {
    if (step === 'caught-up') continue;
    yield stored(step, position + 1, prefix);
    position += step.length;
  }
}

/**
 * Everything of ours after a position, then what is appended. A slow taker holds nothing back
 * but its own subscription, which is taken up again when the server drops it.
 */
export function subscribe(
  server: Server,
  after: number,
  signal?: AbortSignal,
): AsyncIterable<readonly StoredEvent[]> {
  return {
    [Symbol.asyncIterator]() {
      const leaving = new AbortController();
      const ends = [leaving.signal, server.closing, ...(signal ? [signal] : [])];
      const batches = follow(server, after, AbortSignal.any(ends));
      return {
        next: () => batches.next(),
        return() {
          // The generator's `return` waits for a pending `next`, which waits for this.
          leaving.abort();
          return batches.return();
        },
      };
    },
  };
}
