import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { postgresMailLedger } from '../../../src/adapters/mail/postgres-mail-ledger.js';
import { openSession, type Session } from '../../../src/adapters/postgres/session.js';
import type { MailLedger } from '../../../src/adapters/mail/mail-ledger.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import type { DatabaseOptions } from '../../../src/adapters/postgres/database-options.js';
import { root } from '../../architecture/source-files.js';
import { mailLedgerContract } from './ledger-contract.js';

const databases = postgresDatabases();
let database: DatabaseOptions;

/** A ledger whose session ends with it. */
async function ledgerOf(session: Session): Promise<MailLedger> {
  const ledger = await postgresMailLedger(session);
  return { ...ledger, close: async () => session[Symbol.asyncDispose]() };
}

mailLedgerContract(
  'PostgreSQL',
  async () => {
    database = await databases.create();
    return ledgerOf(await openSession(database));
  },
  async (ledger) => {
    await ledger.close();
    return ledgerOf(await openSession(database));
  },
);

it('emptied after a restore, as the manual says, it begins anew', async () => {
  const manual = readFileSync(join(root, 'docs/backup-and-restore.md'), 'utf8');
  const [, emptying = ''] = /`(TRUNCATE [^`]+)`/.exec(manual) ?? [];
  await using session = await openSession(await databases.create());
  const ledger = await postgresMailLedger(session);
  await ledger.begin(40);
  const notice = { id: 'a', position: 41, organization: '', day: '', person: 'p' } as const;
  await ledger.queue([notice], { position: 41 });
  await session.query(emptying);
  const restarted = await postgresMailLedger(session);
  expect(await restarted.begin(7)).toEqual({ position: 7, digestDay: '' });
  expect(await restarted.waiting('2024-06-15T12:00:00.000Z', 10)).toEqual([]);
});
