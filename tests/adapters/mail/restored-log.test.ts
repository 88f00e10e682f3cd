import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { MailLedger } from '../../../src/adapters/mail/mail-ledger.js';
import { sqliteMailLedger } from '../../../src/adapters/mail/sqlite-mail-ledger.js';
import { registerOrganization } from '../../../src/domain/organization/commands.js';
import { requestInformation } from '../../../src/domain/request/commands.js';
import { addressOf, mailOffice, type MailOffice } from './mail-office.js';

const later = '2024-06-15T17:00:00.000Z';

/** An organization with somebody to write to. */
async function settled(ledger: MailLedger): Promise<MailOffice> {
  const office = await mailOffice(ledger);
  const name = { en: 'Health unit' };
  const health = { code: 'health', kind: 'PARTNER', sector: 'health', name } as const;
  await office.record(registerOrganization, health);
  await office.invite({ name: 'nurse', roles: [['partner', 'health']] });
  return office;
}

const ask = ({ record }: MailOffice, dueOn: string) =>
  record(requestInformation, { organizations: ['health'], question: { en: 'How many?' }, dueOn });

let ledger: MailLedger;
let lost: MailOffice;
let restored: MailOffice;
beforeEach(async () => {
  ledger = sqliteMailLedger(':memory:');
  lost = await settled(ledger);
  restored = await settled(ledger);
});
afterEach(async () => {
  await restored.close();
  await lost.close();
});

it('over a log that is behind the mail, what is recorded from then on is told once', async () => {
  await lost.start()();
  for (const day of ['2024-07-01', '2024-07-02', '2024-07-03']) await ask(lost, day);
  const atEnd = lost.start();
  await atEnd();
  expect(lost.server.arrived).toHaveLength(3);
  const head = await restored.log.head();
  expect((await ledger.begin(0)).position).toBe(head + 3);

  const round = restored.start();
  await round();
  expect((await ledger.begin(0)).position).toBe(head);
  await ask(restored, '2024-08-01');
  await round();
  await restored.start()();
  const told = restored.arrived();
  expect(Object.keys(told)).toEqual([addressOf('nurse')]);
  expect(told[addressOf('nurse')]).toContain('August 1, 2024');
});

it('what still waited of a log that was lost is not told of the event in its place', async () => {
  const first = lost.start();
  await first();
  await lost.server.stop();
  const asked = await ask(lost, '2024-07-01');
  await first();
  expect(await ledger.waiting(later, 10)).toMatchObject([{ position: asked.position }]);

  const round = restored.start();
  await round();
  const instead = await ask(restored, '2024-08-01');
  expect(instead.position).toBe(asked.position);
  restored.clock.now = later;
  await round();
  expect(Object.keys(restored.arrived())).toEqual([addressOf('nurse')]);
  expect(await ledger.waiting('2025-01-01T00:00:00.000Z', 10)).toEqual([]);
});
