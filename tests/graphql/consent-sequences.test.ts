import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as commands from '../../src/domain/consent/commands.js';
import { audiences, consentLevels, type Audience } from '../../src/domain/consent/events.js';
import type { ConsentTerms } from '../../src/domain/consent/in-force.js';
import { administrator } from '../support/command-desk.js';
import {
  counted,
  countCalls,
  coveredBy,
  readsOfNumbers,
  shownTo,
  type Subject,
} from './consent-reads.js';
import { callers, indicator, saugeen, shareWithFirstNation, toldTo } from './consent-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

const terms: fc.Arbitrary<ConsentTerms> = fc.record(
  {
    audiences: fc.uniqueArray(fc.constantFrom(...audiences), { minLength: 1 }),
    // Mostly what shows something, so that taking it back is seen.
    level: fc.constantFrom('IDENTIFIED' as const, 'IDENTIFIED' as const, ...consentLevels),
    plans: fc.boolean(),
    indicators: fc.constantFrom<string[]>([], [indicator, counted]),
    until: fc.constantFrom('2024-06-14', '2024-06-15', '2024-12-31'),
  },
  { requiredKeys: ['audiences', 'level', 'plans'] },
);
const move = fc.record({
  kind: fc.constantFrom('grant' as const, 'withdraw' as const, 'narrow' as const),
  terms,
  at: fc.nat(1),
});
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;
const today = '2024-06-15';
const reason = { en: 'The band council decided' };
const readers = [
  ['public', callers.public],
  ['MINISTRY', callers.analyst],
  ['PARTNERS', callers.neighbour],
  ['RESEARCHERS', callers.researcher],
] as const;

// The model: what stands after each accepted decision, told without the program's own rules.
const mayShow = (grants: readonly (ConsentTerms | null)[], who: string, what: Subject) =>
  grants.some(
    (grant) =>
      grant !== null &&
      (grant.until === undefined || grant.until >= today) &&
      (grant.audiences.includes('PUBLIC') || grant.audiences.includes(who as Audience)) &&
      (what === 'sums' || grant.level === 'IDENTIFIED') &&
      (what === 'plans' ? grant.plans : (grant.indicators ?? [counted]).includes(counted)),
  );

/** Gives the command a move stands for; the model follows when it is accepted. */
async function take(
  hub: QueryHub,
  grants: Map<string, ConsentTerms | null>,
  { kind, terms: said, at }: Move,
  idempotencyKey: string,
): Promise<number | undefined> {
  const grantId = [...grants.keys()][at] ?? `grant-${'0'.repeat(32)}`;
  const keyed = { firstNation: saugeen, grantId, idempotencyKey, reason };
  const give = {
    grant: () => hub.execute(commands.grantConsent, { ...keyed, ...said }, administrator),
    narrow: () => hub.execute(commands.narrowConsent, { ...keyed, ...said }, administrator),
    withdraw: () => hub.execute(commands.withdrawConsent, keyed, administrator),
  };
  const outcome = await give[kind]();
  if (outcome.outcome !== 'accepted') return undefined;
  const named = outcome.events[0]?.data['grantId'] as string;
  grants.set(named, kind === 'withdraw' ? null : said);
  await hub.readModels.reached(outcome.position, 5000);
  return outcome.position;
}

it('no sequence of decisions shows a row that no consent in force covers, now or as of then', async () => {
  const first = move.map((each): Move => ({ ...each, kind: 'grant' }));
  const moves = fc.tuple(first, fc.array(move, { minLength: 1, maxLength: 4 }));
  const property = fc.asyncProperty(moves, async ([opening, rest]) => {
    const hub = await queryHub();
    const ids = await shareWithFirstNation(hub);
    const measureId = await countCalls(hub, ids.ownPlanId);
    const reads = readsOfNumbers({ ...ids, measureId });
    const grants = new Map<string, ConsentTerms | null>();
    let granted: object | undefined;
    for (const [at, each] of [opening, ...rest].entries()) {
      const position = await take(hub, grants, each, `move ${at}`);
      granted ??= { position: String(position) };
      for (const [who, caller] of readers) {
        const covers = (subject: Subject) => mayShow([...grants.values()], who, subject);
        expect([who, await shownTo(hub, reads, caller, granted)]).toEqual([
          who,
          coveredBy(reads, covers),
        ]);
        const told = await toldTo(hub, ids, caller, granted);
        for (const what of ['plans', 'numbers'] as const)
          expect({ who, what, isShown: told[what].includes(saugeen) }).toEqual({
            who,
            what,
            isShown: covers(what),
          });
      }
    }
    await hub.close();
  });
  await fc.assert(property, { numRuns: 8 });
  expect.hasAssertions();
}, 60_000);
