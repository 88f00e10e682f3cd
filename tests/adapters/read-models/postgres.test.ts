import { openMemoryEventLog } from '../../../src/adapters/event-log/memory/open-memory-event-log.js';
import { openPostgresReadModels } from '../../../src/adapters/read-models/postgres/open-postgres-read-models.js';
import type { DatabaseOptions } from '../../../src/adapters/postgres/database-options.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { readModelsContract } from './contract.js';

const databases = postgresDatabases();
let database: DatabaseOptions;

async function open() {
  database = await databases.create();
  const log = openMemoryEventLog();
  return { log, readModels: await openPostgresReadModels({ database, log }) };
}

readModelsContract('PostgreSQL', open, () => databases.drop(database));
