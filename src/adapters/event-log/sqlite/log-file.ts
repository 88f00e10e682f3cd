import { DatabaseSync } from 'node:sqlite';
import { EventLogUnavailable } from '../../../domain/event-log.js';

/** 'Jaln': marks the file as an event log of this program. */
const applicationId = 0x4a616c6e;
const fileVersion = 1;

const schema = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_by_stream ON events (stream, revision);
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${fileVersion};
`;

/** Reads one pragma, `PRAGMA synchronous` for instance. */
export const pragma = (db: DatabaseSync, name: string): unknown =>
  Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];

// A reader that held on may have let the write-ahead log grow beyond: 64 MiB is kept of it.
const durably = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA wal_autocheckpoint = 0;
  PRAGMA journal_size_limit = 67108864;
`;

/** How long a connection waits for another one's lock. */
const lockTimeoutMs = 500;

/** What a failure of the file means: the log is unavailable. */
export function unavailable(error: unknown): EventLogUnavailable {
  if (error instanceof EventLogUnavailable) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const sentence = {
    en: `The event log failed: ${reason}.`,
    fr: `Le journal a échoué : ${reason}.`,
  };
  return new EventLogUnavailable(sentence, { cause: error });
}

/** Runs what touches the file; any failure of it means that the log is unavailable. */
export function orUnavailable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailable(error);
  }
}

function assertOurs(db: DatabaseSync, file: string): void {
  if (pragma(db, 'application_id') !== applicationId)
    throw new EventLogUnavailable({
      en: `${file} is not an event log.`,
      fr: `${file} n’est pas un journal d’événements.`,
    });
  if (pragma(db, 'user_version') !== fileVersion)
    throw new EventLogUnavailable({
      en: `${file} was written by another version of this program.`,
      fr: `${file} a été écrit par une autre version de ce programme.`,
    });
}

// Not the size: a crash may have left a file that is in WAL mode already but has no table yet.
const isEmpty = (db: DatabaseSync): boolean =>
  db.prepare('SELECT name FROM sqlite_schema').get() === undefined;

function connect(file: string, readOnly: boolean, prepare: (db: DatabaseSync) => void) {
  const db = openDatabase(file, readOnly);
  try {
    prepare(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function openDatabase(file: string, readOnly: boolean): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly, timeout: lockTimeoutMs });
  } catch (cause) {
    throw new EventLogUnavailable(
      { en: `${file} cannot be opened.`, fr: `${file} ne peut pas être ouvert.` },
      { cause },
    );
  }
}

/**
 * Opens the log's file for reading only.
 * @throws EventLogUnavailable when the file is missing or is no event log
 */
export const openForReading = (file: string): DatabaseSync =>
  connect(file, true, (db) => assertOurs(db, file));

/**
 * Opens the log's file for writing, making it when it is new. A commit is on the disk when it
 * returns: the write-ahead log is synchronised at every commit, which is read back here.
 * @throws EventLogUnavailable when the file is no event log or cannot be written durably
 */
export const openForWriting = (file: string): DatabaseSync =>
  connect(file, false, (db) => {
    const isNew = isEmpty(db);
    if (!isNew) assertOurs(db, file);
    db.exec(durably);
    if (pragma(db, 'journal_mode') !== 'wal' || pragma(db, 'synchronous') !== 2)
      throw new EventLogUnavailable({
        en: `${file} cannot be written durably.`,
        fr: `${file} ne peut pas être écrit durablement.`,
      });
    if (isNew) db.exec(`BEGIN IMMEDIATE; ${schema} COMMIT`);
    // A write-ahead log left by a crash may be read back from memory without being on the disk,
    // when synchronising it had failed: what follows must not stand on it.
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  });
