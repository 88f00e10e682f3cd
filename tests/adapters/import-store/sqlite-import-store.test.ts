import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sqliteImportStore } from '../../../src/adapters/import-store/sqlite-import-store.js';
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
  const upload = { name: 'a.csv', bytes: Buffer.from('a') };
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
