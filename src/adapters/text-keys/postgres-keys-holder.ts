import type { DatabaseOptions } from '../postgres/database-options.js';
import { migrate } from '../postgres/migrate.js';
import { openSession, type Session } from '../postgres/session.js';
import type { KeysHolder } from './keys-holder.js';
import { keysMigrations } from './keys-migrations.js';
import { beginSecret, insertKeysSql, keysAsJson, secretIn } from './postgres-key-rows.js';
import type { StoredKey } from './writer-messages.js';

/** Keys written in one statement. */
const pageMax = 10_000;

const allSql = `SELECT id, encode(key, 'base64') AS key FROM jalon_keys.text_keys
  WHERE key IS NOT NULL`;

async function keysIn({ query }: Session): Promise<readonly StoredKey[]> {
  const { rows } = await query(allSql);
  return rows.map(({ id, key }) => ({ id, key: Buffer.from(key as string, 'base64') }));
}

/** The keys in a database, beside running servers if there are any. */
export function postgresKeysHolder(database: DatabaseOptions): KeysHolder {
  const within = async <T>(task: (session: Session) => Promise<T>): Promise<T> => {
    await using session = await openSession(database);
    await migrate(session, keysMigrations);
    return await task(session);
  };
  return {
    read: () =>
      within(async (session) => {
        const secret = await secretIn(session);
        return secret && { secret, keys: await keysIn(session) };
      }),
    write: ({ secret, keys }) =>
      within(async (session) => {
        await beginSecret(session, secret);
        if (!Buffer.from(secret).equals((await secretIn(session)) as Uint8Array)) return false;
        for (let at = 0; at < keys.length; at += pageMax)
          await session.query(insertKeysSql, [keysAsJson(keys.slice(at, at + pageMax))]);
        return true;
      }),
  };
}
