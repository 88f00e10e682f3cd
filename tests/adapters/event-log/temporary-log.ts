import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog } from '../../../src/domain/event-log.js';
import {
  openSqliteEventLog,
  type SqliteEventLogOptions,
} from '../../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';

/** A folder of its own for a log, and what was opened in it. */
export type TemporaryLog = {
  readonly folder: string;
  readonly file: string;
  open(options?: Partial<SqliteEventLogOptions>): Promise<EventLog>;
  /** Closes every log and removes the folder. */
  dispose(): Promise<void>;
};

/** Makes the folder; the log comes with `open`. */
export function temporaryLog(): TemporaryLog {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-log-'));
  const file = join(folder, 'log.db');
  const opened: EventLog[] = [];
  return {
    folder,
    file,
    async open(options = {}) {
      const log = await openSqliteEventLog({ file, ...options });
      opened.push(log);
      return log;
    },
    async dispose() {
      for (const log of opened) await log.close();
      rmSync(folder, { recursive: true });
    },
  };
}
