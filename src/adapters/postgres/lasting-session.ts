import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseUnavailable, isLost, isRetriable, isSilence } from './database-failures.js';
import type { DatabaseOptions } from './database-options.js';
import { openSession, type Session } from './session.js';

/** A connection for short statements and transactions that outlives the sessions it is made of. */
export type LastingSession = {
  /**
   * Sends a statement that may be repeated: when its session is lost it is sent again in another,
   * unless it was lost because nobody answered for too long.
   * @throws DatabaseUnavailable and what `pg` throws once trying again is of no use
   */
  readonly query: Session['query'];
  /**
   * Runs a transaction that may be repeated, even after it was committed: when its session is lost,
   * or it met another one, it is run again.
   * @throws whatever the task throws, and what `query` does
   */
  readonly transaction: Session['transaction'];
  close(): Promise<void>;
};

const attempts = 3;

/** Connects when it is first needed. */
export function lastingSession(options: DatabaseOptions): LastingSession {
  let current: Promise<Session> | undefined;
  let isClosed = false;
  const dispose = (session: Promise<Session> | undefined): Promise<void> =>
    Promise.resolve(session).then(
      (opened) => opened?.[Symbol.asyncDispose]() as Promise<void>,
      () => undefined,
    );
  const giveUp = (session: Promise<Session>): void => {
    if (current !== session) return;
    current = undefined;
    void dispose(session);
  };
  const repeated = async <T>(task: (session: Session) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++) {
      if (isClosed) throw new DatabaseUnavailable('The connection is closed.');
      const session = (current ??= openSession(options));
      try {
        return await task(await session);
      } catch (error) {
        const isOver = isLost(error);
        if (isOver) giveUp(session);
        // Who waited in vain for an answer has waited long enough.
        const isAgain = (isOver && !isSilence(error)) || isRetriable(error);
        if (attempt === attempts || !isAgain) throw error;
        await pause(options.retryMs);
      }
    }
  };
  return {
    query: (statement, values) => repeated((session) => session.query(statement, values)),
    transaction: (task) => repeated((session) => session.transaction(task)),
    async close() {
      isClosed = true;
      await dispose(current);
    },
  };
}
