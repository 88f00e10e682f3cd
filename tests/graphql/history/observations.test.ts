import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../../src/domain/authority.js';
import { defineIndicator } from '../../../src/domain/indicator/commands.js';
import { correctObservation, recordObservation } from '../../../src/domain/observation/commands.js';
import { registerOrganization } from '../../../src/domain/organization/commands.js';
import { markRecordedInError } from '../../../src/domain/record/commands.js';
import { administrator, approver } from '../../support/command-desk.js';
import type { QueryHub } from '../query-hub.js';
import { numbers } from '../query-numbers.js';
import { body, definitions } from '../query-town.js';

let hub: QueryHub;
let beforeCorrection: number;
beforeAll(async () => {
  ({ hub, beforeCorrection } = await numbers());
});
afterAll(() => hub.close());

type Node = Readonly<Record<string, unknown>> & { readonly period: string; readonly value: string };
type Page = {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

async function ask(args: string, caller: Caller = publicCaller) {
  const source = `{ observations(${args}) { pageInfo { hasNextPage endCursor } edges { cursor node {
    indicator { key } organization { code } area { code } period categories { dimension category }
    status value numerator denominator absence flags indicatorVersion sourceReleasedOn position
    recordedAt actingFor { code } reason { en } standsFrom supersededAt recordedInError } } } }`;
  const { data, errors, tags } = await hub.ask<{ observations: Page }>(source, {}, { caller });
  const page = data?.observations;
  const nodes = page?.edges.map(({ node }) => node) ?? [];
  return { page, nodes, tags, reason: errors?.[0]?.extensions?.['reason'] };
}

const values = async (args: string): Promise<readonly unknown[]> =>
  (await ask(args)).nodes.map(({ value }) => value);

describe('observations', () => {
  test('of a body are those of all its indicators that stand, in order of recording', async () => {
    const { nodes, tags } = await ask('organization: "3525005"', administrator);
    expect(nodes).toMatchObject([
      {
        indicator: { key: 'housing-cost-burden' },
        categories: [{ dimension: 'age-groups', category: '15-24' }],
        value: '62.50',
        numerator: '5',
        reason: null,
        supersededAt: null,
      },
      {
        organization: { code: body.hamilton },
        area: null,
        value: '30.00',
        recordedAt: '2024-06-20T16:00:00.000Z',
        actingFor: { code: 'solgen' },
        reason: { en: 'Late questionnaires' },
        recordedInError: false,
      },
      { indicator: { key: 'calls-for-service' }, value: '1200', absence: null },
    ]);
    expect(tags).toEqual(
      new Set(['observed:3525005', 'organizations', 'indicators', 'redactions']),
    );
  });

  test('have every version they ever had, with what superseded it', async () => {
    const args = 'indicator: "crime-severity-index", area: "01", versions: true';
    const { nodes, tags } = await ask(args);
    expect(nodes).toMatchObject([
      { value: '77.89', sourceReleasedOn: '2023-07-31', reason: null },
      { value: '78.84', area: { code: '01' }, reason: { en: 'Revised by its source' } },
    ]);
    expect(nodes[0]).toMatchObject({ supersededAt: nodes[1]?.['position'] });
    expect(tags).toContain('series:crime-severity-index:01');
  });

  test('of a past are those of that past', async () => {
    const past = `asOf: { position: "${beforeCorrection}" }`;
    const hamilton = `indicator: "housing-cost-burden", organization: "3525005", ${past}`;
    expect(await values(hamilton)).toEqual(['25.00', '62.50']);
    expect(await values(`${hamilton}, versions: true, categories: []`)).toEqual(['25.00']);
    const released = 'asOf: { sourceReleasedOn: "2023-12-31" }';
    expect(await values(`area: "01", ${released}`)).toEqual(['77.89']);
    const early = await ask('indicator: "calls-for-service", asOf: { position: "1" }');
    expect(early.page).toBeNull();
  });

  test('are narrowed by period, category and when they were recorded', async () => {
    const burden = 'indicator: "housing-cost-burden", versions: true';
    expect(await values(`${burden}, periodFrom: "2022"`)).toEqual([]);
    expect(await values(`${burden}, periodTo: "2020"`)).toEqual([]);
    expect(await values(`${burden}, periodFrom: "2021", periodTo: "2021-Q4"`)).toHaveLength(5);
    expect(await values(`${burden}, recordedFrom: "2024-06-20T12:00:00-04:00"`)).toEqual(['30.00']);
    expect(await values(`${burden}, recordedTo: "2024-06-20T16:00:00Z"`)).toHaveLength(4);
    const young = 'categories: [{ dimension: "age-groups", category: "15-24" }]';
    expect(await values(`${burden}, ${young}`)).toEqual(['62.50']);
  });

  test('come page by page, as of the first page', async () => {
    const list = 'indicator: "housing-cost-burden", versions: true, first: 2';
    const first = await ask(list);
    expect(first.page?.pageInfo.hasNextPage).toBe(true);
    await hub.record(recordObservation, {
      indicator: 'housing-cost-burden',
      organization: body.mississauga,
      period: '2016',
      numerator: '1',
      denominator: '4',
    });
    const second = await ask(`${list}, after: "${first.page?.pageInfo.endCursor}"`);
    const third = await ask(`${list}, after: "${second.page?.pageInfo.endCursor}"`);
    expect(third.page?.pageInfo.hasNextPage).toBe(false);
    const all = [first, second, third].flatMap(({ nodes }) => nodes.map(({ value }) => value));
    expect(all).toEqual(['25.00', '22.50', null, '62.50', '30.00']);
  });

  test('that are not released keep their numbers and reasons to those who may read', async () => {
    const calls = { indicator: 'calls-for-service', period: '2023', organization: body.hamilton };
    const reason = { en: 'Two of them twice' };
    await hub.record(correctObservation, { ...calls, value: '1198', reason });
    const args = 'indicator: "calls-for-service", versions: true';
    const told = async (caller: Caller) =>
      (await ask(args, caller)).nodes.map((node) => [node.value, node['absence'], node['reason']]);
    const hidden = [null, 'NOT_RELEASED', null];
    expect(await told(publicCaller)).toEqual([hidden, hidden, hidden]);
    const own = [
      ['1200', null, null],
      ['1198', null, reason],
    ];
    expect(await told(approver(body.hamilton))).toEqual([own[0], hidden, own[1]]);
    expect(await told(administrator)).toEqual([own[0], ['0', null, null], own[1]]);
  });

  test('tell which version was recorded in error, and that the one before stands again', async () => {
    const stream = `observation-calls_for_service.${body.hamilton}`;
    await hub.record(markRecordedInError, { stream, revision: 1, reason: { en: 'Wrong year' } });
    const args = 'indicator: "calls-for-service", organization: "3525005", versions: true';
    const { nodes } = await ask(args, administrator);
    const [first, wrong, again] = nodes;
    expect([first?.value, wrong?.value, again?.value]).toEqual(['1200', '1198', '1200']);
    expect(nodes.map((node) => node['recordedInError'])).toEqual([false, true, false]);
    expect(again?.['position']).toBe(first?.['position']);
    expect(again?.['standsFrom']).toBe(wrong?.['supersededAt']);
  });

  test.each([
    ['observations-unbounded', 'periodFrom: "2021"'],
    ['indicator-unknown', 'indicator: "none"'],
    ['organization-unknown', 'organization: "9"'],
    ['area-unknown', 'area: "9"'],
    ['geography-ambiguous', 'area: "35", organization: "3525005"'],
    ['interval-reversed', 'area: "35", periodFrom: "2022", periodTo: "2021"'],
    [
      'interval-reversed',
      'area: "35", recordedFrom: "2022-01-01T00:00:00Z", recordedTo: "2021-01-01T00:00:00Z"',
    ],
    [
      'category-unknown',
      'indicator: "calls-for-service", categories: [{ dimension: "age-groups", category: "0" }]',
    ],
    ['page-size-out-of-range', 'area: "35", first: 501'],
  ])('are refused as %s', async (reason, args) => {
    expect((await ask(args)).reason).toBe(reason);
  });
});

test('pages go on past what may not be shown, also where earlier versions stand again', async () => {
  const nations = ['saugeen', 'nawash'];
  const { 'crime-severity-index': definition } = definitions;
  const universe = { kind: 'LISTED' as const, bodies: nations };
  for (const code of nations)
    await hub.record(registerOrganization, { code, kind: 'FIRST_NATION', name: { en: code } });
  await hub.record(defineIndicator, { key: 'of-nations', ...definition, universe });
  const reason = { en: 'Counted anew' };
  const number = (organization: string, value: string) => ({
    indicator: 'of-nations',
    organization,
    period: '2023',
    value,
  });
  for (const code of nations) await hub.record(recordObservation, number(code, '1'));
  for (const code of nations)
    await hub.record(correctObservation, { ...number(code, '2'), reason });
  for (const code of nations)
    await hub.record(markRecordedInError, {
      stream: `observation-of_nations.${code}`,
      revision: 1,
      reason,
    });
  const { page } = await ask('indicator: "of-nations", versions: true, first: 1');
  expect(page).toMatchObject({ edges: [], pageInfo: { hasNextPage: false } });
});
