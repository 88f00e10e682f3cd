import { memoryImportStore } from '../../../src/adapters/import-store/memory-import-store.js';
import { importStoreContract } from './contract.js';

importStoreContract('memory', (limits, nowMs) => ({
  store: memoryImportStore(limits, nowMs),
  remove: () => undefined,
}));
