import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../src/domain/authority.js';
import { textKeysIn } from '../../src/domain/text.js';
import { narrowConsent } from '../../src/domain/consent/commands.js';
import { endPlanRole } from '../../src/domain/plan/organizing-commands.js';
import { markRecordedInError, redactTexts } from '../../src/domain/record/commands.js';
import { administrator } from '../support/command-desk.js';
import {
  callers,
  indicator,
  openTerms,
  openUp,
  saugeen,
  shareWithFirstNation,
  toldTo,
} from './consent-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

let hub: QueryHub;
let ids: Awaited<ReturnType<typeof shareWithFirstNation>>;
beforeEach(async () => {
  hub = await queryHub();
  ids = await shareWithFirstNation(hub);
});
afterEach(() => hub.close());

const trace = /saugeen|BCR-7|Two rooms|our own plan/i;
const others = Object.entries(callers).filter(([name]) => name !== 'itself');

async function seen(caller: Caller, asOf?: object) {
  const told = await toldTo(hub, ids, caller, asOf);
  const own = told.plans.includes(ids.ownPlanId) || told.plans.includes(ids.commitmentId);
  return { plans: own || trace.test(told.plans), numbers: trace.test(told.numbers) };
}

const reason = { en: 'The band council decided' };

describe('without its consent', () => {
  it.each(others)('nothing of a First Nation is shown to %s', async (_, caller) => {
    expect(await seen(caller)).toEqual({ plans: false, numbers: false });
  });

  it('a First Nation sees all of its own', async () => {
    expect(await seen(callers.itself)).toEqual({ plans: true, numbers: true });
    const { plans } = await toldTo(hub, ids, callers.itself);
    for (const id of Object.values(ids)) expect(plans).toContain(id);
  });

  it('the status of a joint plan still follows from all of its bodies', async () => {
    const { plan } = await hub.read<{ plan: object }>(
      `{ plan(id: "${ids.planId}") { status bodies { organization { code } } } }`,
    );
    expect(plan).toEqual({
      status: 'IN_PREPARATION',
      bodies: [{ organization: { code: '3541024' } }],
    });
  });

  it('what others decide about what it decided is not shown either', async () => {
    const { planId } = ids;
    const events = await hub.log.readStream(planId);
    const ofType = (type: string) => events.find((each) => each.type === type);
    const why = { en: 'BCR-7 concerned another plan' };
    const { revision = 0 } = ofType('PlanAdopted') ?? {};
    const mark = { stream: planId, revision, reason: why };
    const { events: marks } = await hub.record(markRecordedInError, mark, administrator);
    const marked = marks[0]?.revision ?? 0;
    await hub.record(markRecordedInError, { ...mark, revision: marked }, administrator);
    const roleId = ofType('PlanRoleAssigned')?.data['roleId'] as string;
    const end = { planId, roleId, endedOn: '2024-06-01', reason: why };
    const { events: ends } = await hub.record(endPlanRole, end, administrator);
    const [key = ''] = textKeysIn(ends[0]?.data);
    const shown = textKeysIn(ofType('PlanOpened')?.data);
    expect(shown).not.toEqual([]);
    const redaction = { stream: planId, authority: 'A', reason: why };
    await hub.record(redactTexts, { ...redaction, keys: [...shown, key] }, administrator);
    const typesFor = async (caller: Caller) => {
      const { planTimeline } = await hub.read<{
        planTimeline: { edges: { node: { type: string } }[] };
      }>(`{ planTimeline(planId: "${planId}") { edges { node { type } } } }`, {}, { caller });
      return planTimeline.edges.map(({ node }) => node.type);
    };
    for (const [, caller] of others)
      expect(await typesFor(caller)).toEqual(['PlanOpened', 'StrategyAdopted']);
    expect((await typesFor(callers.itself)).slice(-4)).toEqual([
      'DecisionRecordedInError',
      'DecisionRecordedInError',
      'PlanRoleEnded',
      'TextRedacted',
    ]);
  });

  it('its numbers are not in the sum of the province, nor expected there', async () => {
    expect(await sum()).toEqual({ value: '40', completeness: { bodiesExpected: 1 } });
    await openUp(hub, { ...openTerms, level: 'AGGREGATED' });
    expect(await sum()).toEqual({ value: '47', completeness: { bodiesExpected: 2 } });
    expect(await seen(callers.public)).toEqual({ plans: false, numbers: false });
  });
});

