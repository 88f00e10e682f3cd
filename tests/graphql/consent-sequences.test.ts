import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as commands from '../../src/domain/consent/commands.js';
import { audiences, consentLevels, type Audience } from '../../src/domain/consent/events.js';
import type { ConsentTerms } from '../../src/domain/consent/in-force.js';
import { administrator } from '../support/command-desk.js';
import { callers, indicator, saugeen, shareWithFirstNation, toldTo } from './consent-town.js';
import { queryHub } from './query-hub.js';

const terms: fc.Arbitrary<ConsentTerms> = fc.record(
  {
    audiences: fc.uniqueArray(fc.constantFrom(...audiences), { minLength: 1 }),
    level: fc.constantFrom(...consentLevels),
    plans: fc.boolean(),
    indicators: fc.constantFrom<string[]>([], [indicator]),
    until: fc.constantFrom('2024-06-14', '2024-06-15', '2024-12-31'),
  },
  { requiredKeys: ['audiences', 'level', 'plans'] },
);
const move = fc.record({
  kind: fc.constantFrom('grant', 'narrow', 'withdraw'),
  terms,
  at: fc.nat(3),
});
const today = '2024-06-15';
const reason = { en: 'The band council decided' };
const readers = [
  ['public', callers.public],
  ['MINISTRY', callers.analyst],
  ['PARTNERS', callers.neighbour],
  ['RESEARCHERS', callers.researcher],
] as const;

// The model: what stands after each accepted decision, told without the program's own rules.
const mayShow = (
  grants: readonly (ConsentTerms | null)[],
  who: string,
  what: 'plans' | 'numbers',
) =>
  grants.some(
    (grant) =>
      grant !== null &&
      (grant.until === undefined || grant.until >= today) &&
      (grant.audiences.includes('PUBLIC') || grant.audiences.includes(who as Audience)) &&
      grant.level === 'IDENTIFIED' &&
      (what === 'plans' ? grant.plans : (grant.indicators ?? [indicator]).includes(indicator)),
  );

it('no sequence of decisions leaves a row that no consent in force shows, now or as of then', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 6 }), async (moves) => {
      const hub = await queryHub();
      const ids = await shareWithFirstNation(hub);
      const grants = new Map<string, ConsentTerms | null>();
      const pasts: string[] = [];
      for (const [at, { kind, terms: said, at: which }] of moves.entries()) {
        const keyed = { firstNation: saugeen, idempotencyKey: `move ${at}`, reason };
        const grantId = [...grants.keys()][which] ?? `grant-${'0'.repeat(32)}`;
        const input = { ...keyed, grantId, ...said };
        const outcome =
          kind === 'grant'
            ? await hub.execute(commands.grantConsent, input, administrator)
            : kind === 'narrow'
              ? await hub.execute(commands.narrowConsent, input, administrator)
              : await hub.execute(commands.withdrawConsent, { ...keyed, grantId }, administrator);
        if (outcome.outcome !== 'accepted') continue;
        const named = outcome.events[0]?.data['grantId'] as string;
        grants.set(named, kind === 'withdraw' ? null : said);
        pasts.push(String(outcome.position));
        await hub.readModels.reached(outcome.position, 5000);
      }
      const asOfs = [undefined, ...pasts.slice(0, 1).map((position) => ({ position }))];
      for (const asOf of asOfs)
        for (const [who, caller] of readers) {
          const told = await toldTo(hub, ids, caller, asOf);
          for (const what of ['plans', 'numbers'] as const)
            expect({ who, what, isShown: told[what].includes(saugeen) }).toEqual({
              who,
              what,
              isShown: mayShow([...grants.values()], who, what),
            });
        }
      await hub.close();
    }),
    { numRuns: 12 },
  );
});
