import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { useWal } from '../use-wal.js';
import type { MailLedger, WaitingNotice } from './mail-ledger.js';

const lockTimeoutMs = 5_000;

const schema = `
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS checkpoint (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    position INTEGER NOT NULL,
    digest_day TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS notices (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    organization TEXT NOT NULL,
    day TEXT NOT NULL,
    person TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'WAITING',
    at TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX IF NOT EXISTS notices_at ON notices (state, at);
`;

/** Opens the file, readable by its owner only. */
function open(file: string): DatabaseSync {
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { timeout: lockTimeoutMs });
  useWal(db, lockTimeoutMs);
  db.exec(schema);
  return db;
}

/** Runs a task in a transaction. */
function transaction(db: DatabaseSync, task: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    task();
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Keeps what the mail must not forget in a file of its own.
 * @param file ":memory:" for one that is forgotten with the process
 */
export function sqliteMailLedger(file: string): MailLedger {
  const db = open(file);
  const first = db.prepare("INSERT OR IGNORE INTO checkpoint VALUES (1, ?, '')");
  const read = db.prepare('SELECT position, digest_day AS "digestDay" FROM checkpoint');
  const move = db.prepare(
    'UPDATE checkpoint SET position = coalesce(?, position), digest_day = coalesce(?, digest_day)',
  );
  const insert = db.prepare(
    `INSERT OR IGNORE INTO notices (id, position, organization, day, person)
     VALUES (?, ?, ?, ?, ?)`,
  );
  const due = db.prepare(
    `SELECT id, position, organization, day, person, attempts FROM notices
     WHERE state = 'WAITING' AND at <= ? ORDER BY ordinal LIMIT ?`,
  );
  const settle = db.prepare('UPDATE notices SET state = ?, at = ? WHERE id = ?');
  const retry = db.prepare('UPDATE notices SET attempts = ?, at = ? WHERE id = ?');
  const forget = db.prepare("DELETE FROM notices WHERE state <> 'WAITING' AND at < ?");
  return {
    async begin(position) {
      first.run(position);
      return read.get() as { position: number; digestDay: string };
    },
    async queue(notices, { position, digestDay }) {
      transaction(db, () => {
        for (const { id, person, organization, day, ...notice } of notices)
          insert.run(id, notice.position, organization, day, person);
        move.run(position ?? null, digestDay ?? null);
      });
    },
    waiting: async (now, limit) => due.all(now, limit) as unknown as readonly WaitingNotice[],
    settle: async (id, state, at) => void settle.run(state, at, id),
    retry: async (id, attempts, at) => void retry.run(attempts, at, id),
    forget: async (before) => void forget.run(before),
    async close() {
      if (db.isOpen) db.close();
    },
  };
}
