import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  fulfillCommitment,
  reportCommitmentProgress,
} from '../../src/domain/commitment/commands.js';
import { setBaseline, setTarget } from '../../src/domain/measure/commands.js';
import { joinPlan, leavePlan, retireStrategy } from '../../src/domain/plan/commands.js';
import { redactTexts } from '../../src/domain/record/commands.js';
import { approver } from '../support/command-desk.js';
import { operation } from '../support/contract-operations.js';
import {
  adoptHamiltonPlan,
  body,
  defineIndicators,
  openHamiltonPlan,
  registerTowns,
  type HamiltonPlan,
} from './query-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

let hub: QueryHub;
let ids: HamiltonPlan;
let afterOpening: number;
const hamilton = approver(body.hamilton);
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  ids = await openHamiltonPlan(hub);
  afterOpening = hub.readModels.position();
  const { commitmentId, measureId, planId } = ids;
  const { record } = hub;
  const reportedOn = '2024-06-01';
  const progress = { commitmentId, reportedOn, percent: 40, note: { en: 'One officer joined' } };
  await record(reportCommitmentProgress, progress, hamilton);
  await record(setBaseline, { measureId, kind: 'VALUE', value: '24.07', period: '2021' }, hamilton);
  const target = { measureId, kind: 'ABSOLUTE' as const, value: '20', dueOn: '2030-12-31' };
  await record(setTarget, target, hamilton);
  await record(joinPlan, { planId, body: body.ottawa }, hamilton);
  const reason = { en: 'Ottawa plans alone' };
  await record(leavePlan, { planId, body: body.ottawa, reason }, hamilton);
  await adoptHamiltonPlan(hub, planId, '2024-05-02');
});
afterAll(() => hub.close());

type Plan = Readonly<Record<string, unknown>>;
async function plan(variables: object = {}) {
  const named = { id: ids.planId, ...variables };
  const { data, tags } = await hub.ask<{ plan: Plan | null }>(operation('Plan'), named);
  return { plan: data?.plan, tags };
}

describe('a plan', () => {
  test('reads as a whole', async () => {
    const { plan: whole, tags } = await plan();
    expect(whole).toEqual({
      id: ids.planId,
      revision: 6,
      title: { en: 'Safe Hamilton', fr: 'Hamilton en sécurité' },
      status: 'ADOPTED',
      bodies: [
        {
          organization: { code: '3525005', name: { en: 'Hamilton' } },
          joinedOn: '2024-06-15',
          leftOn: null,
          adoption: { adoptedOn: '2024-05-02', resolution: '2024-101' },
        },
        {
          organization: { code: '3506008', name: { en: 'Ottawa' } },
          joinedOn: '2024-06-15',
          leftOn: '2024-06-15',
          adoption: null,
        },
      ],
      risks: [
        {
          id: ids.riskId,
          code: 'basic-needs',
          name: { en: expect.stringContaining('needs'), fr: expect.any(String) },
          rank: 1,
        },
      ],
      strategies: [
        {
          id: ids.strategyId,
          title: { en: 'Situation table' },
          area: 'RISK_INTERVENTION',
          sectors: ['police', 'health'],
          risks: [{ id: ids.riskId }],
          commitments: [
            {
              id: ids.commitmentId,
              statement: { en: 'Two officers join the table' },
              status: 'ACTIVE',
              partner: { code: 'hamilton-police', name: { en: 'Hamilton Police' } },
              dueOn: '2025-03-31',
              progress: [{ reportedOn: '2024-06-01', percent: 40 }],
            },
          ],
        },
      ],
      measures: [
        {
          id: ids.measureId,
          level: 'LONG_TERM',
          indicator: { key: 'housing-cost-burden' },
          baseline: { kind: 'VALUE', value: '24.07' },
          target: { kind: 'ABSOLUTE', value: '20', dueOn: '2030-12-31' },
        },
      ],
      clocks: [
        { code: 'publication', dueOn: '2024-06-01', status: 'LATE' },
        { code: 'review', dueOn: '2028-05-02', status: 'DUE' },
      ],
      asOf: expect.objectContaining({ position: String(hub.readModels.position()) }),
    });
    expect(tags).toEqual(
      new Set([
        `plan:${ids.planId}`,
        'organizations',
        'indicators',
        'code-lists',
        'redactions',
        'day:2024-06-15',
      ]),
    );
  });

  test('has clocks that may be read on any day, which then is no longer today', async () => {
    const { plan: early, tags } = await plan({ on: '2024-05-20' });
    expect(early?.['clocks']).toMatchObject([{ status: 'DUE' }, { status: 'DUE' }]);
    expect([...tags].some((tag) => tag.startsWith('day:'))).toBe(false);
  });

  test('of a past is what had been decided by then', async () => {
    const { plan: past } = await plan({ asOf: { position: String(afterOpening) } });
    expect(past).toMatchObject({
      status: 'IN_PREPARATION',
      revision: 3,
      bodies: [{ leftOn: null, adoption: null }],
      measures: [{ baseline: null, target: null }],
      clocks: [{ status: 'NOT_APPLICABLE', dueOn: null }, { status: 'NOT_APPLICABLE' }],
    });
    expect((await plan({ asOf: { position: '3' } })).plan).toBeNull();
  });

  test('shows strategies that are no longer followed only when asked to', async () => {
    const { planId, strategyId } = ids;
    const asOf = { position: String(hub.readModels.position()) };
    await hub.record(
      retireStrategy,
      { planId, strategyId, reason: { en: 'The table closed' } },
      hamilton,
    );
    expect((await plan()).plan?.['strategies']).toEqual([]);
    expect((await plan({ asOf })).plan?.['strategies']).toHaveLength(1);
    const source = `query ($id: ID!) {
      plan(id: $id) { strategies(includeRetired: true) { id retired sectorNames { fr } } }
    }`;
    const { data } = await hub.ask(source, { id: planId });
    expect(data?.['plan']).toEqual({
      strategies: [
        {
          id: strategyId,
          retired: true,
          sectorNames: [{ fr: expect.any(String) }, expect.anything()],
        },
      ],
    });
  });

  test('is null when it is unknown or no plan at all', async () => {
    const unknown = [`plan-${'0'.repeat(32)}`, ids.commitmentId, 'plan-', '../plan', ''];
    for (const id of unknown) expect((await plan({ id })).plan).toBeNull();
  });
});

