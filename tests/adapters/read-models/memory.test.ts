import { openMemoryEventLog } from '../../../src/adapters/event-log/memory/open-memory-event-log.js';
import { openMemoryReadModels } from '../../../src/adapters/read-models/memory/open-memory-read-models.js';
import { readModelsContract } from './contract.js';

async function open() {
  const log = openMemoryEventLog();
  return { log, readModels: openMemoryReadModels({ log }) };
}

readModelsContract('memory', open, async () => undefined);
