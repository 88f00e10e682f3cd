import { alarm, type Alarm } from '../postgres/alarm.js';
import { DatabaseUnavailable } from '../postgres/database-failures.js';
import type { DatabaseOptions } from '../postgres/database-options.js';
import { keepSession } from '../postgres/keep-session.js';
import type { Session } from '../postgres/session.js';
import { keysChannel } from './keys-migrations.js';
import type { StoredKey } from './writer-messages.js';

/** The keys of a database as one node holds them: 32 bytes and an id for each text. */
export type KeyMirror = {
  find(id: string): Uint8Array | undefined;
  /**
   * Resolves once it holds every key that was written, and none that was destroyed, before now.
   * @throws DatabaseUnavailable when the database does not answer in time
   */
  fresh(): Promise<void>;
  add(keys: readonly StoredKey[]): void;
  forget(ids: readonly string[]): void;
  close(): Promise<void>;
};

/** How it follows. */
export type MirrorOptions = {
  readonly database: DatabaseOptions;
  /** Milliseconds between two looks when nobody asks. */
  readonly pollMs: number;
  /** Called after other nodes destroyed keys. */
  readonly onDestroyed: () => void;
};

const pageMax = 20_000;
const changesSql = `SELECT id, encode(key, 'base64') AS key, change FROM jalon_keys.text_keys
  WHERE (change, id) > ($1, $2) ORDER BY change, id LIMIT ${pageMax}`;

type Row = { readonly id: string; readonly key: string | null; readonly change: number };

function heldKeys() {
  const keys = new Map<string, Uint8Array>();
  // A key that was destroyed never comes back, in whichever order answers arrive.
  const destroyed = new Set<string>();
  const add = (id: string, key: Uint8Array): void => {
    if (!destroyed.has(id)) keys.set(id, key);
  };
  const forget = (id: string): boolean => {
    destroyed.add(id);
    return keys.delete(id);
  };
  return { keys, add, forget };
}

/** Reads what changed since it last read, all of it. */
function changesReader({ add, forget }: ReturnType<typeof heldKeys>, onDestroyed: () => void) {
  let last: Pick<Row, 'change' | 'id'> = { change: 0, id: '' };
  return async ({ query }: Session): Promise<void> => {
    for (let isMore = true; isMore;) {
      const { rows } = await query(changesSql, [last.change, last.id]);
      let hasForgotten = false;
      for (const { id, key } of rows as Row[])
        if (key !== null) add(id, Buffer.from(key, 'base64'));
        else if (forget(id)) hasForgotten = true;
      last = (rows.at(-1) as Row | undefined) ?? last;
      if (hasForgotten) onDestroyed();
      isMore = rows.length === pageMax;
    }
  };
}

/** Looks for changes in sessions that come and go; whoever asks gets a look begun after that. */
function looking(read: (session: Session) => Promise<void>, bell: Alarm) {
  const waiting: PromiseWithResolvers<void>[] = [];
  const look = async (session: Session): Promise<void> => {
    // Whoever asks from here on may ask for what this look does not show.
    const due = waiting.splice(0);
    try {
      await read(session);
    } catch (error) {
      waiting.push(...due);
      throw error;
    }
    for (const { resolve } of due) resolve();
  };
  return {
    async follow(session: Session, signal: AbortSignal): Promise<void> {
      session.onNotification(bell.ring);
      signal.addEventListener('abort', bell.ring, { once: true });
      await session.query(`LISTEN ${keysChannel}`);
      while (!signal.aborted) {
        await look(session);
        if (waiting.length === 0) await bell.wait();
      }
    },
    async next(msMax: number): Promise<void> {
      const mine = Promise.withResolvers<void>();
      const late = new DatabaseUnavailable('The keys of free texts were not read in time.');
      const timer = setTimeout(() => mine.reject(late), msMax);
      waiting.push(mine);
      bell.ring();
      await mine.promise.finally(() => clearTimeout(timer));
    },
  };
}

/** Follows the changes of the keys in a session that is kept up. */
export function keyMirror({ database, pollMs, onDestroyed }: MirrorOptions): KeyMirror {
  const held = heldKeys();
  const closing = new AbortController();
  const bell = alarm(pollMs, closing.signal);
  const { follow, next } = looking(changesReader(held, onDestroyed), bell);
  const following = keepSession(database, closing.signal, follow, () => 'again');
  return {
    find: (id) => held.keys.get(id),
    fresh: () => next(database.connectMsMax + database.retryMs),
    add: (more) => more.forEach(({ id, key }) => held.add(id, key)),
    forget: (ids) => ids.forEach(held.forget),
    async close() {
      closing.abort();
      await following;
    },
  };
}
