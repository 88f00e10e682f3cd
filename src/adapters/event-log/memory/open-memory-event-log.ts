import { EventLogUnavailable, noStream, type EventLog } from '../../../domain/event-log.js';
import { appendRequest, type AppendRequest } from '../append-request.js';
import { readSide } from '../read-side.js';
import { standingAnswer } from '../standing-answer.js';
import type { StoredRow } from '../stored-row.js';
import { memoryReader } from './memory-reader.js';

/** Opens an empty log that lives as long as the process; for tests and trials. */
export function openMemoryEventLog(): EventLog {
  const rows: StoredRow[] = [];
  const streams = new Map<string, StoredRow[]>();
  const { announce, close, ...reads } = readSide(memoryReader(rows, streams));
  let closed = false;

  const write = ({ stream, events }: AppendRequest, revisions: StoredRow[]): void => {
    for (const event of events) {
      const row = { ...event, stream, revision: revisions.length, position: rows.length + 1 };
      rows.push(row);
      revisions.push(row);
    }
    streams.set(stream, revisions);
  };

  return {
    ...reads,
    async append(stream, expectedRevision, events) {
      const request = appendRequest(stream, expectedRevision, events);
      if (closed) throw new EventLogUnavailable('The event log is closed.');
      const revisions = streams.get(stream) ?? [];
      const actual = revisions.at(-1)?.revision ?? noStream;
      const standing = standingAnswer(request, actual, (revision) => revisions[revision]);
      if (standing !== undefined) return standing;
      write(request, revisions);
      announce();
      const { revision, position } = rows.at(-1) as StoredRow;
      return { outcome: 'appended', revision, position, replayed: false };
    },
    async close() {
      closed = true;
      close();
    },
  };
}
