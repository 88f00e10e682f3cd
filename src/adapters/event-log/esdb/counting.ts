import { EventLogUnavailable } from '../../../domain/event-log.js';
import { backOff } from './back-off.js';
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
 * Counts what goes by until the signal aborts. A refusal ends the start, when somebody can be
 * told; later it may be put right, and counting is tried on.
 */
async function keepCounting(
  source: Source,
  signal: AbortSignal,
  counted: Ordinals,
  onStep: (isCaughtUp: boolean) => void,
): Promise<void> {
  const { pause, reset } = backOff(signal);
  let isStarted = false;
  while (!signal.aborted) {
    try {
      for await (const step of subscribedEvents(source, counted.placeOf(counted.head()), signal)) {
        const isCaughtUp = step === 'caught-up';
        if (!isCaughtUp) counted.add(step.map(placeOf));
        isStarted ||= isCaughtUp;
        reset();
        onStep(isCaughtUp);
      }
    } catch (error) {
      if (!isStarted || !(error instanceof EventLogUnavailable)) throw error;
      await pause();
    }
  }
}

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
  const ended = keepCounting(source, signal, counted, (isCaughtUp) => {
    if (isCaughtUp) ready.resolve();
    onCount(counted.head());
  }).catch((error: unknown) => {
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
