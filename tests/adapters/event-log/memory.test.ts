import { openMemoryEventLog } from '../../../src/adapters/event-log/memory/open-memory-event-log.js';
import { eventLogContract } from './contract.js';

eventLogContract('in memory', async () => ({
  log: openMemoryEventLog(),
  dispose: async () => undefined,
}));
