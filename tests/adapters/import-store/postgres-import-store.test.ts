import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { openPostgresImportStore } from '../../../src/adapters/import-store/open-postgres-import-store.js';
import { postgresTurns } from '../../../src/adapters/import-store/postgres-turns.js';
import type { DatabaseOptions } from '../../../src/adapters/postgres/database-options.js';
import { ReadModelsUnavailable } from '../../../src/projections/read-models.js';
import { proxied } from '../../support/database-proxy.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { uploadOf } from '../../support/upload-of.js';
import { importStoreContract } from './contract.js';

const databases = postgresDatabases();
const limits = { reportsBytesMax: 600_000, uploadsBytesMax: 600_000, uploadMs: 1_000 };
const organization = '3525005';
const file = (bytes: Uint8Array) => uploadOf('counts.csv', bytes);

importStoreContract('PostgreSQL', async (given, nowMs) => {
  const database = await databases.create();
  return {
    store: await openPostgresImportStore(database, given, nowMs),
    remove: () => databases.drop(database),
  };
});

/** Two nodes on one database, at one time. */
async function twoStores(database: DatabaseOptions, nowMs = () => 0) {
  const [a, b] = await Promise.all([
    openPostgresImportStore(database, limits, nowMs),
    openPostgresImportStore(database, limits, nowMs),
  ]);
  return { a, b, close: () => Promise.all([a.close(), b.close()]) };
}

/** Ends every connection but the one that asks. */
const cut = (database: DatabaseOptions) =>
  databases.query(
    database,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );

test('one node reads what another took in, and both keep to one share', async () => {
  const { a, b, close } = await twoStores(await databases.create());
  const bytes = Buffer.alloc(300_000, 7);
  const ids = await Promise.all([
    a.keepUpload(organization, file(bytes)),
    b.keepUpload(organization, file(bytes)),
    a.keepUpload(organization, file(bytes)),
    b.keepUpload(organization, file(bytes)),
  ]);
  expect(ids.filter((id) => id !== undefined)).toHaveLength(2);
  for (const id of ids.filter((each) => each !== undefined))
    for (const store of [a, b])
      expect((await store.upload(organization, id))?.name).toBe('counts.csv');
  const [one, other] = await Promise.all([a.keepReport(bytes), b.keepReport(bytes)]);
  expect(one).toBe(other);
  expect(await b.report(one)).toEqual(bytes);
  await close();
});

test('one turn at a time is given over all nodes, and again once its node is gone', async () => {
  const database = await databases.create();
  const { a, b, close } = await twoStores(database);
  const turns = await Promise.all([a.takeTurn(organization), b.takeTurn(organization)]);
  expect(turns.filter((turn) => turn !== undefined)).toHaveLength(1);
  await cut(database);
  const again = await b.takeTurn(organization);
  expect(again).toBeDefined();
  expect(await a.takeTurn(organization)).toBeUndefined();
  await Promise.all([...turns, again].map((turn) => turn?.[Symbol.asyncDispose]()));
  await close();
});

test('a node that froze loses its turn for good, and one that lives keeps it', async () => {
  const database = await databases.create();
  const way = await proxied(database);
  const [frozen, other] = [postgresTurns(way.database, 2), postgresTurns(database, 2)];
  const lost = await frozen(organization);
  await pause(3_000);
  expect(await other(organization)).toBeUndefined();
  way.proxy.freeze(true);
  let next: AsyncDisposable | undefined;
  while (next === undefined) next = await other(organization);
  way.proxy.freeze(false);
  await lost?.[Symbol.asyncDispose]();
  expect(await frozen(organization)).toBeUndefined();
  await next[Symbol.asyncDispose]();
  way.proxy.kill();
  await databases.drop(database);
});

test('a file is read to its end though the connection is lost and its time runs out', async () => {
  const database = await databases.create();
  let now = 0;
  const { a, b, close } = await twoStores(database, () => now);
  const bytes = Buffer.alloc(600_000, 'abc');
  const id = (await a.keepUpload(organization, file(bytes))) ?? '';
  const read: Uint8Array[] = [];
  for await (const chunk of (await b.upload(organization, id))?.chunks ?? []) {
    read.push(chunk);
    now = 1_000;
    await a.keepUpload(organization, file(Buffer.from('another')));
    await cut(database);
  }
  expect(read.length).toBeGreaterThan(1);
  expect(Buffer.concat(read).equals(bytes)).toBe(true);
  expect(await b.upload(organization, id)).toBeUndefined();
  now += 3_600_000;
  await a.keepUpload(organization, file(Buffer.from('yet another')));
  const left = 'SELECT DISTINCT file FROM jalon_imports.upload_chunks WHERE file =';
  expect(await databases.query(database, `${left} '${id}'`)).toEqual([]);
  await close();
});

test('says that it cannot be reached when the database is gone', async () => {
  const database = await databases.create();
  const { a, close } = await twoStores(database);
  await databases.drop(database);
  const away = expect.any(ReadModelsUnavailable);
  await expect(a.keepUpload(organization, file(Buffer.from('a')))).rejects.toEqual(away);
  await expect(a.upload(organization, 'a')).rejects.toEqual(away);
  await expect(a.report('a')).rejects.toEqual(away);
  await expect(a.takeTurn(organization)).rejects.toEqual(away);
  await close();
});
