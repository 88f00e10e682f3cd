import { EventLogUnavailable, type EventLog } from '../../../domain/event-log.js';
import { appendRequest } from '../append-request.js';
import { readSide, type ReadSide } from '../read-side.js';
import { openLogReader } from './open-log-reader.js';
import type { WriterOptions } from './writer-messages.js';
import { startWriterThread } from './writer-thread.js';

/** Where the log is and how it is used. */
export type SqliteEventLogOptions = WriterOptions & {
  /** For a process beside the writing one: no append, and subscriptions poll. */
  readonly readOnly?: boolean;
};

/** Milliseconds between two looks at a file that another process writes. */
const pollMs = 50;

function readingLog(reads: ReadSide): EventLog {
  const polling = setInterval(reads.announce, pollMs);
  return {
    ...reads,
    async append() {
      throw new EventLogUnavailable('The event log is open for reading only.');
    },
    async close() {
      clearInterval(polling);
      reads.close();
    },
  };
}

async function writingLog(options: WriterOptions): Promise<EventLog> {
  let reads: ReadSide | undefined;
  const writer = await startWriterThread(options, () => reads?.announce());
  try {
    const opened = readSide(openLogReader(options.file));
    reads = opened;
    return {
      ...opened,
      append: async (...details) => writer.append(appendRequest(...details)),
      async close() {
        // The writer's connection is the last one then, and takes the write-ahead log with it.
        opened.close();
        await writer.close();
      },
    };
  } catch (error) {
    await writer.close();
    throw error;
  }
}

/**
 * Opens the log in a file of its own, written by one thread of one process.
 * @throws EventLogUnavailable when the file cannot be used, or another process writes it
 */
export async function openSqliteEventLog(options: SqliteEventLogOptions): Promise<EventLog> {
  const { readOnly = false, ...writer } = options;
  return readOnly ? readingLog(readSide(openLogReader(options.file))) : writingLog(writer);
}