describe('a node', () => {
  const source = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id
    ... on Commitment { status plan { title { en } } }
    ... on Organization { upperTier { code } } } }`;

  test('of every kind is found by its id, in the order asked', async () => {
    const wanted = [
      'organization-3521005',
      'indicator-housing_cost_burden',
      ids.commitmentId,
      `plan-${'0'.repeat(32)}`,
      ids.measureId,
      ids.planId,
      'observation-housing_cost_burden.3525005',
    ];
    const { data } = await hub.ask(source, { ids: wanted });
    expect(data?.['nodes']).toEqual([
      { __typename: 'Organization', id: wanted[0], upperTier: { code: '3521' } },
      { __typename: 'Indicator', id: wanted[1] },
      {
        __typename: 'Commitment',
        id: wanted[2],
        status: 'ACTIVE',
        plan: { title: { en: 'Safe Hamilton' } },
      },
      null,
      { __typename: 'Measure', id: wanted[4] },
      { __typename: 'Plan', id: wanted[5] },
      null,
    ]);
  });

  test('is one of at most a hundred', async () => {
    const { errors } = await hub.ask(source, { ids: Array(101).fill(ids.planId) });
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'too-many-ids' });
    const { data } = await hub.ask(source, { ids: Array(100).fill(ids.planId) });
    expect(data?.['nodes']).toHaveLength(100);
  });

  test('of a past is as it was then', async () => {
    const { commitmentId } = ids;
    const before = String(hub.readModels.position());
    await hub.record(fulfillCommitment, { commitmentId, fulfilledOn: '2024-06-10' }, hamilton);
    const query = `query ($id: ID!, $asOf: AsOf) {
      node(id: $id, asOf: $asOf) { ... on Commitment { status fulfilledOn } } }`;
    const now = await hub.ask(query, { id: commitmentId });
    expect(now.data?.['node']).toEqual({ status: 'FULFILLED', fulfilledOn: '2024-06-10' });
    const then = await hub.ask(query, { id: commitmentId, asOf: { position: before } });
    expect(then.data?.['node']).toEqual({ status: 'ACTIVE', fulfilledOn: null });
  });
});

test('a redacted text is redacted in every past, and only it', async () => {
  const source = `query ($id: ID!, $asOf: AsOf) { commitment(id: $id, asOf: $asOf) {
    statement { en fr language redacted key } progress { note { en redacted } } } }`;
  const id = ids.commitmentId;
  type Data = { commitment: { statement: { key: string } } };
  const { statement } = (await hub.read<Data>(source, { id })).commitment;
  expect(statement).toMatchObject({ en: 'Two officers join the table', redacted: false });
  const before = String(hub.readModels.position());
  await hub.record(redactTexts, {
    stream: id,
    keys: [statement.key],
    authority: 'MFIPPA',
    reason: { en: 'Names a person' },
  });
  for (const asOf of [undefined, { position: before }])
    expect((await hub.ask(source, { id, asOf })).data?.['commitment']).toEqual({
      statement: { en: null, fr: null, language: 'EN', redacted: true, key: statement.key },
      progress: [{ note: { en: 'One officer joined', redacted: false } }],
    });
});
