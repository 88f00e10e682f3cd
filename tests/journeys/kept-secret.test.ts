import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { operation } from '../support/contract-operations.js';
import { startEventServer, type EventServer } from '../support/event-server/event-server.js';
import { dataFolder, runJalon, startHub } from '../support/hub-process.js';
import { startPostgres, type PostgresServer } from '../support/postgres-server.js';
import { selfSigned } from '../support/self-signed.js';

const { folder, remove } = dataFolder();
const certificate = selfSigned();
let events: EventServer;
let database: PostgresServer;
beforeAll(async () => {
  events = await startEventServer(1, { certificate, users: { hub: 'hunter2' } });
  database = await startPostgres();
});
afterAll(async () => {
  await events.dispose();
  remove();
});

/** The password, and the user with it as they travel to the event store. */
const secrets = ['hunter2', Buffer.from('hub:hunter2').toString('base64')];

it('a hub shows its passwords to nobody, whatever it loses', async () => {
  writeFileSync(join(folder, 'ca.pem'), certificate.cert);
  const url = new URL(database.url);
  url.password = 'hunter2';
  const settings = {
    ESDB_URL: `esdb://hub:hunter2@localhost:${events.ports[0]}?tlsCAFile=${join(folder, 'ca.pem')}`,
    DATABASE_URL: url.href,
    JALON_EVENT_LOG: 'esdb',
    JALON_READ_MODELS: 'postgres',
    JALON_ESDB_MS_MAX: '500ms',
    JALON_DATABASE_CONNECT_MS_MAX: '500ms',
    JALON_LOG_LEVEL: 'trace',
    // What the client library of the event store writes for those who look for its mistakes.
    DEBUG: 'esdb:*',
  };
  const place = { folder, settings };
  const order = ['token', '--role', 'administrator'] as const;
  const token = (await runJalon(place, ...order)).stdout.trim();
  const hub = await startHub(place);
  const shown: string[] = [];
  const look = async (): Promise<void> => {
    for (const path of ['readyz', 'metrics', 'healthz'])
      shown.push(await (await fetch(`${hub.url}/${path}`)).text());
    const input = { idempotencyKey: 'k', title: { en: 'A plan' }, bodies: ['3541024'] };
    for (const [name, variables] of [
      ['OpenPlan', { input }],
      ['Plans', { first: 5 }],
    ] as const) {
      const { status, body } = await hub.ask(operation(name), variables, { token });
      shown.push(`${status} ${JSON.stringify(body)}`);
    }
  };
  await look();
  await events.kill();
  await look();
  await database.stop();
  await look();
  await hub.stop();
  const all = `${hub.said()}\n${shown.join('\n')}`;
  expect(all).toContain('503 ');
  expect(all).toContain('ECONNREFUSED');
  expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
});