const sum = async () => {
  const source = `{ provinceOutcome(indicator: "${indicator}", period: "2023") {
    value completeness { bodiesExpected }
  } }`;
  const { provinceOutcome } = await hub.read<{ provinceOutcome: object }>(source);
  return provinceOutcome;
};

describe('with its consent', () => {
  it.each(others)('%s sees what it covers', async (_, caller) => {
    await openUp(hub);
    expect(await seen(caller)).toEqual({ plans: true, numbers: true });
  });

  it('only those see it to whom it was given', async () => {
    await openUp(hub, { ...openTerms, audiences: ['MINISTRY'] });
    expect(await seen(callers.analyst)).toEqual({ plans: true, numbers: true });
    expect(await seen(callers.neighbour)).toEqual({ plans: false, numbers: false });
    expect(await seen(callers.researcher)).toEqual({ plans: false, numbers: false });
    expect(await seen(callers.public)).toEqual({ plans: false, numbers: false });
  });

  it('covers plans or numbers, as it says', async () => {
    await openUp(hub, { ...openTerms, indicators: [] });
    expect(await seen(callers.public)).toEqual({ plans: true, numbers: false });
    await openUp(hub, { ...openTerms, plans: false, indicators: [indicator] });
    expect(await seen(callers.public)).toEqual({ plans: true, numbers: true });
  });

  it('once withdrawn it hides everything at once, also as of a time when it was in force', async () => {
    const { position, withdraw } = await openUp(hub);
    const then = { position: String(position) };
    expect(await seen(callers.public, then)).toEqual({ plans: true, numbers: true });
    await withdraw();
    for (const [, caller] of others) {
      expect(await seen(caller)).toEqual({ plans: false, numbers: false });
      expect(await seen(caller, then)).toEqual({ plans: false, numbers: false });
    }
    expect(await sum()).toEqual({ value: '40', completeness: { bodiesExpected: 1 } });
  });

  it('once narrowed it covers less, and never more', async () => {
    const { grantId } = await openUp(hub);
    const terms = { firstNation: saugeen, grantId, ...openTerms, plans: false, reason };
    await hub.record(narrowConsent, terms);
    expect(await seen(callers.public)).toEqual({ plans: false, numbers: true });
    const wider = { ...terms, plans: true, idempotencyKey: 'wider' };
    expect(await hub.execute(narrowConsent, wider, administrator)).toMatchObject({
      outcome: 'refused',
      refusals: [{ code: 'consent-not-narrower', field: 'input.plans' }],
    });
  });

  it('runs out at midnight in Toronto, and no cached answer outlives it', async () => {
    await openUp(hub, { ...openTerms, until: '2024-06-15' });
    hub.clock.now = '2024-06-16T03:59:00.000Z';
    expect(await seen(callers.public)).toEqual({ plans: true, numbers: true });
    const { tags } = await hub.ask(`{ plan(id: "${ids.planId}") { status } }`);
    expect([...tags]).toEqual(expect.arrayContaining(['consents', 'day:2024-06-15']));
    hub.clock.now = '2024-06-16T04:00:00.000Z';
    expect(await seen(callers.public)).toEqual({ plans: false, numbers: false });
  });

  it('a withdrawal is never taken back as recorded in error', async () => {
    const { withdraw } = await openUp(hub);
    const { stream } = await withdraw();
    const mark = { stream, revision: 1, reason, idempotencyKey: 'revive' };
    expect(await hub.execute(markRecordedInError, mark, administrator)).toMatchObject({
      outcome: 'refused',
      refusals: [{ code: 'consent-withdrawal-stands' }],
    });
  });
});

describe('the register of consents', () => {
  const source = `{ consents(firstNation: "${saugeen}") { audiences level withdrawn } }`;
  it('is for the First Nation and the ministry', async () => {
    const { withdraw } = await openUp(hub);
    await withdraw();
    const consents = [{ audiences: ['PUBLIC'], level: 'IDENTIFIED', withdrawn: true }];
    for (const caller of [callers.itself, callers.analyst])
      expect(await hub.read(source, {}, { caller })).toEqual({ consents });
    for (const caller of [callers.public, callers.neighbour])
      expect(await hub.read(source, {}, { caller })).toEqual({ consents: null });
  });
});
