import { ReadModelsUnavailable } from '../../projections/read-models.js';

/** Lets a bounded number in at a time; a bounded number waits, for a bounded time. */
export type Admission = {
  /** @throws ReadModelsUnavailable when too many wait already, or it takes too long */
  enter(): Promise<void>;
  /** Called once for every `enter` that resolved. */
  leave(): void;
  /** Turns away whoever waits or comes. */
  close(): void;
};

/** Limits of an admission. */
export type AdmissionLimits = {
  readonly places: number;
  readonly waitingMax: number;
  readonly waitMsMax: number;
};

const closedWhy = 'The read models are closed.';

/** Builds an admission with all its places free. */
export function admission({ places, waitingMax, waitMsMax }: AdmissionLimits): Admission {
  const waiting = new Set<PromiseWithResolvers<void>>();
  let free = places;
  let closed = false;

  const wait = async (): Promise<void> => {
    const turn = Promise.withResolvers<void>();
    const timer = setTimeout(() => refuse(turn, 'No connection became free in time.'), waitMsMax);
    waiting.add(turn);
    await turn.promise.finally(() => clearTimeout(timer));
  };
  const refuse = (turn: PromiseWithResolvers<void>, why: string): void => {
    waiting.delete(turn);
    turn.reject(new ReadModelsUnavailable(why));
  };
  return {
    async enter() {
      if (closed) throw new ReadModelsUnavailable(closedWhy);
      if (free > 0) free -= 1;
      else if (waiting.size < waitingMax) await wait();
      else throw new ReadModelsUnavailable('Too many requests wait for the views.');
    },
    leave() {
      const [next] = waiting;
      if (next === undefined) {
        free += 1;
        return;
      }
      waiting.delete(next);
      next.resolve();
    },
    close() {
      closed = true;
      for (const turn of waiting) refuse(turn, closedWhy);
    },
  };
}
