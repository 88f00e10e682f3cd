import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { StoredEvent } from '../../../domain/event.js';
import { EventLogUnavailable, type Direction } from '../../../domain/event-log.js';
import type { LogReader } from '../log-reader.js';
import { storedEvent } from '../stored-row.js';
import { openForReading, orUnavailable } from './log-file.js';

const columns = 'position, stream, revision, id, type, schema_version, data, metadata';
type Columns = [number, string, number, string, string, number, string, string];

// Rows come as arrays, which SQLite's binding makes half as fast again as objects.
const parsed = ([position, stream, revision, id, type, schemaVersion, data, metadata]: Columns) =>
  storedEvent({ position, stream, revision, id, type, schemaVersion, data, metadata });

const everything = Number.MAX_SAFE_INTEGER;

// `+position` keeps the planner on the index of the stream.
const inStream = `SELECT ${columns} FROM events WHERE stream = ? AND +position <= ?`;
const inAll = `SELECT ${columns} FROM events WHERE`;

const queries = {
  all: {
    forwards: `${inAll} position >= ? ORDER BY position LIMIT ?`,
    backwards: `${inAll} position <= ? ORDER BY position DESC LIMIT ?`,
  },
  stream: {
    forwards: `${inStream} AND revision >= ? ORDER BY revision LIMIT ?`,
    backwards: `${inStream} AND revision <= ? ORDER BY revision DESC LIMIT ?`,
  },
} as const;

/**
 * Opens a connection that only reads, for the thread that calls: the server's, a projector's,
 * or another process. It sees what is committed, which is what is on the disk.
 * @throws EventLogUnavailable when the file is missing or is no event log
 */
export function openLogReader(file: string): LogReader {
  const db = orUnavailable(() => openForReading(file));
  const select = (sql: string): StatementSync => {
    const statement = db.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  };
  const prepare = (by: Record<Direction, string>) => ({
    forwards: select(by.forwards),
    backwards: select(by.backwards),
  });
  const all = prepare(queries.all);
  const stream = prepare(queries.stream);
  const head = db.prepare('SELECT max(position) AS head FROM events');

  const whileOpen = <T>(read: () => T): T => {
    if (!db.isOpen) throw new EventLogUnavailable('The event log is closed.');
    return orUnavailable(read);
  };
  const rows = (statement: StatementSync, ...parameters: SQLInputValue[]): StoredEvent[] =>
    whileOpen(() => (statement.all(...parameters) as unknown as Columns[]).map(parsed));

  return {
    readAll: (from, limit, direction = 'forwards') => rows(all[direction], from, limit),
    readStream(name, options = {}) {
      const { direction = 'forwards', toPosition = everything, limit = everything } = options;
      const from = options.from ?? (direction === 'forwards' ? 0 : everything);
      return rows(stream[direction], name, toPosition, from, Math.min(limit, everything));
    },
    head: () => whileOpen(() => (head.get()?.['head'] as number | null) ?? 0),
    close() {
      if (db.isOpen) db.close();
    },
  };
}
