import { EventLogUnavailable, type ReadStreamOptions } from '../../../domain/event-log.js';
import type { LogReader } from '../log-reader.js';
import { storedEvent, type StoredRow } from '../stored-row.js';

function* select(
  rows: readonly StoredRow[],
  { from, direction = 'forwards', limit = Infinity, toPosition = Infinity }: ReadStreamOptions,
): Generator<StoredRow> {
  const backwards = direction === 'backwards';
  const last = rows.length - 1;
  let at = backwards ? Math.min(from ?? last, last) : Math.max(from ?? 0, 0);
  for (let left = limit; left > 0; at += backwards ? -1 : 1) {
    const row = rows[at];
    if (row === undefined) return;
    if (row.position > toPosition) continue;
    left -= 1;
    yield row;
  }
}

/**
 * Reads the rows of a log kept in memory.
 * @param all every row, at the index position − 1
 * @param streams the same rows by stream, at the index of their revision
 */
export function memoryReader(
  all: readonly StoredRow[],
  streams: ReadonlyMap<string, readonly StoredRow[]>,
): LogReader {
  let closed = false;
  const whileOpen = <T>(value: T): T => {
    if (closed) throw new EventLogUnavailable('The event log is closed.');
    return value;
  };
  const read = (rows: readonly StoredRow[], options: ReadStreamOptions) =>
    Array.from(select(whileOpen(rows), options), storedEvent);
  return {
    readAll: (from, limit, direction = 'forwards') =>
      read(all, { from: from - 1, limit, direction }),
    readStream: (stream, options = {}) => read(streams.get(stream) ?? [], options),
    head: () => whileOpen(all).length,
    close() {
      closed = true;
    },
  };
}
