import { DatabaseSync } from 'node:sqlite';
import { viewVersion } from '../../../projections/projections.js';

// A commit need not reach the disk: what a power cut takes away is folded again from the log.
const writing = `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
  PRAGMA cache_size = -65536;`;

/** Milliseconds a connection waits for another one's lock. */
const lockTimeoutMs = 5_000;

/** Opens a views file for the one connection that writes it. */
export function openForWriting(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: lockTimeoutMs });
  db.exec(writing);
  return db;
}

/** Opens a views file for reading. */
export const openForReading = (file: string): DatabaseSync =>
  new DatabaseSync(file, { readOnly: true, timeout: lockTimeoutMs });

/** True for a file that today's projections made; one left over from a crash is not. */
export function isUsable(file: string): boolean {
  try {
    using db = openForReading(file);
    const row = db.prepare('SELECT viewVersion FROM checkpoint').get();
    return row?.['viewVersion'] === viewVersion;
  } catch {
    return false;
  }
}
