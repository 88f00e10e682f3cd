import { rosterCache, type RosterCache } from '../snapshot/roster-cache.js';
import { admission, type AdmissionLimits } from './admission.js';
import { openReading, type OpenReading } from './open-reading.js';

/** A connection lent for one snapshot, with its read transaction open. */
export type Lease = {
  readonly reading: OpenReading;
  /** Position of the views in the transaction. */
  readonly position: number;
  readonly rosters: RosterCache;
  /** Ends the transaction; again is without effect. */
  release(): void;
};

/** Connections that read the serving file. */
export type ReadingPool = {
  /** @throws ReadModelsUnavailable when no connection becomes free in time */
  lend(): Promise<Lease>;
  /** Lends connections to another file; those to the old one close as they come back. */
  changeTo(file: string, onLeft: () => void): void;
  close(): void;
};

/** The connections to one file. */
type Shelf = {
  readonly file: string;
  readonly idle: OpenReading[];
  readonly rosters: RosterCache;
  lent: number;
  onLeft: (() => void) | undefined;
};

const shelfOf = (file: string): Shelf => ({
  file,
  idle: [],
  rosters: rosterCache(),
  lent: 0,
  onLeft: undefined,
});

/** Builds a pool over a views file; connections open when they are first needed. */
export function readingPool(file: string, limits: AdmissionLimits): ReadingPool {
  const { enter, leave, close } = admission(limits);
  let current = shelfOf(file);
  let closed = false;

  const discard = (shelf: Shelf): void => {
    for (const reading of shelf.idle.splice(0)) reading.close();
    if (shelf.lent === 0) shelf.onLeft?.();
  };
  const giveBack = (shelf: Shelf, reading: OpenReading): void => {
    shelf.lent -= 1;
    if (reading.end()) shelf.idle.push(reading);
    if (shelf !== current || closed) discard(shelf);
    leave();
  };
  const lendFrom = (shelf: Shelf): Lease => {
    const reading = shelf.idle.pop() ?? openReading(shelf.file);
    const position = reading.begin();
    shelf.lent += 1;
    let released = false;
    return {
      reading,
      position,
      rosters: shelf.rosters,
      release() {
        if (!released) giveBack(shelf, reading);
        released = true;
      },
    };
  };
  return {
    async lend() {
      await enter();
      try {
        return lendFrom(current);
      } catch (error) {
        leave();
        throw error;
      }
    },
    changeTo(next, onLeft) {
      const old = current;
      old.onLeft = onLeft;
      current = shelfOf(next);
      discard(old);
    },
    close() {
      closed = true;
      close();
      discard(current);
    },
  };
}
