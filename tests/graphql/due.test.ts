import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCommitment, withdrawCommitment } from '../../src/domain/commitment/commands.js';
import {
  declareCommitmentStatus,
  reachCommitmentMilestone,
  setCommitmentMilestone,
} from '../../src/domain/commitment/tracking-commands.js';
import { callers, shareWithFirstNation } from './consent-town.js';
import { queryHub, type QueryHub } from './query-hub.js';
import {
  adoptHamiltonPlan,
  body,
  defineIndicators,
  openHamiltonPlan,
  registerTowns,
} from './query-town.js';

const dueSource = `query ($filter: DueFilter, $on: Date, $first: Int = 50, $after: String) {
  due(filter: $filter, on: $on, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id kind what { fr } title { en } dueOn state daysLate organizations { code } } }
  }
}`;

type Due = {
  readonly due: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly {
      readonly node: Readonly<Record<'id' | 'kind' | 'dueOn' | 'state', string>> & {
        readonly what: { readonly fr: string };
        readonly daysLate: number | null;
      };
    }[];
  };
};

const reason = { en: 'The service was dissolved' };

describe('what is due', () => {
  let hub: QueryHub;
  let planId: string;
  let commitmentId: string;
  let milestoneId: string;

  beforeAll(async () => {
    hub = await queryHub();
    await registerTowns(hub);
    await defineIndicators(hub);
    const plan = await openHamiltonPlan(hub);
    ({ planId, commitmentId } = plan);
    await adoptHamiltonPlan(hub, planId, '2024-06-01', '2024-06-10');
    const milestone = { commitmentId, name: { en: 'Terms signed' }, dueOn: '2024-09-30' };
    const set = await hub.record(setCommitmentMilestone, milestone);
    milestoneId = String(set.events[0]?.data['milestoneId']);
    const { strategyId } = plan;
    const made = {
      planId,
      strategyId,
      partner: body.hamilton,
      statement: { en: 'A nurse' },
      dueOn: '2024-05-01',
      effectiveOn: '2024-01-15',
    };
    await hub.record(makeCommitment, made);
    const given = await hub.record(makeCommitment, { ...made, dueOn: '2024-08-01' });
    await hub.record(withdrawCommitment, { commitmentId: given.stream, reason });
    // It has no day by which it is to be kept.
    await hub.record(makeCommitment, { ...made, dueOn: undefined });
  });
  afterAll(() => hub.close());

  const read = async (filter: object, on?: string) =>
    (await hub.read<Due>(dueSource, { filter, on })).due.edges.map(({ node }) => node);

  it('of a plan is what it still has to do, first what is due first', async () => {
    const items = await read({ planId });
    expect(items.map(({ kind, dueOn, state, daysLate }) => [kind, dueOn, state, daysLate])).toEqual(
      [
        ['commitment', '2024-05-01', 'LATE', 45],
        ['milestone', '2024-09-30', 'OPEN', null],
        ['commitment', '2025-03-31', 'OPEN', null],
        ['review', '2028-06-01', 'OPEN', null],
      ],
    );
    expect(items[1]?.what.fr).toBe('Jalon à atteindre');
  });

  it('of an organization lies between two days, and what was done or given up if asked', async () => {
    const mine = { organization: body.hamilton, includeClosed: true };
    const items = await read({ ...mine, from: '2024-05-02', to: '2024-12-31' });
    expect(items.map(({ kind, state, daysLate }) => [kind, state, daysLate])).toEqual([
      ['publication', 'DONE', null],
      ['commitment', 'CANCELLED', null],
    ]);
    const police = await read({ organization: 'hamilton-police' });
    expect(police.map(({ id }) => id)).toEqual([milestoneId, commitmentId]);
  });

  it('is read on the day asked for, and otherwise depends on today', async () => {
    const [milestone] = await read({ kind: 'milestone' }, '2024-10-02');
    expect(milestone).toMatchObject({ state: 'LATE', daysLate: 2 });
    const today = await hub.ask(dueSource);
    expect([...today.tags]).toEqual(
      expect.arrayContaining(['day:2024-06-15', 'plans', `plan:${planId}`, 'organizations']),
    );
    const then = await hub.ask(dueSource, { on: '2024-10-02' });
    expect(then.tags).not.toContain('day:2024-06-15');
  });

  it('is read page by page without a gap or a repetition', async () => {
    const found: unknown[] = [];
    let after: string | undefined;
    do {
      const { due } = await hub.read<Due>(dueSource, { first: 2, after });
      found.push(...due.edges.map(({ node }) => node));
      after = due.pageInfo.hasNextPage ? due.pageInfo.endCursor : undefined;
    } while (after !== undefined);
    const whole = await hub.read<Due>(dueSource);
    expect(found).toEqual(whole.due.edges.map(({ node }) => node));
    expect(found).toHaveLength(whole.due.totalCount);
  });

  it('a milestone that was reached is done', async () => {
    await hub.record(reachCommitmentMilestone, {
      commitmentId,
      milestoneId,
      reachedOn: '2024-06-14',
    });
    expect(await read({ kind: 'milestone' })).toEqual([]);
    expect(await read({ kind: 'milestone', includeClosed: true })).toMatchObject([
      { state: 'DONE' },
    ]);
  });

  it('commitments are counted by how they stand and by their age, and listed behind each', async () => {
    await hub.record(declareCommitmentStatus, {
      commitmentId,
      outlook: 'AT_RISK',
      declaredOn: '2024-06-15',
      reason,
    });
    const { commitmentAgeing, commitments } = await hub.read<{
      commitmentAgeing: {
        all: { byStatus: { status: string; count: number }[] };
        groups: { key: string; counts: { commitments: number; withoutProgress: number } }[];
      };
      commitments: { totalCount: number };
    }>(`{
      commitmentAgeing(by: PARTNER) {
        all { commitments byStatus { status count } overdue { bucket count } withoutProgress }
        groups { key name { en } counts { commitments withoutProgress } }
      }
      commitments(filter: { overdue: UP_TO_90, area: RISK_INTERVENTION, sector: "health" }) {
        totalCount edges { node { dueOn standing { status reason daysLate } } }
      }
    }`);
    expect(commitmentAgeing).toEqual({
      all: {
        commitments: 4,
        byStatus: [
          { status: 'ON_TRACK', count: 1 },
          { status: 'AT_RISK', count: 1 },
          { status: 'STALE', count: 0 },
          { status: 'LATE', count: 1 },
          { status: 'FULFILLED', count: 0 },
          { status: 'WITHDRAWN', count: 1 },
        ],
        overdue: [
          { bucket: 'UP_TO_30', count: 0 },
          { bucket: 'UP_TO_90', count: 1 },
          { bucket: 'UP_TO_180', count: 0 },
          { bucket: 'OVER_180', count: 0 },
        ],
        withoutProgress: 3,
      },
      groups: [
        {
          key: body.hamilton,
          name: { en: 'Hamilton' },
          counts: { commitments: 3, withoutProgress: 2 },
        },
        {
          key: 'hamilton-police',
          name: { en: 'Hamilton Police' },
          counts: { commitments: 1, withoutProgress: 1 },
        },
      ],
    });
    expect(commitments).toEqual({
      totalCount: 1,
      edges: [
        {
          node: {
            dueOn: '2024-05-01',
            standing: { status: 'LATE', reason: 'past-due', daysLate: 45 },
          },
        },
      ],
    });
  });
});

describe('what is due of a First Nation', () => {
  it('is not shown without its consent, and neither are its commitments', async () => {
    const hub = await queryHub();
    const { planId } = await shareWithFirstNation(hub);
    const { plan } = await hub.read<{ plan: { strategies: { id: string }[] } }>(
      'query ($id: ID!) { plan(id: $id) { strategies { id } } }',
      { id: planId },
    );
    await hub.record(makeCommitment, {
      planId,
      strategyId: plan.strategies[0]?.id ?? '',
      partner: 'saugeen',
      statement: { en: 'Two rooms' },
      dueOn: '2025-01-31',
    });
    const shown = async (caller: (typeof callers)[keyof typeof callers]) => {
      const { due, commitments } = await hub.read<{
        due: { totalCount: number };
        commitments: { totalCount: number };
      }>(
        `{ due(filter: { organization: "saugeen", kind: "commitment" }) { totalCount }
           commitments(filter: { partner: "saugeen" }) { totalCount } }`,
        {},
        { caller },
      );
      return [due.totalCount, commitments.totalCount];
    };
    expect(await shown(callers.public)).toEqual([0, 0]);
    expect(await shown(callers.itself)).toEqual([1, 2]);
    await hub.close();
  });
});
