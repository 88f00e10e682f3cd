import { openMemoryEventLog } from '../../../src/adapters/event-log/memory/open-memory-event-log.js';
import { openMemoryReadModels } from '../../../src/adapters/read-models/memory/open-memory-read-models.js';
import { readModelsContract } from './contract.js';

const open = async () => {
  const log = openMemoryEventLog();
  return { log, readModels: openMemoryReadModels({ log }) };
};

readModelsContract('memory', open, () => undefined);
