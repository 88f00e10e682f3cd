import type { Session } from '../postgres/session.js';
import type { StoredKey } from './writer-messages.js';

type Query = Pick<Session, 'query'>;

/** Stores keys, given as `keysAsJson` writes them, under a change of their own. */
export const insertKeysSql = `WITH moved AS (
    UPDATE jalon_keys.latest SET change = change + 1 RETURNING change
  ) INSERT INTO jalon_keys.text_keys (id, key, change)
  SELECT given.id, decode(given.key, 'base64'), moved.change
  FROM moved, json_to_recordset($1) AS given(id text, key text) ON CONFLICT DO NOTHING`;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Keys as the statement takes them. */
export const keysAsJson = (keys: readonly StoredKey[]): string =>
  JSON.stringify(keys.map(({ id, key }) => ({ id, key: base64(key) })));

/** The hub's secret; undefined while there is none. */
export async function secretIn({ query }: Query): Promise<Uint8Array | undefined> {
  const { rows } = await query(
    `SELECT encode(secret, 'base64') AS secret FROM jalon_keys.secrets WHERE name = 'hash'`,
  );
  return rows[0] && Buffer.from(rows[0].secret as string, 'base64');
}

/** Gives the hub its secret, unless it has one. */
export async function beginSecret({ query }: Query, secret: Uint8Array): Promise<void> {
  const sql = `INSERT INTO jalon_keys.secrets VALUES ('hash', decode($1, 'base64'))
    ON CONFLICT DO NOTHING`;
  await query(sql, [base64(secret)]);
}
