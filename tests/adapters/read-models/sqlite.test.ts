import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventLog } from '../../../src/adapters/event-log/sqlite/open-sqlite-event-log.js';
import { openSqliteReadModels } from '../../../src/adapters/read-models/sqlite/open-sqlite-read-models.js';
import { readModelsContract } from './contract.js';

let directory = '';

const open = async () => {
  directory = mkdtempSync(join(tmpdir(), 'jalon-views-'));
  const logFile = join(directory, 'log.db');
  const log = await openSqliteEventLog({ file: logFile });
  return { log, readModels: await openSqliteReadModels({ directory, logFile }) };
};

readModelsContract('sqlite', open, () => rmSync(directory, { recursive: true }));
