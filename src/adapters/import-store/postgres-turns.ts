import { tryLock } from '../postgres/advisory-lock.js';
import type { DatabaseOptions } from '../postgres/database-options.js';
import { openSession } from '../postgres/session.js';
import type { ImportStore } from './import-store.js';

/** A node that says nothing for so long is frozen or cut off: its turn ends. */
const silentSecondsMax = 60;
const signOfLifeMs = 10_000;

const silence = `SET idle_session_timeout = '${silentSecondsMax}s';
  SET tcp_keepalives_idle = ${silentSecondsMax}; SET tcp_keepalives_interval = 1;
  SET tcp_keepalives_count = 5`;

/**
 * Turns to import where several nodes do it: each is a lock of a session of its own, which the
 * server frees when the node dies. A turn whose session is lost is not taken again: its import
 * goes on, and the log decides each command once, should another node begin.
 */
export const postgresTurns =
  (database: DatabaseOptions): ImportStore['takeTurn'] =>
  async (organization) => {
    const session = await openSession(database);
    const end = session[Symbol.asyncDispose];
    try {
      await session.query(silence);
      if (!(await tryLock(session, `import of ${organization}`))) {
        await end();
        return undefined;
      }
    } catch (error) {
      await end();
      throw error;
    }
    const alive = setInterval(() => session.query('SELECT 1').catch(() => undefined), signOfLifeMs);
    return {
      async [Symbol.asyncDispose]() {
        clearInterval(alive);
        await end();
      },
    };
  };
