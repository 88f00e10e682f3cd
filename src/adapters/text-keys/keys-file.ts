import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { useWal } from '../use-wal.js';

/** 'Jalk': marks the file as the keys of this program. */
const applicationId = 0x4a616c6b;
const fileVersion = 1;

/** How long a connection waits for another process's lock. */
const lockTimeoutMs = 5_000;

const schema = `
  CREATE TABLE IF NOT EXISTS text_keys (
    id TEXT PRIMARY KEY,
    key BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS secrets (
    name TEXT PRIMARY KEY,
    secret BLOB NOT NULL
  ) STRICT;
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${fileVersion};
`;

const pragma = (db: DatabaseSync, name: string): unknown =>
  Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];

function assertOurs(db: DatabaseSync, file: string): void {
  // Looked at first: whoever makes the file just now commits its tables and marks as one.
  if (db.prepare('SELECT name FROM sqlite_schema').get() === undefined) return;
  const [id, version] = [pragma(db, 'application_id'), pragma(db, 'user_version')];
  if (id !== applicationId || version !== fileVersion)
    throw new Error(`${file} holds no text keys, or those of another version.`);
}

/**
 * Opens the file for writing, making it, readable by its owner only, when it is new. A commit
 * is on the disk when it returns, and what is deleted is overwritten in its page.
 * @throws Error when it is another kind of file or cannot be written durably
 */
export function openKeysForWriting(file: string): DatabaseSync {
  closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { timeout: lockTimeoutMs });
  try {
    assertOurs(db, file);
    useWal(db, lockTimeoutMs);
    db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
    const [mode, synchronous] = [pragma(db, 'journal_mode'), pragma(db, 'synchronous')];
    if (mode !== 'wal' || synchronous !== 2 || pragma(db, 'secure_delete') !== 1)
      throw new Error(`${file} cannot be written durably.`);
    db.exec(`BEGIN IMMEDIATE; ${schema} COMMIT`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens a file that exists already for reading only. */
export function openKeysForReading(file: string): DatabaseSync {
  return new DatabaseSync(file, { readOnly: true, timeout: lockTimeoutMs });
}

/**
 * Moves everything into the file proper and empties the write-ahead log, which may still hold
 * what was deleted.
 * @returns false when a reader held on for the whole time-out
 */
export const emptyWal = (db: DatabaseSync): boolean =>
  db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0;
