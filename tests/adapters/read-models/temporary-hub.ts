import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventLog } from '../../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import {
  openSqliteReadModels,
  type SqliteReadModels,
  type SqliteReadModelsOptions,
} from '../../../src/adapters/read-models/sqlite/open-sqlite-read-models.js';
import type { EventLog } from '../../../src/domain/event-log.js';

/** A log in a folder of its own, and views beside it. */
export type TemporaryHub = {
  readonly directory: string;
  readonly logFile: string;
  readonly log: EventLog;
  /** Opens the views; they are closed with the hub. */
  open(options?: Partial<SqliteReadModelsOptions>): Promise<SqliteReadModels>;
  /** Names of the views files in the folder, without what SQLite keeps beside them. */
  viewsFiles(): readonly string[];
  close(): Promise<void>;
};

/** Opens an empty hub. */
export async function temporaryHub(): Promise<TemporaryHub> {
  const directory = mkdtempSync(join(tmpdir(), 'jalon-views-'));
  const logFile = join(directory, 'log.db');
  const log = await openSqliteEventLog({ file: logFile });
  const opened: SqliteReadModels[] = [];
  return {
    directory,
    logFile,
    log,
    async open(options = {}) {
      const readModels = await openSqliteReadModels({ directory, logFile, ...options });
      opened.push(readModels);
      return readModels;
    },
    viewsFiles: () => readdirSync(directory).filter((name) => /^views-.*\.db$/.test(name)),
    async close() {
      await Promise.all(opened.map((readModels) => readModels.close()));
      await log.close();
      rmSync(directory, { recursive: true });
    },
  };
}
