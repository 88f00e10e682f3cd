import { expect, test } from '@jest/globals';
import { assertUsable } from '../../../src/adapters/postgres/assert-usable.js';
import { DatabaseUnavailable } from '../../../src/adapters/postgres/database-failures.js';
import type { Session } from '../../../src/adapters/postgres/session.js';

/** A server that says it has a version and an encoding. */
const saying = (version: number, encoding: string): Session['query'] =>
  (async () => ({ rows: [{ version, encoding }] })) as never;

test('a server of a version that is still kept up, with UTF-8, is of use', async () => {
  await expect(assertUsable(saying(14, 'UTF8'))).resolves.toBeUndefined();
});

test.each([
  ['is too old', 13, 'UTF8', /13; 14 or newer/, /13; il faut 14/],
  ['cannot hold every character', 18, 'LATIN1', /LATIN1\. Create it with/, /LATIN1\. Créez-la/],
])('one that %s is refused in both languages', async (_, version, encoding, en, fr) => {
  const failure = await assertUsable(saying(version, encoding)).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(DatabaseUnavailable);
  const { sentence } = failure as DatabaseUnavailable;
  expect(sentence.en).toMatch(en);
  expect(sentence.fr).toMatch(fr);
});
