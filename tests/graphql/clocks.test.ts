import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adoptPlan, openPlan } from '../../src/domain/plan/commands.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { body, registerTowns } from './query-town.js';

const source = `query ($first: Int!, $after: String, $filter: ClockFilter, $on: Date) {
  statutoryClocks(first: $first, after: $after, filter: $filter, on: $on) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { code status dueOn daysLate reason planId bodies { code } } }
  }
}`;

type Clocks = {
  readonly statutoryClocks: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly {
      readonly node: {
        readonly code: string;
        readonly status: string;
        readonly daysLate: number | null;
        readonly reason: string | null;
        readonly bodies: readonly { readonly code: string }[];
      };
    }[];
  };
};

describe('the register of statutory clocks', () => {
  let hub: QueryHub;
  beforeAll(async () => {
    hub = await queryHub();
    await registerTowns(hub);
    const opened = await hub.record(openPlan, { title: { en: 'Plan' }, bodies: [body.hamilton] });
    const adoption = { body: body.hamilton, adoptedOn: '2021-07-03', resolution: '2021-9' };
    await hub.record(adoptPlan, { planId: opened.stream, ...adoption });
  });
  afterAll(() => hub.close());

  const read = async (filter: object, on = '2021-07-11', first = 100) =>
    (await hub.read<Clocks>(source, { first, filter, on })).statutoryClocks.edges.map(
      ({ node }) => node,
    );

  it('says how late each body that must plan adopted, or is with adopting', async () => {
    const late = await read({ code: 'adoption', status: 'LATE' });
    const days = late.map(({ bodies, daysLate }) => [bodies[0]?.code, daysLate]);
    expect(Object.fromEntries(days)).toEqual({
      [body.hamilton]: 2,
      [body.ottawa]: 10,
      [body.cockburnIsland]: 10,
      [body.peel]: 10,
    });
  });

  it('says why a clock does not apply', async () => {
    const resting = await read({ status: 'NOT_APPLICABLE' });
    const reasons = resting.map(({ bodies, reason }) => [bodies[0]?.code, reason]);
    expect(Object.fromEntries(reasons)).toEqual({
      [body.mississauga]: 'covered-through-upper-tier',
      [body.huron]: 'not-obliged',
    });
  });

  it('finds the clocks of a body and of its plans, first what is due first', async () => {
    const clocks = await read({ body: body.hamilton });
    expect(clocks.map(({ code, status }) => [code, status])).toEqual([
      ['adoption', 'LATE'],
      ['publication', 'DUE'],
      ['review', 'DUE'],
    ]);
  });

  it('is read page by page without a gap or a repetition', async () => {
    const found: unknown[] = [];
    let after: string | undefined;
    do {
      const { statutoryClocks } = await hub.read<Clocks>(source, { first: 3, after });
      found.push(...statutoryClocks.edges.map(({ node }) => node));
      const { hasNextPage, endCursor } = statutoryClocks.pageInfo;
      after = hasNextPage ? endCursor : undefined;
    } while (after !== undefined);
    const whole = await hub.read<Clocks>(source, { first: 100 });
    expect(found).toEqual(whole.statutoryClocks.edges.map(({ node }) => node));
    expect(found).toHaveLength(whole.statutoryClocks.totalCount);
  });

  it('depends on the day unless one is asked for, so no remembered answer outlives it', async () => {
    const today = await hub.ask(source, { first: 5 });
    expect(today.tags).toContain('day:2024-06-15');
    const then = await hub.ask(source, { first: 5, on: '2021-07-11' });
    expect(then.tags).not.toContain('day:2024-06-15');
  });
});
