import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  adoptPlan,
  joinPlan,
  leavePlan,
  openPlan,
  publishPlan,
} from '../../src/domain/plan/commands.js';
import { approver } from '../support/command-desk.js';
import { operation } from '../support/contract-operations.js';
import { adoptHamiltonPlan, body, registerTowns } from './query-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

let hub: QueryHub;
let planId: string;
const hamilton = approver(body.hamilton);
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  const title = { en: 'Safe Hamilton' };
  planId = (await hub.record(openPlan, { title, bodies: [body.hamilton] }, hamilton)).stream;
});
afterAll(() => hub.close());

async function obligations(variables: object = {}) {
  const { data, tags } = await hub.ask(operation('Obligations'), variables);
  return { counts: data?.['obligations'], tags };
}

// Hamilton, Ottawa, Cockburn Island and Peel must plan; Peel plans for Mississauga.
const duties = { required: 4, coveredThroughUpperTier: 1, notRequired: 1 };

describe('obligations', () => {
  test('count bodies by duty, and all are late that have adopted nothing', async () => {
    const { counts, tags } = await obligations();
    expect(counts).toEqual({ ...duties, adopted: 0, published: 0, overdue: 4 });
    expect(tags).toEqual(new Set(['organizations', 'plans', `plan:${planId}`, 'day:2024-06-15']));
  });

  test('were not late until the day of first adoption had passed', async () => {
    expect((await obligations({ on: '2021-07-01' })).counts).toMatchObject({ overdue: 0 });
    expect((await obligations({ on: '2021-07-02' })).counts).toMatchObject({ overdue: 4 });
  });

  test('did not exist before the duty', async () => {
    expect((await obligations({ on: '2018-12-31' })).counts).toMatchObject({
      required: 0,
      coveredThroughUpperTier: 0,
      notRequired: 0,
    });
  });

  test('are met by adoption, and late again when the plan is not published in time', async () => {
    const before = String(hub.readModels.position());
    await adoptHamiltonPlan(hub, planId, '2024-05-20');
    const met = { ...duties, adopted: 1, published: 0, overdue: 3 };
    expect((await obligations({ on: '2024-06-19' })).counts).toEqual(met);
    expect((await obligations({ on: '2024-06-20' })).counts).toEqual({ ...met, overdue: 4 });
    // As the hub knew it before the adoption, and on a day before the council had met.
    const past = await obligations({ asOf: { position: before }, on: '2024-06-19' });
    expect(past.counts).toMatchObject({ adopted: 0, overdue: 4 });
    expect((await obligations({ on: '2024-05-19' })).counts).toMatchObject({ adopted: 0 });
  });

  test('of a body are not met by the plan of others that it has yet to adopt', async () => {
    await hub.record(joinPlan, { planId, body: body.ottawa }, hamilton);
    const counts = { ...duties, adopted: 1, published: 0, overdue: 3 };
    expect((await obligations()).counts).toEqual(counts);
  });

  test('of a body are not met by a plan that it has left', async () => {
    const ottawa = approver(body.ottawa);
    const adoption = { planId, body: body.ottawa, adoptedOn: '2024-06-10', resolution: '12' };
    await hub.record(adoptPlan, adoption, ottawa);
    expect((await obligations()).counts).toMatchObject({ adopted: 2, overdue: 2 });
    const reason = { en: 'Ottawa plans alone' };
    await hub.record(leavePlan, { planId, body: body.ottawa, reason }, ottawa);
    await hub.record(joinPlan, { planId, body: body.ottawa }, hamilton);
    expect((await obligations()).counts).toMatchObject({ adopted: 1, overdue: 3 });
  });
});

describe('a plan that was published', () => {
  test('counts from the day of publication, and is not late though it came late', async () => {
    const title = { en: 'Cockburn Island' };
    const island = approver(body.cockburnIsland);
    const bodies = [body.cockburnIsland];
    const { stream } = await hub.record(openPlan, { title, bodies }, island);
    const adoption = { planId: stream, body: body.cockburnIsland, resolution: '7' };
    await hub.record(adoptPlan, { ...adoption, adoptedOn: '2024-01-10' }, island);
    const url = 'https://cockburnisland.ca/plan';
    await hub.record(publishPlan, { planId: stream, url, publishedOn: '2024-06-01' }, island);
    const late = await obligations({ on: '2024-05-31' });
    expect(late.counts).toMatchObject({ adopted: 2, published: 0, overdue: 3 });
    const done = await obligations({ on: '2024-06-01' });
    expect(done.counts).toMatchObject({ adopted: 2, published: 1, overdue: 2 });
  });
});
