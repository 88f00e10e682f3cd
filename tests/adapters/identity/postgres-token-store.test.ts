import { expect, test } from '@jest/globals';
import { embeddedIdentity } from '../../../src/adapters/identity/embedded-identity.js';
import { IdentityUnavailable } from '../../../src/adapters/identity/identity.js';
import { openPostgresTokenStore } from '../../../src/adapters/identity/postgres-token-store.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import { embeddedIdentityContract } from './contract.js';

const databases = postgresDatabases();

embeddedIdentityContract('in PostgreSQL', async () => {
  const database = await databases.create();
  return {
    store: await openPostgresTokenStore(database),
    remove: () => databases.drop(database),
  };
});

test('a token is known at every node, and revoked at all at once', async () => {
  const database = await databases.create();
  const [here, there] = [
    embeddedIdentity(await openPostgresTokenStore(database)),
    embeddedIdentity(await openPostgresTokenStore(database)),
  ];
  const { token, record } = await here.issueToken({ role: 'administrator', organizations: [] });
  expect(await there.authenticate(token)).toMatchObject({ role: 'administrator' });
  await there.revokeToken(record.id);
  expect(await here.authenticate(token)).toBeUndefined();
  const rows = JSON.stringify(await databases.query(database, 'TABLE jalon_keys.tokens'));
  expect(rows).not.toContain(token.slice(6));
  await Promise.all([here.close(), there.close()]);
  await databases.drop(database);
});

test('a lost connection is opened again, and a lost database is told from a wrong token', async () => {
  const database = await databases.create();
  const identity = embeddedIdentity(await openPostgresTokenStore(database));
  const { token } = await identity.issueToken({ role: 'administrator', organizations: [] });
  await databases.query(
    database,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  expect(await identity.authenticate(token)).toMatchObject({ role: 'administrator' });
  await databases.drop(database);
  await expect(identity.authenticate(token)).rejects.toBeInstanceOf(IdentityUnavailable);
  await identity.close();
});
