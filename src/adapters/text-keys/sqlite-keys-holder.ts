import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { openKeysForReading, openKeysForWriting } from './keys-file.js';
import type { HeldKeys, KeysHolder } from './keys-holder.js';
import type { StoredKey } from './writer-messages.js';

function secretIn(db: DatabaseSync): Uint8Array | undefined {
  const row = db.prepare("SELECT secret FROM secrets WHERE name = 'hash'").get();
  return row?.['secret'] as Uint8Array | undefined;
}

function write(db: DatabaseSync, { secret, keys }: HeldKeys): boolean {
  db.exec('BEGIN IMMEDIATE');
  const held = secretIn(db);
  const isSame = held === undefined || Buffer.from(held).equals(secret);
  if (held === undefined) db.prepare('INSERT INTO secrets VALUES (?, ?)').run('hash', secret);
  const insert = db.prepare('INSERT OR IGNORE INTO text_keys VALUES (?, ?)');
  if (isSame) for (const { id, key } of keys) insert.run(id, key);
  db.exec('COMMIT');
  return isSame;
}

/** The keys in a file, beside a running server if there is one. */
export const sqliteKeysHolder = (file: string): KeysHolder => ({
  async read() {
    if (!existsSync(file)) return undefined;
    const db = openKeysForReading(file);
    try {
      const secret = secretIn(db);
      const keys = db.prepare('SELECT id, key FROM text_keys').all() as StoredKey[];
      return secret && { secret, keys };
    } finally {
      db.close();
    }
  },
  async write(held) {
    const db = openKeysForWriting(file);
    try {
      return write(db, held);
    } finally {
      db.close();
    }
  },
});
