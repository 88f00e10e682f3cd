import { rosterCache, type RosterCache } from '../snapshot/roster-cache.js';
import { openReading, type OpenReading } from './open-reading.js';

/** The reading connections to one file. */
export type ConnectionShelf = {
  /** What was read of the file and need not be read again. */
  readonly rosters: RosterCache;
  /** A connection that is idle, or else a new one. */
  take(): OpenReading;
  /** Takes back a connection in working order, or one that is not (undefined). */
  putBack(connection: OpenReading | undefined): void;
  /** Closes connections, the idle ones now and the others as they come back. */
  leave(onLeft?: () => void): void;
};

/** Builds a shelf for a file; connections open when they are first needed. */
export function connectionShelf(file: string): ConnectionShelf {
  const idle: OpenReading[] = [];
  let taken = 0;
  let leaving = false;
  let left: (() => void) | undefined;
  const closeIdle = (): void => {
    for (const connection of idle.splice(0)) connection.close();
    if (taken === 0) left?.();
  };
  return {
    rosters: rosterCache(),
    take() {
      const connection = idle.pop() ?? openReading(file);
      taken += 1;
      return connection;
    },
    putBack(connection) {
      taken -= 1;
      if (connection !== undefined) idle.push(connection);
      if (leaving) closeIdle();
    },
    leave(onLeft) {
      leaving = true;
      left = onLeft;
      closeIdle();
    },
  };
}
