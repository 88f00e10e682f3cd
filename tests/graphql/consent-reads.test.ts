import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConsentTerms } from '../../src/domain/consent/in-force.js';
import {
  countCalls,
  coveredBy,
  readsOfNumbers,
  shownTo,
  type Read,
  type Subject,
} from './consent-reads.js';
import { callers, openTerms, openUp, shareWithFirstNation } from './consent-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

let hub: QueryHub;
let reads: Readonly<Record<string, Read>>;
beforeEach(async () => {
  hub = await queryHub();
  const ids = await shareWithFirstNation(hub);
  reads = readsOfNumbers({ ...ids, measureId: await countCalls(hub, ids.ownPlanId) });
});
afterEach(() => hub.close());

const others = [callers.public, callers.analyst, callers.neighbour, callers.researcher];

/** What everybody but the First Nation is shown, by role. */
const shownToOthers = (asOf?: object) =>
  Promise.all(
    others.map(async (caller) => [caller.role, await shownTo(hub, reads, caller, asOf)] as const),
  );

const toAllOfThem = (covered: readonly Subject[]) => {
  const names = coveredBy(reads, (subject) => covered.includes(subject));
  return others.map(({ role }) => [role, names]);
};

type Case = readonly [string, Partial<ConsentTerms> | undefined, readonly Subject[]];

describe('every read of numbers shows of a First Nation exactly what it consents to', () => {
  it.each<Case>([
    ['nothing without consent', undefined, []],
    ['its part in plans alone', { indicators: [] }, ['plans']],
    ['sums it counts in', { level: 'AGGREGATED', plans: false }, ['sums']],
    ['numbers under its name', { plans: false }, ['numbers', 'sums']],
    ['all of it', {}, ['plans', 'numbers', 'sums']],
  ])('%s', async (_, terms, covered) => {
    if (terms !== undefined) await openUp(hub, { ...openTerms, ...terms });
    expect(await shownToOthers()).toEqual(toAllOfThem(covered));
  });

  it('and nothing once it withdrew, also as of a time when it was in force', async () => {
    const { position, withdraw } = await openUp(hub);
    await withdraw();
    expect(await shownToOthers()).toEqual(toAllOfThem([]));
    expect(await shownToOthers({ position: String(position) })).toEqual(toAllOfThem([]));
  });
});

it('a First Nation sees all of its own', async () => {
  expect(await shownTo(hub, reads, callers.itself)).toEqual(Object.keys(reads));
});

it('no query about an indicator is left out', () => {
  const fields = Object.values(hub.schema.getQueryType()?.getFields() ?? {});
  const asked = fields.filter(({ args }) => args.some(({ name }) => name === 'indicator'));
  const names = Object.keys(reads).map((name) => name.split(' ')[0]);
  for (const { name } of asked) expect(names).toContain(name);
  expect(asked.length).toBeGreaterThan(8);
});
