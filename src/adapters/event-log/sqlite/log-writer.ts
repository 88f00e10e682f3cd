import type { AppendResult } from '../../../domain/event-log.js';
import type { AppendRequest } from '../append-request.js';
import { standingAnswer } from '../standing-answer.js';
import { renewable } from './renewable.js';
import type { WritingConnection } from './writing-connection.js';

/** What the writing thread does with the file. */
export type LogWriter = {
  /**
   * Writes a group of appends in one transaction, each judged on the stream as the ones before
   * it leave it; a conflict writes nothing of its own append.
   * @throws EventLogUnavailable when it is not known that the group was stored
   */
  write(group: readonly AppendRequest[]): readonly AppendResult[];
  /** Keeps the write-ahead log short; `idle` says that no append waits. Never throws. */
  tidy(idle: boolean): void;
  close(): void;
};

/** 32 MiB. */
const defaultMaxWalPages = 8_192;

/** The connection in use, with the position of the last event committed through it. */
type Open = { readonly connection: WritingConnection; head: number; close(): void };

function append(connection: WritingConnection, request: AppendRequest, head: number): AppendResult {
  const { stream, events, expectedRevision } = request;
  const actualRevision = connection.lastRevision(stream);
  const standing = standingAnswer(request, actualRevision, connection.find(stream));
  if (standing !== undefined) return standing;
  let revision = expectedRevision;
  let position = head;
  for (const event of events)
    connection.insert({ ...event, stream, revision: ++revision, position: ++position });
  return { outcome: 'appended', revision, position, replayed: false };
}

function writeGroup(open: Open, group: readonly AppendRequest[]): readonly AppendResult[] {
  const { connection } = open;
  let head = open.head;
  connection.begin();
  const results = group.map((request) => {
    const result = append(connection, request, head);
    if (result.outcome === 'appended' && !result.replayed) head = result.position;
    return result;
  });
  connection.commit();
  open.head = head;
  return results;
}

/**
 * Builds the writer over connections to one file. After a failure the next group opens another
 * connection and recovers the head from the file, so a group that failed leaves no gap.
 * @param maxWalPages length of the write-ahead log at which appends wait until it is emptied
 */
export function logWriter(
  connect: () => WritingConnection,
  maxWalPages = defaultMaxWalPages,
): LogWriter {
  let walLimit = maxWalPages;
  const file = renewable((): Open => {
    const connection = connect();
    return { connection, head: connection.head, close: () => connection.close() };
  });
  const boundWal = ({ connection }: Open): void => {
    const pages = connection.walPages();
    if (pages < walLimit) return;
    // A reader that holds on is not waited for again before the log has grown as much once more.
    walLimit = connection.emptyWal() ? maxWalPages : pages + maxWalPages;
  };
  return {
    write: (group) => file.use((open) => writeGroup(open, group)),
    tidy(idle) {
      try {
        file.use((open) => (idle ? open.connection.checkpoint() : boundWal(open)));
      } catch {
        // It concerns no append: everything answered is on the disk, and the next use reconnects.
      }
    },
    close: () => file.close(),
  };
}
