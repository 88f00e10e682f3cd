import { memoryImportStore } from '../../../src/adapters/import-store/memory-import-store.js';
import { importStoreContract } from './contract.js';

importStoreContract('memory', async (limits, nowMs) => ({
  store: memoryImportStore(limits, nowMs),
  remove: async () => undefined,
}));
