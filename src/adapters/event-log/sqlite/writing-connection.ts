import { noStream } from '../../../domain/event-log.js';
import type { FindEvent } from '../standing-answer.js';
import type { StoredRow } from '../stored-row.js';
import { openForWriting, pragma } from './log-file.js';

/** Everything the writer does to the file; any of it may throw when the disk fails. */
export type WritingConnection = {
  /** Position of the last event in the file when the connection was opened. */
  readonly head: number;
  begin(): void;
  /** Returns when everything since `begin` is on the disk. */
  commit(): void;
  lastRevision(stream: string): number;
  find(stream: string): FindEvent;
  insert(row: StoredRow): void;
  /** Length of the write-ahead log, in pages. */
  walPages(): number;
  /** Moves what it can of the write-ahead log into the database, waiting for no reader. */
  checkpoint(): void;
  /**
   * Moves all of it, waiting for readers, so that the next commit starts it afresh.
   * @returns false when a reader held on to a part of it for too long
   */
  emptyWal(): boolean;
  close(): void;
};

/**
 * Opens the connection of the one writer and recovers the head from the file.
 * @param maxPages pages of 4 KiB the database may have; writing beyond fails
 */
export function openWritingConnection(file: string, maxPages?: number): WritingConnection {
  const db = openForWriting(file);
  if (maxPages !== undefined) pragma(db, `max_page_count = ${maxPages}`);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const last = db.prepare('SELECT max(revision) AS revision FROM events WHERE stream = ?');
  const find = db.prepare('SELECT id, position FROM events WHERE stream = ? AND revision = ?');
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const walState = db.prepare('PRAGMA wal_checkpoint(NOOP)');
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  const restart = db.prepare('PRAGMA wal_checkpoint(RESTART)');
  const head = db.prepare('SELECT max(position) AS head FROM events').get()?.['head'];
  return {
    head: (head as number | null) ?? 0,
    begin: () => begin.run(),
    commit: () => commit.run(),
    lastRevision: (stream) => (last.get(stream)?.['revision'] as number | null) ?? noStream,
    find: (stream) => (revision) => find.get(stream, revision) as ReturnType<FindEvent>,
    insert: ({ position, stream, revision, id, type, schemaVersion, data, metadata }) =>
      insert.run(position, stream, revision, id, type, schemaVersion, data, metadata),
    walPages: () => walState.get()?.['log'] as number,
    checkpoint: () => checkpoint.get(),
    emptyWal: () => restart.get()?.['busy'] === 0,
    close: () => db.close(),
  };
}
