import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@jest/globals';
import { sqliteImportStore } from '../../../src/adapters/import-store/sqlite-import-store.js';
import { uploadOf } from '../../support/upload-of.js';
import { importStoreContract } from './contract.js';

const folder = () => mkdtempSync(join(tmpdir(), 'jalon-imports-'));

importStoreContract('SQLite', async (limits, nowMs) => {
  const directory = folder();
  return {
    store: sqliteImportStore(join(directory, 'imports.db'), limits, nowMs),
    remove: async () => rmSync(directory, { recursive: true }),
  };
});

test('the file is its owner’s only, and has everything when it is opened again', async () => {
  const directory = folder();
  const file = join(directory, 'imports.db');
  const limits = { reportsBytesMax: 100, uploadsBytesMax: 100, uploadMs: 1_000 };
  const first = sqliteImportStore(file, limits, () => 0);
  const upload = uploadOf('a.csv', Buffer.from('a'));
  const id = (await first.keepUpload('3525005', upload)) ?? '';
  const hash = await first.keepReport(Buffer.from('report'));
  await first.close();
  expect(statSync(file).mode & 0o077).toBe(0);
  const again = sqliteImportStore(file, limits, () => 0);
  expect((await again.upload('3525005', id))?.name).toBe('a.csv');
  expect(await again.report(hash)).toBeDefined();
  await again.close();
  rmSync(directory, { recursive: true });
});

test('a file is read to its end though its time runs out', async () => {
  const directory = folder();
  let now = 0;
  const limits = { reportsBytesMax: 1, uploadsBytesMax: 600_000, uploadMs: 1_000 };
  const store = sqliteImportStore(join(directory, 'imports.db'), limits, () => now);
  const bytes = Buffer.alloc(600_000, 'abc');
  const id = (await store.keepUpload('3525005', uploadOf('a.csv', bytes))) ?? '';
  const read: Uint8Array[] = [];
  for await (const chunk of (await store.upload('3525005', id))?.chunks ?? []) {
    read.push(chunk);
    now = 1_000;
    await store.keepUpload('3525005', uploadOf('b.csv', Buffer.from('b')));
  }
  expect(Buffer.concat(read).equals(bytes)).toBe(true);
  expect(read.length).toBeGreaterThan(1);
  await store.close();
  rmSync(directory, { recursive: true });
});

test('a file of the time when uploads were kept whole is opened as well', async () => {
  const directory = folder();
  const file = join(directory, 'imports.db');
  const old = new DatabaseSync(file);
  old.exec('CREATE TABLE uploads (id TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
  old.close();
  const limits = { reportsBytesMax: 1, uploadsBytesMax: 10, uploadMs: 1_000 };
  const store = sqliteImportStore(file, limits, () => 0);
  expect(await store.keepUpload('3525005', uploadOf('a.csv', Buffer.from('a')))).toBeDefined();
  await store.close();
  rmSync(directory, { recursive: true });
});
