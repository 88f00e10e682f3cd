import { expect, test } from '@jest/globals';
import { openSession } from '../../../src/adapters/postgres/session.js';
import { isLost, isTimeout } from '../../../src/adapters/postgres/database-failures.js';
import { postgresDatabases } from '../../support/postgres-databases.js';

const databases = postgresDatabases();

test('a statement that takes too long is cancelled, and the session goes on', async () => {
  const database = await databases.create();
  await using session = await openSession({ ...database, statementMsMax: 50 });
  expect(await session.query('SELECT pg_sleep(60)').catch(isTimeout)).toBe(true);
  expect((await session.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('a transaction in which nothing happens ends with its session', async () => {
  const database = await databases.create();
  await using session = await openSession(database);
  const shown = 'SHOW idle_in_transaction_session_timeout';
  expect((await session.query(shown)).rows).toMatchObject([{ [shown.slice(5)]: '1min' }]);
  await session.query("SET idle_in_transaction_session_timeout = '50ms'");
  const ended = session.transaction(async (query) => {
    await new Promise((resolve) => session.lost.addEventListener('abort', resolve));
    await query('SELECT 1');
  });
  expect(await ended.catch(isLost)).toBe(true);
});

test('a server that refuses a connection, or is silent, is named without the password', async () => {
  const { url, ...patience } = await databases.create();
  const wrong = new URL(url);
  wrong.pathname = '/no_such_database';
  wrong.password = 'goderich';
  const opening = openSession({ url: wrong.href, ...patience });
  await expect(opening).rejects.toThrow(/base cannot be used \(.*does not exist\)\. Create/);
  await expect(opening).rejects.not.toThrow('goderich');
});
