import { postgresMailLedger } from '../../../src/adapters/mail/postgres-mail-ledger.js';
import { openSession, type Session } from '../../../src/adapters/postgres/session.js';
import type { MailLedger } from '../../../src/adapters/mail/mail-ledger.js';
import { postgresDatabases } from '../../support/postgres-databases.js';
import type { DatabaseOptions } from '../../../src/adapters/postgres/database-options.js';
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
