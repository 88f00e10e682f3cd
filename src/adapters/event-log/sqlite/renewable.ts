import { orUnavailable } from './log-file.js';

/** One connection at a time, given up at its first failure and replaced at the next use. */
export type Renewable<Connection> = {
  /** @throws EventLogUnavailable for anything that fails in the work or in connecting */
  use<T>(work: (connection: Connection) => T): T;
  close(): void;
};

/**
 * Connects at once and after every failure. Nothing is tried again on a connection that failed:
 * a synchronisation that failed once may succeed the second time without its bytes being on the
 * disk, so what was written is learned from the file.
 */
export function renewable<Connection extends { close(): void }>(
  connect: () => Connection,
): Renewable<Connection> {
  let current: Connection | undefined = connect();
  const abandon = (): void => {
    const failed = current;
    current = undefined;
    try {
      failed?.close();
    } catch {
      // What matters is that it is not used again.
    }
  };
  return {
    use(work) {
      try {
        return orUnavailable(() => work((current ??= connect())));
      } catch (error) {
        abandon();
        throw error;
      }
    },
    close: () => current?.close(),
  };
}
