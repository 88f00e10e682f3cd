import { eventLogContract } from './contract.js';
import { temporaryLog } from './temporary-log.js';

eventLogContract('on SQLite', async () => {
  const { open, dispose } = temporaryLog();
  return { log: await open(), dispose };
});
