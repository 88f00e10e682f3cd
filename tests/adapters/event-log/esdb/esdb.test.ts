import { afterAll, beforeAll } from '@jest/globals';
import { startEventServer, type EventServer } from '../../../support/event-server/event-server.js';
import { eventLogContract } from '../contract.js';
import { temporaryEsdbLog } from './temporary-esdb-log.js';

const real = process.env['ESDB_URL'];
let server: EventServer | undefined;
beforeAll(async () => {
  if (real === undefined) server = await startEventServer();
});
afterAll(() => server?.dispose());

eventLogContract(real === undefined ? 'on EventStoreDB' : 'on a real EventStoreDB', async () => ({
  log: await temporaryEsdbLog(real ?? (server as EventServer).url),
  dispose: async () => undefined,
}));
