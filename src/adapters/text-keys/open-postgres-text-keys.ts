import { createHmac, randomBytes } from 'node:crypto';
import { v7 as newId } from 'uuid';
import { EventLogUnavailable } from '../../domain/event-log.js';
import type { TextKeys } from '../../domain/text-keys.js';
import { isDatabaseFailure } from '../postgres/database-failures.js';
import type { DatabaseOptions } from '../postgres/database-options.js';
import { lastingSession } from '../postgres/lasting-session.js';
import { migrate } from '../postgres/migrate.js';
import { openSession } from '../postgres/session.js';
import { grouped } from './grouped.js';
import { keyMirror } from './key-mirror.js';
import { keysChannel, keysMigrations } from './keys-migrations.js';
import { keyBytes, openText, sealText } from './sealing.js';
import { beginSecret, insertKeysSql, keysAsJson, secretIn } from './postgres-key-rows.js';
import type { StoredKey } from './writer-messages.js';

/** Keys that several nodes share. */
export type SharedTextKeys = TextKeys & {
  /**
   * Resolves once this node opens every text sealed, and none whose key was destroyed, before now
   * on any node.
   * @throws DatabaseUnavailable
   */
  fresh(): Promise<void>;
};

/** Where the keys are, and who is told of their end. */
export type PostgresTextKeysOptions = {
  readonly database: DatabaseOptions;
  /** True when no event was ever written: only then are new keys begun. */
  readonly isNew: boolean;
  /** Called when another node destroyed keys. */
  readonly onDestroyed?: () => void;
  /** Milliseconds between two looks for an announcement that was lost; default 500. */
  readonly pollMs?: number;
};

/** The database holds no keys, but the log holds texts. */
export class TextKeysMissing extends Error {
  override readonly name = 'TextKeysMissing';
}

const destroySql = `WITH moved AS (
    UPDATE jalon_keys.latest SET change = change + 1 WHERE EXISTS (
      SELECT FROM jalon_keys.text_keys WHERE id = ANY($1::text[]) AND key IS NOT NULL
    ) RETURNING change
  ), gone AS (
    UPDATE jalon_keys.text_keys AS stored SET key = NULL, change = moved.change FROM moved
    WHERE id = ANY($1::text[]) AND key IS NOT NULL RETURNING id
  ) SELECT pg_notify('${keysChannel}', '') FROM gone LIMIT 1`;

/** Makes the tables when they are new; the first node to come decides the hub's secret. */
async function prepare(database: DatabaseOptions, isNew: boolean): Promise<Uint8Array> {
  await using session = await openSession(database);
  await migrate(session, keysMigrations);
  if (isNew) await beginSecret(session, randomBytes(keyBytes));
  const secret = await secretIn(session);
  if (secret === undefined) throw new TextKeysMissing('the database holds no keys');
  return secret;
}

// No event can be recorded without the keys of its texts, so callers see one kind of failure.
const unavailable = (cause: unknown): unknown =>
  isDatabaseFailure(cause)
    ? new EventLogUnavailable(
        `The keys of free texts cannot be written: ${(cause as Error).message}`,
        { cause },
      )
    : cause;

/**
 * Keeps keys in a database that all nodes of a hub share. They are read from memory, which is
 * brought up to date by `fresh`, and at once when a key was destroyed anywhere.
 * @throws DatabaseUnavailable, TextKeysMissing
 */
export async function openPostgresTextKeys(
  options: PostgresTextKeysOptions,
): Promise<SharedTextKeys> {
  const { database, isNew, onDestroyed = () => undefined, pollMs = 500 } = options;
  const secret = await prepare(database, isNew);
  const mirror = keyMirror({ database, pollMs, onDestroyed });
  const { query, close } = lastingSession(database);
  const write = (sql: string, value: unknown): Promise<unknown> =>
    query(sql, [value]).catch((error: unknown) => Promise.reject(unavailable(error)));
  const insert = grouped<StoredKey>((keys) => write(insertKeysSql, keysAsJson(keys)));
  const closeAll = async (): Promise<void> => {
    await mirror.close();
    await close();
  };
  await mirror.fresh().catch(async (error: unknown) => {
    await closeAll();
    throw error;
  });
  return {
    async seal(texts) {
      const keys = texts.map(() => ({ id: newId(), key: randomBytes(keyBytes) }));
      await insert(keys);
      mirror.add(keys);
      return keys.map(({ id, key }, at) => sealText(texts[at] as (typeof texts)[number], id, key));
    },
    open: (texts) =>
      texts.map((text) => {
        const key = mirror.find(text.key);
        return key && openText(text, key);
      }),
    async destroy(ids) {
      if (ids.length > 0) await write(destroySql, ids);
      mirror.forget(ids);
    },
    hash: (text) => createHmac('sha256', secret).update(text).digest('hex'),
    fresh: mirror.fresh,
    close: closeAll,
  };
}
