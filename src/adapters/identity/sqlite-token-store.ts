import { openKeysForWriting } from '../text-keys/keys-file.js';
import type { TokenStore } from './embedded-identity.js';
import type { TokenRecord } from './token.js';

const schema = `
  CREATE TABLE IF NOT EXISTS tokens (
    id TEXT NOT NULL UNIQUE,
    hash BLOB NOT NULL UNIQUE,
    role TEXT NOT NULL,
    organizations TEXT NOT NULL,
    label TEXT,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT
  ) STRICT
`;

const columns = `id, role, organizations, label,
  created_at AS createdAt, expires_at AS expiresAt, revoked_at AS revokedAt`;

type TokenRow = Omit<TokenRecord, 'organizations'> & { readonly organizations: string };

const recordOf = (row: TokenRow): TokenRecord => ({
  ...row,
  organizations: JSON.parse(row.organizations) as readonly string[],
});

/** Keeps tokens beside the text keys, in the file that is never rebuilt. */
export function sqliteTokenStore(file: string): TokenStore {
  const db = openKeysForWriting(file);
  db.exec(schema);
  const insert = db.prepare('INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const find = db.prepare(`SELECT ${columns} FROM tokens WHERE hash = ?`);
  const list = db.prepare(`SELECT ${columns} FROM tokens ORDER BY rowid`);
  const revoke = db.prepare('UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL');
  return {
    async insert(hash, { id, role, organizations, label, createdAt, expiresAt, revokedAt }) {
      const codes = JSON.stringify(organizations);
      insert.run(id, hash, role, codes, label, createdAt, expiresAt, revokedAt);
    },
    async find(hash) {
      const row = find.get(hash) as TokenRow | undefined;
      return row && recordOf(row);
    },
    revoke: async (id, revokedAt) => revoke.run(revokedAt, id).changes === 1,
    list: async () => (list.all() as TokenRow[]).map(recordOf),
    async close() {
      if (db.isOpen) db.close();
    },
  };
}
