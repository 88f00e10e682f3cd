import { isDatabaseFailure } from '../postgres/database-failures.js';
import type { DatabaseOptions } from '../postgres/database-options.js';
import { lastingSession } from '../postgres/lasting-session.js';
import { migrate } from '../postgres/migrate.js';
import { openSession } from '../postgres/session.js';
import { keysMigrations } from '../text-keys/keys-migrations.js';
import type { TokenStore } from './embedded-identity.js';
import { IdentityUnavailable } from './identity.js';
import type { TokenRecord } from './token.js';

const columns = 'id, role, organizations, label, "createdAt", "expiresAt", "revokedAt"';
const insertSql = `INSERT INTO jalon_keys.tokens (hash, ${columns})
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`;
const findSql = `SELECT ${columns} FROM jalon_keys.tokens WHERE hash = $1`;
const listSql = `SELECT ${columns} FROM jalon_keys.tokens ORDER BY number`;
const standingSql = 'SELECT FROM jalon_keys.tokens WHERE id = $1 AND "revokedAt" IS NULL';
const revokeSql = `UPDATE jalon_keys.tokens SET "revokedAt" = $1
  WHERE id = $2 AND "revokedAt" IS NULL`;

type TokenRow = Omit<TokenRecord, 'organizations'> & { readonly organizations: string };

const recordOf = (row: TokenRow): TokenRecord => ({
  ...row,
  organizations: JSON.parse(row.organizations) as readonly string[],
});

const name = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

/**
 * Keeps tokens in the database that all nodes share, beside the text keys. Each request asks it,
 * so a token revoked at one node is gone at all.
 * @throws DatabaseUnavailable
 */
export async function openPostgresTokenStore(database: DatabaseOptions): Promise<TokenStore> {
  {
    await using session = await openSession(database);
    await migrate(session, keysMigrations);
  }
  const { query, close } = lastingSession(database);
  return {
    async insert(hash, { id, role, organizations, label, createdAt, expiresAt, revokedAt }) {
      const codes = JSON.stringify(organizations);
      const values = [id, role, codes, label, createdAt, expiresAt, revokedAt];
      await query(insertSql, [name(hash), ...values]);
    },
    async find(hash) {
      try {
        const { rows } = await query({ name: 'token', text: findSql }, [name(hash)]);
        return rows[0] && recordOf(rows[0] as TokenRow);
      } catch (cause) {
        if (!isDatabaseFailure(cause)) throw cause;
        throw new IdentityUnavailable('The tokens cannot be read.', { cause });
      }
    },
    async revoke(id, revokedAt) {
      const { rowCount } = await query(standingSql, [id]);
      // How many rows it changed says nothing once it was sent again.
      await query(revokeSql, [revokedAt, id]);
      return rowCount === 1;
    },
    list: async () => ((await query(listSql)).rows as TokenRow[]).map(recordOf),
    close,
  };
}
