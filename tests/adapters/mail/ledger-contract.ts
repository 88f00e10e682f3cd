import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MailLedger, Notice } from '../../../src/adapters/mail/mail-ledger.js';

const notice = (id: string, position = 7): Notice => ({
  id,
  position,
  organization: '',
  day: '',
  person: `person-${'0'.repeat(32)}`,
});
const [nine, ten, noon] = ['09', '10', '12'].map((hour) => `2024-06-15T${hour}:00:00.000Z`) as [
  string,
  string,
  string,
];

/** What every ledger of mail promises; `reopen` gives the same one to a program started anew. */
export function mailLedgerContract(
  name: string,
  open: () => Promise<MailLedger>,
  reopen: (ledger: MailLedger) => Promise<MailLedger>,
): void {
  describe(`the ledger of mail in ${name}`, () => {
    let ledger: MailLedger;
    beforeEach(async () => {
      ledger = await open();
    });
    afterEach(() => ledger.close());
    const ids = async (now = noon) => (await ledger.waiting(now, 10)).map(({ id }) => id);

    it('begins where it is told the first time, and later where it stands', async () => {
      expect(await ledger.begin(40)).toEqual({ position: 40, digestDay: '' });
      await ledger.queue([], { position: 42 });
      await ledger.queue([], { digestDay: '2024-06-15' });
      ledger = await reopen(ledger);
      expect(await ledger.begin(99)).toEqual({ position: 42, digestDay: '2024-06-15' });
    });

    it('keeps a notice once, in order, until it is settled', async () => {
      await ledger.begin(0);
      await ledger.queue([notice('b'), notice('a')], { position: 8 });
      await ledger.queue([notice('a'), notice('c')], { position: 9 });
      ledger = await reopen(ledger);
      expect(await ids()).toEqual(['b', 'a', 'c']);
      expect((await ledger.waiting(noon, 1))[0]).toEqual({ ...notice('b'), attempts: 0 });
      await ledger.settle('b', 'SENT', noon);
      await ledger.settle('c', 'REFUSED', noon);
      await ledger.queue([notice('b')], {});
      expect(await ids()).toEqual(['a']);
    });

    it('puts a notice off until its time', async () => {
      await ledger.begin(0);
      await ledger.queue([notice('a')], {});
      await ledger.retry('a', 3, ten);
      expect(await ids(nine)).toEqual([]);
      expect(await ledger.waiting(ten, 10)).toEqual([{ ...notice('a'), attempts: 3 }]);
    });

    it('forgets what was settled long ago, and nothing that waits', async () => {
      await ledger.begin(0);
      await ledger.queue([notice('a'), notice('b'), notice('c')], {});
      await ledger.settle('a', 'EMPTY', nine);
      await ledger.settle('b', 'EMPTY', noon);
      await ledger.retry('c', 1, nine);
      await ledger.forget(ten);
      await ledger.queue([notice('a'), notice('b')], {});
      expect(await ids()).toEqual(['c', 'a']);
    });
  });
}
