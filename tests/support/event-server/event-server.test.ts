import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { startEventServer, type EventServer } from './event-server.js';

let server: EventServer;
beforeAll(async () => {
  server = await startEventServer();
});
afterAll(() => server.dispose());

test('x', async () => {
  const c = EventStoreDBClient.connectionString(server.url);
  const r = await c.appendToStream('plan-1', jsonEvent({ type: 'T', data: { a: 1 } }), {
    expectedRevision: NO_STREAM,
  });
  expect(r).toEqual(1);
});
