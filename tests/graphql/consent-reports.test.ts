import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '../../src/domain/authority.js';
import { narrowConsent } from '../../src/domain/consent/commands.js';
import type { ConsentTerms } from '../../src/domain/consent/in-force.js';
import { shownTo, type Subject } from './consent-reads.js';
import { askFirstNation, openTo, readsOfReports, type ReportRead } from './consent-reports.js';
import {
  callers,
  indicator,
  kincardine,
  openTerms,
  openUp,
  saugeen,
  shareWithFirstNation,
} from './consent-town.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { as, reviewer } from './reporting-hub.js';

let hub: QueryHub;
let reads: Readonly<Record<string, ReportRead>>;
beforeEach(async () => {
  hub = await queryHub();
  const ids = await shareWithFirstNation(hub);
  await askFirstNation(hub, ids);
  reads = readsOfReports(ids);
});
afterEach(() => hub.close());

const { itself, ...strangers } = callers;
const adviser = as('regional-adviser', kincardine);
const others = [...Object.values(strangers), adviser, reviewer, as('partner', kincardine)];
const everything: readonly Subject[] = ['plans', 'numbers'];
const reason = { en: 'The band council decided' };

/** What everybody but the First Nation is shown, by role. */
const shown = (asOf?: object) =>
  Promise.all(
    others.map(async (each) => [each.role, await shownTo(hub, reads, each, asOf)] as const),
  );
const toAll = (covered: readonly Subject[], isMeant: (role: Role) => boolean = () => true) =>
  others.map(({ role }) => [role, isMeant(role) ? openTo(reads, role, covered) : []]);

type Case = readonly [string, Partial<ConsentTerms>, readonly Subject[]];

describe('reports, requests, commitments and deadlines show of a First Nation', () => {
  it('nothing to others without its consent, and all of it to itself', async () => {
    expect(await shown()).toEqual(toAll([]));
    expect(await shownTo(hub, reads, itself)).toEqual(Object.keys(reads));
  });

  it('everything to those who may read it with its consent', async () => {
    await openUp(hub);
    expect(await shown()).toEqual(toAll(everything));
    expect(await shownTo(hub, reads, reviewer)).toEqual(Object.keys(reads));
  });

  it.each<Case>([
    ['its part in plans alone, once numbers are taken out', { indicators: [] }, ['plans']],
    ['its numbers alone, once plans are taken out', { plans: false }, ['numbers']],
    ['no report, once only other numbers are meant', { indicators: ['calls'] }, ['plans']],
    ['nothing, once only sums are meant', { level: 'AGGREGATED' }, []],
  ])('%s, past included', async (_, terms, covered) => {
    const { grantId, position } = await openUp(hub);
    const narrowed = { firstNation: saugeen, grantId, ...openTerms, ...terms, reason };
    await hub.record(narrowConsent, narrowed, itself);
    expect(await shown()).toEqual(toAll(covered));
    expect(await shown({ position: String(position) })).toEqual(toAll(covered));
  });

  it('nothing to those for whom it is no longer meant, past included', async () => {
    const { grantId, position } = await openUp(hub);
    const audiences = ['RESEARCHERS' as const];
    const narrowed = { firstNation: saugeen, grantId, ...openTerms, audiences, reason };
    await hub.record(narrowConsent, narrowed, itself);
    const toResearchers = toAll(everything, (role) => role === 'researcher');
    expect(await shown()).toEqual(toResearchers);
    expect(await shown({ position: String(position) })).toEqual(toResearchers);
  });

  it('nothing from the day after its last day, past included', async () => {
    const { grantId, position } = await openUp(hub);
    const until = '2024-06-16';
    const indicators = [indicator];
    const narrowed = { firstNation: saugeen, grantId, ...openTerms, until, indicators, reason };
    await hub.record(narrowConsent, narrowed, itself);
    hub.clock.now = '2024-06-17T03:59:59.000Z';
    expect(await shown()).toEqual(toAll(everything));
    hub.clock.now = '2024-06-17T04:00:00.000Z';
    expect(await shown()).toEqual(toAll([]));
    expect(await shown({ position: String(position) })).toEqual(toAll([]));
  });

  it('nothing once it is withdrawn, past included, and still all of it to itself', async () => {
    const { position, withdraw } = await openUp(hub);
    const instant = { instant: hub.clock.now };
    hub.clock.now = '2024-06-15T17:00:00.000Z';
    await withdraw();
    expect(await shown()).toEqual(toAll([]));
    expect(await shown({ position: String(position) })).toEqual(toAll([]));
    expect(await shown(instant)).toEqual(toAll([]));
    const granted = { position: String(position) };
    expect(await shownTo(hub, reads, itself, granted)).toEqual(Object.keys(reads));
  });
});
