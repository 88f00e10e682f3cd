import { memoryTextKeys } from '../../../src/adapters/text-keys/memory-text-keys.js';
import { textKeysContract } from './contract.js';

textKeysContract('in memory', async () => ({ keys: memoryTextKeys(), remove: () => undefined }));
