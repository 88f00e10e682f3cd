import { START, streamNameFilter } from '@eventstore/db-client';
import { waker, type Listeners } from '../waker.js';
import { backOff } from './back-off.js';
import type { ClosableClient } from './closable-client.js';
import type { Connection } from './connection.js';
import { faultOf } from './fault-of.js';
import { placeOf, type RecordedEvent } from './recorded-events.js';
import { refused } from './unavailable.js';

/** Events read at once, and kept ready for a taker. */
const batchMax = 1_000;

/** The next events, or that there are no more just now. */
export type Step = readonly RecordedEvent[] | 'caught-up';

/** What is followed, and how to get there. */
export type Source = {
  readonly connection: Connection;
  /** The server sends only events of streams whose names begin like this. */
  readonly prefixes: readonly string[];
};

function subscribe(client: ClosableClient, prefixes: readonly string[], after: number) {
  const commit = BigInt(after);
  return client.subscribeToAll(
    {
      fromPosition: after === 0 ? START : { commit, prepare: commit },
      filter: streamNameFilter({ prefixes: [...prefixes] }),
    },
    { highWaterMark: batchMax },
  );
}

type Subscription = ReturnType<typeof subscribe>;

function taken(subscription: Subscription): readonly RecordedEvent[] {
  const batch: RecordedEvent[] = [];
  while (batch.length < batchMax) {
    const resolved = subscription.read() as { readonly event?: RecordedEvent } | null;
    if (resolved === null) break;
    if (resolved.event !== undefined) batch.push(resolved.event);
  }
  return batch;
}

/** One subscription, until it fails or is left. It reads on only as its events are taken. */
async function* subscribed(
  subscription: Subscription,
  signal: AbortSignal,
): AsyncGenerator<Step, void> {
  const listeners: Listeners = new Set();
  const own = waker(listeners, signal);
  const wake = (): void => listeners.forEach((listener) => listener());
  let failure: Error | undefined;
  let isCaughtUp = false;
  subscription.on('readable', wake);
  subscription.on('caughtUp', () => {
    isCaughtUp = true;
    wake();
  });
  // Without a listener a failure, even one after the end, would end the process.
  subscription.on('error', (error: Error) => {
    failure ??= error;
    wake();
  });
  subscription.on('end', () => {
    failure ??= new Error('the server ended the subscription');
    wake();
  });
  try {
    while (!own.hasEnded()) {
      const changed = own.changed();
      const batch = taken(subscription);
      if (batch.length > 0) yield batch;
      else if (failure !== undefined) throw failure;
      else if (isCaughtUp) {
        isCaughtUp = false;
        yield 'caught-up';
      } else await changed;
    }
  } finally {
    own.end();
    subscription.unsubscribe().catch(() => undefined);
    subscription.destroy();
  }
}

/**
 * Our events after a place of the server's log, then what is appended, until the signal aborts.
 * A subscription that ends, because the server does or because it finds the taker too slow, is
 * taken up again after the last event that was taken.
 * @throws EventLogUnavailable when trying again cannot help, or the connection is closed
 */
export async function* subscribedEvents(
  { connection, prefixes }: Source,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<Step, void> {
  let place = after;
  const { pause, reset } = backOff(signal);
  while (!signal.aborted) {
    const client = await connection.client();
    try {
      for await (const step of subscribed(subscribe(client, prefixes, place), signal)) {
        const last = step === 'caught-up' ? undefined : step.at(-1);
        if (last !== undefined) place = placeOf(last);
        reset();
        yield step;
      }
    } catch (error) {
      const fault = faultOf(error);
      if (fault === 'lasting') throw refused(connection.shown, error);
      if (fault === 'passing') connection.replace(client, error);
      await pause();
    }
  }
}
