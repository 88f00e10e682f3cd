import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEventServer, type EventServer } from '../support/event-server/event-server.js';
import { freePort } from '../support/free-port.js';
import { dataFolder, runJalon } from '../support/hub-process.js';
import { selfSigned } from '../support/self-signed.js';

const certificate = selfSigned();
const files = mkdtempSync(join(tmpdir(), 'jalon-no-start-'));
const trusted = join(files, 'ca.pem');
const { folder, remove } = dataFolder();

/** A server that takes connections; what it makes of what it is sent is for a test to say. */
async function listening(answer: (bytes: Buffer) => Buffer | undefined): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      const said = answer(bytes);
      if (said !== undefined) socket.write(said);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** PostgreSQL as it refuses whoever connects: an ErrorResponse of its protocol. */
function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0M${message}\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from('E'), length, fields]);
}

let nobody: number;
let mute: Server;
let encrypted: EventServer;
let plain: EventServer;
let old: EventServer;
let unknownUser: Server;
let unknownDatabase: Server;
beforeAll(async () => {
  writeFileSync(trusted, certificate.cert);
  nobody = await freePort();
  mute = await listening(() => undefined);
  unknownUser = await listening(() => refusal('28P01', 'password authentication failed'));
  unknownDatabase = await listening(() => refusal('3D000', 'database "jalon" does not exist'));
  encrypted = await startEventServer(1, { certificate, users: { hub: 'right' } });
  plain = await startEventServer();
  old = await startEventServer(1, { version: '22.10.2' });
});
afterAll(async () => {
  for (const server of [encrypted, plain, old]) await server.dispose();
  for (const server of [mute, unknownUser, unknownDatabase]) server.close();
  rmSync(files, { recursive: true });
  remove();
});

type Place = () => string;
type Case = readonly [string, Place, 'en' | 'fr', RegExp];

const host = 'localhost';
const at = (server: EventServer): string => `${host}:${server.ports[0]}`;
const asUser = 'esdb://hub:hunter2@';

const eventStores: readonly Case[] = [
  [
    'nobody listens at',
    () => `${asUser}${host}:${nobody}`,
    'en',
    /^EventStoreDB at localhost:\d+ did not .* 1000 ms \(connect ECONNREFUSED .*\)\. Check hosts/,
  ],
  [
    'nobody listens at, in French',
    () => `${asUser}${host}:${nobody}`,
    'fr',
    /^EventStoreDB à localhost:\d+ n’a .* 1000 ms \(connect ECONNREFUSED .*\)\. Vérifiez hôtes/,
  ],
  [
    'has no address',
    () => `${asUser}no.such.host.invalid`,
    'fr',
    /^EventStoreDB à no\.such\.host\.invalid:2113 .*Vérifiez les noms des hôtes/,
  ],
  [
    'says nothing',
    () => `${asUser}${host}:${portOf(mute)}`,
    'en',
    /^EventStoreDB at localhost:\d+ did not answer within 1000 ms\. Check hosts/,
  ],
  [
    'is a cluster of which no member says anything',
    () => `esdb://127.0.0.1:${portOf(mute)},127.0.0.1:${nobody}?tls=false`,
    'fr',
    /^EventStoreDB à 127\.0\.0\.1:\d+, 127\.0\.0\.1:\d+ n’a pas répondu en 1000 ms/,
  ],
  [
    'shows a certificate that nobody trusts',
    () => `${asUser}${at(encrypted)}`,
    'en',
    /\(self-signed certificate.*\)\. Check tls and tlsCAFile/,
  ],
  [
    'does not encrypt, though it should',
    () => `${asUser}${at(plain)}`,
    'fr',
    /SSL.*\. Vérifiez tls et tlsCAFile/,
  ],
  [
    'encrypts, though it should not',
    () => `esdb://${at(encrypted)}?tls=false`,
    'en',
    /Check tls and tlsCAFile/,
  ],
  [
    'does not know the password',
    () => `${asUser}${at(encrypted)}?tlsCAFile=${trusted}`,
    'fr',
    /^EventStoreDB à localhost:\d+ refuse \(16 UNAUTHENTICATED.*Vérifiez l’utilisateur/,
  ],
  [
    'serves nobody without a user',
    () => `esdb://${at(encrypted)}?tlsCAFile=${trusted}`,
    'en',
    /^EventStoreDB at localhost:\d+ refuses \(7 PERMISSION_DENIED.*Check the user and the password/,
  ],
  [
    'is too old',
    () => `esdb://${at(old)}?tls=false`,
    'fr',
    /^EventStoreDB à localhost:\d+ est en version 22\.10\.2; il faut 23\.10 ou plus récent\.$/,
  ],
];

const user = 'postgres://hub:hunter2@';

const databases: readonly Case[] = [
  [
    'nobody listens at',
    () => `${user}127.0.0.1:${nobody}/jalon`,
    'fr',
    /^postgres:\/\/hub@127\.0\.0\.1:\d+\/jalon ne peut pas être .*Vérifiez l’hôte et le port/,
  ],
  [
    'has no address',
    () => `${user}no.such.host.invalid/jalon`,
    'en',
    /^postgres:\/\/hub@no\.such\.host\.invalid\/jalon cannot be used .*Check the name of the host/,
  ],
  [
    'says nothing',
    () => `${user}127.0.0.1:${portOf(mute)}/jalon`,
    'en',
    /\(timeout expired\)\. Check/,
  ],
  [
    'does not know the password',
    () => `${user}127.0.0.1:${portOf(unknownUser)}/jalon`,
    'fr',
    /\(password authentication failed\)\. Vérifiez l’utilisateur et le mot de passe/,
  ],
  [
    'is not there',
    () => `${user}127.0.0.1:${portOf(unknownDatabase)}/jalon`,
    'en',
    /\(database "jalon" does not exist\)\. Create the database/,
  ],
];

/** Starts a hub that cannot start: what it said, which must be one line, and how it ended. */
async function saidAtTheEnd(settings: Record<string, string>) {
  const patience = { JALON_ESDB_MS_MAX: '1s', JALON_DATABASE_CONNECT_MS_MAX: '1s' };
  const place = { folder, settings: { JALON_LOG_LEVEL: 'trace', ...patience, ...settings } };
  const { code, stdout, stderr } = await runJalon(place, 'start');
  expect(stdout + stderr).not.toContain('hunter2');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  return stderr.replace(/^jalon: /, '');
}

describe('A hub ends, and says in one line why and what to check', () => {
  it.each(eventStores)('when its event store %s', async (_, place, language, sentence) => {
    const said = await saidAtTheEnd({
      ESDB_URL: place(),
      JALON_EVENT_LOG: 'esdb',
      JALON_READ_MODELS: 'memory',
      LANG: `${language}_CA.UTF-8`,
    });
    const beginning = /^(The event log cannot be used\.|Le journal .* ne peut pas être utilisé\.) /;
    expect(said).toMatch(beginning);
    expect(said.replace(beginning, '').trimEnd()).toMatch(sentence);
    expect(said.split('\n')).toEqual([expect.any(String), '']);
  });

  it.each(databases)('when its database %s', async (_, place, language, sentence) => {
    const said = await saidAtTheEnd({
      DATABASE_URL: place(),
      JALON_READ_MODELS: 'postgres',
      LANG: `${language}_CA.UTF-8`,
    });
    expect(said.replace(/^PostgreSQL ?: /, '').trimEnd()).toMatch(sentence);
    expect(said.split('\n')).toEqual([expect.any(String), '']);
  });
});
