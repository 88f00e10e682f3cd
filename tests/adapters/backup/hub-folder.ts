import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteEventLog } from '../../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import { sqliteImportStore } from '../../../src/adapters/import-store/sqlite-import-store.js';
import { openSqliteTextKeys } from '../../../src/adapters/text-keys/open-sqlite-text-keys.js';
import type { EventLog } from '../../../src/domain/event-log.js';
import type { SealedText } from '../../../src/domain/text.js';
import type { TextKeys } from '../../../src/domain/text-keys.js';
import { append, id, ontario, planOpened } from '../../support/events.js';

/** A hub's data directory with a log and keys that are open, as beside a running server. */
export type HubFolder = {
  readonly folder: string;
  readonly log: EventLog;
  readonly keys: TextKeys;
  /** Opens a plan with a title, and gives the title as it is stored. */
  plan(title: string): Promise<SealedText>;
  /** Records that a text was redacted and destroys its key. */
  redact(text: SealedText): Promise<void>;
  /** Changes a file as no program would. */
  damage(file: 'log.db' | 'keys.db', sql: string): void;
  close(): Promise<void>;
};

/** A folder of its own for each test. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'jalon-backup-'));

/** Opens what is in a folder, or makes it. */
export async function hubFolder(folder = newFolder()): Promise<HubFolder> {
  const log = await openSqliteEventLog({ file: join(folder, 'log.db'), maxWalPages: 1_000 });
  const keys = openSqliteTextKeys({ file: join(folder, 'keys.db') });
  sqliteImportStore(
    join(folder, 'imports.db'),
    { reportsBytesMax: 1_000, uploadsBytesMax: 1_000, uploadMs: 1_000 },
    Date.now,
  ).close();
  const seal = async (en: string): Promise<SealedText> => {
    const [sealed] = await keys.seal([{ kind: 'plain', language: 'en', en }]);
    return sealed as SealedText;
  };
  let plans = 0;
  return {
    folder,
    log,
    keys,
    async plan(text) {
      const title = await seal(text);
      const told = planOpened(id('plan', (plans += 1)), [ontario.hamilton]);
      await append(log, { ...told, data: { ...told.data, title } });
      return title;
    },
    async redact({ key }) {
      const reason = await seal('Named a person');
      await append(log, {
        stream: id('plan', 1),
        type: 'TextRedacted',
        data: { keys: [key], authority: 'FIPPA', reason },
      });
      await keys.destroy([key]);
    },
    damage(file, sql) {
      using db = new DatabaseSync(join(folder, file));
      db.exec(sql);
    },
    async close() {
      await log.close();
      await keys.close();
      rmSync(folder, { recursive: true });
    },
  };
}
