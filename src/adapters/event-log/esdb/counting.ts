import { ordinals, type Ordinals } from './ordinals.js';
import { placeOf } from './recorded-events.js';
import { subscribedEvents, type Source } from './subscribed-events.js';
import type { TimeLimit } from './time-limit.js';

/** Counts our events as the server has them, from the first one on. */
export type Counting = {
  readonly ordinals: Ordinals;
  /** Resolves when everything that was there at the start is counted. */
  readonly ready: Promise<void>;
  /**
   * Waits for a place to be counted.
   * @returns position of the event there
   * @throws EventLogUnavailable when it is not counted in time
   */
  positionAt(place: number, limit: TimeLimit): Promise<number>;
  /** Ended by the signal. */
  readonly ended: Promise<void>;
};

/**
 * Starts the one subscription of the process that counts. The server has no ordinals of its
 * own, so a position is learned by seeing everything before it go by.
 * @param onCount called with the last position after each batch
 */
export function startCounting(
  source: Source,
  signal: AbortSignal,
  onCount: (position: number) => void = () => undefined,
): Counting {
  const counted = ordinals();
  const ready = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<never>();
  for (const outcome of [ready.promise, failed.promise]) outcome.catch(() => undefined);

  const count = async (): Promise<void> => {
    for await (const step of subscribedEvents(source, 0, signal)) {
      if (step === 'caught-up') ready.resolve();
      else counted.add(step.map(placeOf));
      onCount(counted.head());
    }
  };
  const ended = count().catch((error: unknown) => {
    ready.reject(error);
    failed.reject(error);
  });
  return {
    ordinals: counted,
    ready: ready.promise,
    ended,
    async positionAt(place, limit) {
      await limit.hold(Promise.race([counted.counted(place), failed.promise]));
      const position = counted.positionOf(place);
      if (position === undefined)
        throw new Error(`no event of ours was counted at ${place} of the server's log`);
      return position;
    },
  };
}
