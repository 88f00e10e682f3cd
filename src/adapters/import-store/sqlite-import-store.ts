import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { useWal } from '../use-wal.js';
import {
  arrivalMs,
  graceMs,
  type Chunks,
  type ImportStore,
  type ImportStoreLimits,
} from './import-store.js';
import { inPieces } from './in-pieces.js';
import { turnsInProcess } from './turns-in-process.js';

const lockTimeoutMs = 5_000;

const schema = `
  PRAGMA synchronous = FULL;
  PRAGMA secure_delete = ON;
  -- What waited when files were kept whole has to be uploaded again.
  DROP TABLE IF EXISTS uploads;
  CREATE TABLE IF NOT EXISTS uploaded_files (
    id TEXT PRIMARY KEY,
    organization TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What it may have while it arrives, when nobody knows its id.
    length INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS uploaded_by ON uploaded_files (organization);
  CREATE TABLE IF NOT EXISTS uploaded_pieces (
    file TEXT NOT NULL REFERENCES uploaded_files ON DELETE CASCADE,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (file, part)
  ) STRICT;
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

/** Statements about uploads, prepared once. */
const uploadStatements = (db: DatabaseSync) => ({
  expire: db.prepare('DELETE FROM uploaded_files WHERE expires_at <= ?'),
  waiting: db.prepare(
    `SELECT coalesce(sum(length), 0) AS bytes FROM uploaded_files
     WHERE organization = ? AND expires_at > ?`,
  ),
  begin: db.prepare('INSERT INTO uploaded_files VALUES (?, ?, ?, ?, ?)'),
  piece: db.prepare('INSERT INTO uploaded_pieces VALUES (?, ?, ?)'),
  end: db.prepare('UPDATE uploaded_files SET length = ?, expires_at = ? WHERE id = ?'),
  remove: db.prepare('DELETE FROM uploaded_files WHERE id = ?'),
  find: db.prepare(
    `SELECT name FROM uploaded_files
     WHERE id = ? AND organization = ? AND expires_at > ?`,
  ),
  read: db.prepare('SELECT bytes FROM uploaded_pieces WHERE file = ? AND part = ?'),
});

/** Writes what arrives of a file, piece by piece. */
async function takeIn(
  { piece, end }: ReturnType<typeof uploadStatements>,
  id: string,
  chunks: Chunks,
  until: () => number,
): Promise<void> {
  let part = 0;
  let length = 0;
  for await (const bytes of inPieces(chunks)) {
    piece.run(id, part, bytes);
    part += 1;
    length += bytes.length;
  }
  end.run(length, until(), id);
}

function keptUploads(
  db: DatabaseSync,
  { uploadsBytesMax, uploadMs }: ImportStoreLimits,
  nowMs: () => number,
): Uploads {
  const statements = uploadStatements(db);
  const { expire, waiting, begin, remove, find, read } = statements;
  function* pieces(id: string): Generator<Uint8Array> {
    for (let part = 0; ; part++) {
      const bytes = read.get(id, part)?.['bytes'] as Uint8Array | undefined;
      if (bytes === undefined) return;
      yield bytes;
    }
  }
  return {
    async keepUpload(organization, { name, bytesMax, chunks }) {
      expire.run(nowMs() - graceMs);
      const kept = waiting.get(organization, nowMs())?.['bytes'] as number;
      if (kept + bytesMax > uploadsBytesMax) return undefined;
      const id = randomBytes(16).toString('hex');
      begin.run(id, organization, name, bytesMax, nowMs() + arrivalMs);
      try {
        await takeIn(statements, id, chunks, () => nowMs() + uploadMs);
        return id;
      } catch (error) {
        remove.run(id);
        throw error;
      }
    },
    async upload(organization, id) {
      const row = find.get(id, organization, nowMs());
      return row && { name: row['name'] as string, chunks: pieces(id) };
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
