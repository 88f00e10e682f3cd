import { expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedIdentity } from '../../../src/adapters/identity/embedded-identity.js';
import { memoryTokenStore } from '../../../src/adapters/identity/memory-token-store.js';
import { sqliteTokenStore } from '../../../src/adapters/identity/sqlite-token-store.js';
import { openSqliteTextKeys } from '../../../src/adapters/text-keys/open-sqlite-text-keys.js';
import { plainText } from '../../../src/domain/text.js';
import { embeddedIdentityContract } from './contract.js';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'jalon-identity-'));

embeddedIdentityContract('in memory', async () => ({
  store: memoryTokenStore(),
  remove: () => undefined,
}));

embeddedIdentityContract('in SQLite', async () => {
  const folder = newFolder();
  return {
    store: sqliteTokenStore(join(folder, 'keys.db')),
    remove: () => rmSync(folder, { recursive: true }),
  };
});

test('a token issued beside a running server works there, and revoking it too', async () => {
  const folder = newFolder();
  const file = join(folder, 'keys.db');
  const keys = openSqliteTextKeys({ file });
  const server = embeddedIdentity(sqliteTokenStore(file));
  const command = embeddedIdentity(sqliteTokenStore(file));
  try {
    const sealing = Promise.all(
      Array.from({ length: 200 }, (_, at) => keys.seal([plainText({ en: `Text ${at}` })])),
    );
    const { token, record } = await command.issueToken({
      role: 'administrator',
      organizations: [],
    });
    await sealing;
    expect(await server.authenticate(token)).toMatchObject({ role: 'administrator' });
    await command.revokeToken(record.id);
    expect(await server.authenticate(token)).toBeUndefined();
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
    expect(files.join('')).not.toContain(token.slice(6));
  } finally {
    await server.close();
    await command.close();
    await keys.close();
    rmSync(folder, { recursive: true });
  }
});
