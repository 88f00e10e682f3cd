import { once } from 'node:events';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { Recorded } from './recorded.js';
import type { streams } from './protocol.js';
import type { ReadAnswer } from './read-answers.js';

type ReadRequest = InstanceType<typeof streams.ReadReq>;
/** A call that is read from. */
export type ReadCall = ServerWritableStream<ReadRequest, ReadAnswer>;

/** Waits until something happens or the reader goes; false when it has gone. */
export async function isThereAfter(
  call: ReadCall,
  happening: (signal: AbortSignal) => Promise<unknown>,
): Promise<boolean> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const either = [happening(signal), once(call, 'cancelled', { signal })];
  for (const outcome of either) outcome.catch(() => undefined);
  await Promise.race(either).catch(() => undefined);
  waiting.abort();
  return !call.cancelled;
}

/** Sends a message; false when the reader has gone. */
export async function send(call: ReadCall, answer: ReadAnswer): Promise<boolean> {
  if (call.cancelled) return false;
  if (call.write(answer)) return true;
  return isThereAfter(call, (signal) => once(call, 'drain', { signal }));
}

/** Index of the first event from a position on. */
export function indexFrom(all: readonly Recorded[], position: number): number {
  let low = 0;
  for (let high = all.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.position as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** False for a position at which nothing was written: a server cannot begin there. */
export const isBoundary = (all: readonly Recorded[], position: number): boolean => {
  const event = all[indexFrom(all, position)];
  return position === 0 || event === undefined || event.position === position;
};
