import { tryLock } from '../postgres/advisory-lock.js';
import type { DatabaseOptions } from '../postgres/database-options.js';
import { endWhenSilent } from '../postgres/end-when-silent.js';
import { openSession } from '../postgres/session.js';
import type { ImportStore } from './import-store.js';

/** A node that says nothing for so long is frozen or cut off: its turn ends. */
const silentSecondsUsual = 60;

/**
 * Turns to import where several nodes do it: each is a lock of a session of its own, which the
 * server frees when the node dies. A turn whose session is lost is not taken again: its import
 * goes on, and the log decides each command once, should another node begin.
 */
export const postgresTurns =
  (database: DatabaseOptions, silentSecondsMax = silentSecondsUsual): ImportStore['takeTurn'] =>
  async (organization) => {
    const session = await openSession(database);
    const turn = new AsyncDisposableStack();
    turn.use(session);
    try {
      turn.use(await endWhenSilent(session, silentSecondsMax));
      if (await tryLock(session, `import of ${organization}`)) return turn;
    } catch (error) {
      await turn.disposeAsync();
      throw error;
    }
    await turn.disposeAsync();
    return undefined;
  };
