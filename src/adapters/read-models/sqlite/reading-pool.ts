import type { Reading } from '../snapshot/reading.js';
import type { RosterCache } from '../snapshot/roster-cache.js';
import { admission, type AdmissionLimits } from '../admission.js';
import { connectionShelf, type ConnectionShelf } from './connection-shelf.js';

/** A connection lent for one snapshot, with its read transaction open. */
export type Lease = {
  readonly reading: Reading;
  /** Position of the views in the transaction. */
  readonly position: number;
  readonly rosters: RosterCache;
  /** Ends the transaction and gives the connection back; called once. */
  release(): void;
};

/** Connections that read the serving file. */
export type ReadingPool = {
  /** @throws ReadModelsUnavailable when no connection becomes free in time */
  lend(): Promise<Lease>;
  /**
   * Lends connections to another file; those to the old one close as they come back.
   * @param onLeft called when the last of them is closed
   */
  changeTo(file: string, onLeft: () => void): void;
  close(): void;
};

function lendFrom(shelf: ConnectionShelf, onRelease: () => void): Lease {
  const reading = shelf.take();
  try {
    const position = reading.begin();
    const release = (): void => {
      shelf.putBack(reading.end() ? reading : undefined);
      onRelease();
    };
    return { reading, position, rosters: shelf.rosters, release };
  } catch (error) {
    reading.close();
    shelf.putBack(undefined);
    throw error;
  }
}

/** Builds a pool over a views file. */
export function readingPool(file: string, limits: AdmissionLimits): ReadingPool {
  const { enter, leave, close } = admission(limits);
  let current = connectionShelf(file);
  return {
    async lend() {
      await enter();
      try {
        return lendFrom(current, leave);
      } catch (error) {
        leave();
        throw error;
      }
    },
    changeTo(next, onLeft) {
      const old = current;
      current = connectionShelf(next);
      old.leave(onLeft);
    },
    close() {
      close();
      current.leave();
    },
  };
}
