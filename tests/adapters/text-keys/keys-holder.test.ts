import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openPostgresTextKeys } from '../../../src/adapters/text-keys/open-postgres-text-keys.js';
import { openSqliteTextKeys } from '../../../src/adapters/text-keys/open-sqlite-text-keys.js';
import { postgresKeysHolder } from '../../../src/adapters/text-keys/postgres-keys-holder.js';
import { sqliteKeysHolder } from '../../../src/adapters/text-keys/sqlite-keys-holder.js';
import { plainText } from '../../../src/domain/text.js';
import { postgresDatabases } from '../../support/postgres-databases.js';

const databases = postgresDatabases();
const words = plainText({ en: 'Meet every family within two weeks' });

it('keys taken from a file to a database and back open the same texts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-holder-'));
  const [first, last] = [join(folder, 'first.db'), join(folder, 'last.db')];
  const database = await databases.create();
  const inDatabase = postgresKeysHolder(database);
  expect(await sqliteKeysHolder(first).read()).toBeUndefined();
  expect(await inDatabase.read()).toBeUndefined();

  const before = openSqliteTextKeys({ file: first });
  const texts = [...(await before.seal([words]))];
  const held = await sqliteKeysHolder(first).read();
  expect(held?.keys).toHaveLength(1);
  for (const _ of [1, 2]) expect(await inDatabase.write(held as never)).toBe(true);

  const shared = await openPostgresTextKeys({ database, isNew: false });
  expect(shared.open(texts)).toEqual([words]);
  expect(shared.hash('Kincardine')).toBe(before.hash('Kincardine'));
  texts.push(...(await shared.seal([words, words])));
  await shared.destroy([texts[0]?.key ?? '']);

  expect(await sqliteKeysHolder(last).write((await inDatabase.read()) as never)).toBe(true);
  const after = openSqliteTextKeys({ file: last });
  expect(after.open(texts)).toEqual([undefined, words, words]);

  await Promise.all([before.close(), shared.close(), after.close()]);
  await databases.drop(database);
  rmSync(folder, { recursive: true });
});

it('keys are not mixed with those of another hub', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-holder-'));
  const file = join(folder, 'keys.db');
  const database = await databases.create();
  await openSqliteTextKeys({ file }).close();
  await (await openPostgresTextKeys({ database, isNew: true })).close();
  const [inFile, inDatabase] = [sqliteKeysHolder(file), postgresKeysHolder(database)];
  expect(await inFile.write((await inDatabase.read()) as never)).toBe(false);
  expect(await inDatabase.write((await inFile.read()) as never)).toBe(false);
  await databases.drop(database);
  rmSync(folder, { recursive: true });
});
