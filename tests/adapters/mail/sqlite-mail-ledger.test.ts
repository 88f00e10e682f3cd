import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { sqliteMailLedger } from '../../../src/adapters/mail/sqlite-mail-ledger.js';
import { mailLedgerContract } from './ledger-contract.js';

const folder = mkdtempSync(join(tmpdir(), 'jalon-mail-'));
afterAll(() => rmSync(folder, { recursive: true }));

let opened = 0;
const fileNow = () => join(folder, `mail-${opened}.db`);

mailLedgerContract(
  'SQLite',
  async () => {
    opened += 1;
    return sqliteMailLedger(fileNow());
  },
  async (ledger) => {
    await ledger.close();
    return sqliteMailLedger(fileNow());
  },
);

it('its file is for its owner only', () => {
  expect(statSync(fileNow()).mode & 0o077).toBe(0);
});
