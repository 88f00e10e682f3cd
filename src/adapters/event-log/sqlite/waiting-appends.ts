import { EventLogUnavailable, type AppendResult } from '../../../domain/event-log.js';
import type { Reason } from './writer-messages.js';

/** The appends that wait for the disk, oldest first; they are answered in that order. */
export type WaitingAppends = {
  /** @throws EventLogUnavailable when too many wait already */
  add(bytes: number): Promise<AppendResult>;
  /** Answers the oldest. */
  resolve(results: readonly AppendResult[]): void;
  /** Rejects the oldest with EventLogUnavailable. */
  reject(count: number, reason: string | Reason): void;
};

type Waiting = PromiseWithResolvers<AppendResult> & { readonly bytes: number };

/** Limits on what may wait at once. */
const maxWaitingAppends = 20_000;
const maxWaitingBytes = 128 * 1_048_576;

/** Starts with none waiting. */
export function waitingAppends(): WaitingAppends {
  const waiting: Waiting[] = [];
  let waitingBytes = 0;
  const settle = (count: number, each: (oldest: Waiting, at: number) => void): void => {
    for (const [at, oldest] of waiting.splice(0, count).entries()) {
      waitingBytes -= oldest.bytes;
      each(oldest, at);
    }
  };
  return {
    add(bytes) {
      if (waiting.length >= maxWaitingAppends || waitingBytes + bytes > maxWaitingBytes)
        throw new EventLogUnavailable('Too many appends wait for the disk.');
      const added = { ...Promise.withResolvers<AppendResult>(), bytes };
      waiting.push(added);
      waitingBytes += bytes;
      return added.promise;
    },
    resolve: (results) =>
      settle(results.length, (oldest, at) => oldest.resolve(results[at] as AppendResult)),
    reject(count, reason) {
      const error = new EventLogUnavailable(reason);
      settle(count, (oldest) => oldest.reject(error));
    },
  };
}
