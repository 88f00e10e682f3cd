import { upcast } from '../../domain/catalogue.js';
import type { EventLog } from '../../domain/event-log.js';
import { foldEvents, type AnyFold } from '../../domain/fold.js';
import { person, type PersonState } from '../../domain/person/state.js';

/**
 * Reads a person's roles from the log itself. A view may lag, and a role that was revoked must
 * be gone at the next request of every node.
 */
export const readPersonFrom =
  (log: Pick<EventLog, 'readStream'>) =>
  async (id: string): Promise<PersonState> =>
    foldEvents(person.fold as AnyFold<PersonState>, (await log.readStream(id)).map(upcast));
