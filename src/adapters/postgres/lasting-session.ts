import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseUnavailable, isLost } from './database-failures.js';
import type { DatabaseOptions } from './database-options.js';
import { openSession, type Session } from './session.js';

/** A connection for short statements that outlives the sessions it is made of. */
export type LastingSession = {
  /**
   * Sends a statement that may be repeated: when its session is lost it is sent again in another.
   * @throws DatabaseUnavailable and what `pg` throws once trying again is of no use
   */
  readonly query: Session['query'];
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
  const query: Session['query'] = async (statement, values) => {
    for (let attempt = 1; ; attempt++) {
      if (isClosed) throw new DatabaseUnavailable('The connection is closed.');
      const session = (current ??= openSession(options));
      try {
        return await (await session).query(statement, values);
      } catch (error) {
        if (!isLost(error)) throw error;
        giveUp(session);
        if (attempt === attempts) throw error;
        await pause(options.retryMs);
      }
    }
  };
  return {
    query,
    async close() {
      isClosed = true;
      await dispose(current);
    },
  };
}
