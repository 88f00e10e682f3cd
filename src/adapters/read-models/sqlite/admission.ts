import { ReadModelsUnavailable } from '../../../projections/read-models.js';

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

/** Builds an admission with all its places free. */
export function admission({ places, waitingMax, waitMsMax }: AdmissionLimits): Admission {
  const waiting: { readonly admit: () => void; readonly refuse: (why: string) => void }[] = [];
  let free = places;
  let closed = false;

  const wait = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const refuse = (why: string): void => {
        clearTimeout(timer);
        reject(new ReadModelsUnavailable(why));
      };
      const waiter = {
        refuse,
        admit: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(waiter), 1);
        refuse('No connection to the views became free in time.');
      }, waitMsMax);
      waiting.push(waiter);
    });

  return {
    async enter() {
      if (closed) throw new ReadModelsUnavailable('The read models are closed.');
      if (free > 0) free -= 1;
      else if (waiting.length < waitingMax) await wait();
      else throw new ReadModelsUnavailable('Too many requests wait for the views.');
    },
    leave() {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next.admit();
    },
    close() {
      closed = true;
      for (const { refuse } of waiting.splice(0)) refuse('The read models are closed.');
    },
  };
}
