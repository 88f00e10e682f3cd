import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { useWal } from '../use-wal.js';
import type { ImportStore, ImportStoreLimits } from './import-store.js';
import { turnsInProcess } from './turns-in-process.js';

const lockTimeoutMs = 5_000;

const schema = `
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BLOB NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS uploads_of ON uploads (organization);
  CREATE TABLE IF NOT EXISTS reports (
    ordinal INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    bytes BLOB NOT NULL
  ) STRICT;
`;

// A running total from the newest on: what stands beyond the limit is the oldest.
const makeRoom = `DELETE FROM reports WHERE ordinal IN (
  SELECT ordinal FROM (
    SELECT ordinal, sum(length(bytes)) OVER (ORDER BY ordinal DESC) AS total FROM reports
  ) WHERE total > ? AND ordinal < (SELECT max(ordinal) FROM reports)
)`;

/** Opens the file, readable by its owner only. */
function open(file: string): DatabaseSync {
  closeSync(openSync(file, 'a', 0o600));
  const db = new DatabaseSync(file, { timeout: lockTimeoutMs });
  useWal(db, lockTimeoutMs);
  db.exec(schema);
  return db;
}

type Uploads = Pick<ImportStore, 'keepUpload' | 'upload'>;
type Reports = Pick<ImportStore, 'keepReport' | 'report'>;

function keptUploads(
  db: DatabaseSync,
  { uploadsBytesMax, uploadMs }: ImportStoreLimits,
  nowMs: () => number,
): Uploads {
  const expire = db.prepare('DELETE FROM uploads WHERE expires_at <= ?');
  const waiting = db.prepare(
    'SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM uploads WHERE organization = ?',
  );
  const insert = db.prepare('INSERT INTO uploads VALUES (?, ?, ?, ?, ?)');
  const find = db.prepare(
    'SELECT name, bytes FROM uploads WHERE id = ? AND organization = ? AND expires_at > ?',
  );
  return {
    async keepUpload(organization, { name, bytes }) {
      expire.run(nowMs());
      const kept = waiting.get(organization)?.['bytes'] as number;
      if (kept + bytes.length > uploadsBytesMax) return undefined;
      const id = randomBytes(16).toString('hex');
      insert.run(id, organization, name, bytes, nowMs() + uploadMs);
      return id;
    },
    async upload(organization, id) {
      const row = find.get(id, organization, nowMs());
      return row && { name: row['name'] as string, chunks: [row['bytes'] as Uint8Array] };
    },
  };
}

function keptReports(db: DatabaseSync, { reportsBytesMax }: ImportStoreLimits): Reports {
  const insert = db.prepare('INSERT OR IGNORE INTO reports (hash, bytes) VALUES (?, ?)');
  const room = db.prepare(makeRoom);
  const find = db.prepare('SELECT bytes FROM reports WHERE hash = ?');
  return {
    async keepReport(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      insert.run(hash, bytes);
      room.run(reportsBytesMax);
      return hash;
    },
    report: async (hash) => find.get(hash)?.['bytes'] as Uint8Array | undefined,
  };
}

/**
 * Keeps uploads and reports in a file of their own. Losing it loses no record: the log has
 * what was imported, and the hash of every report.
 * @param nowMs milliseconds since 1970
 */
export function sqliteImportStore(
  file: string,
  limits: ImportStoreLimits,
  nowMs: () => number,
): ImportStore {
  const db = open(file);
  return {
    ...keptUploads(db, limits, nowMs),
    ...keptReports(db, limits),
    takeTurn: turnsInProcess(),
    async close() {
      if (db.isOpen) db.close();
    },
  };
}
