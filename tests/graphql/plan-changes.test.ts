import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  reportCommitmentProgress,
  reviseCommitment,
} from '../../src/domain/commitment/commands.js';
import { setTarget } from '../../src/domain/measure/commands.js';
import {
  adoptStrategy,
  deprioritizeRisk,
  joinPlan,
  leavePlan,
  reviseStrategy,
} from '../../src/domain/plan/commands.js';
import { markRecordedInError, redactTexts } from '../../src/domain/record/commands.js';
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

const hamilton = approver(body.hamilton);
const reason = { en: 'Council asked for it' };

let hub: QueryHub;
let ids: HamiltonPlan;
let opened: number;
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  opened = hub.readModels.position() + 1;
  ids = await openHamiltonPlan(hub);
});
afterAll(() => hub.close());

type Change = Readonly<Record<'path' | 'kind' | 'before' | 'after' | 'causedBy', unknown>>;

async function changes(from: number, to?: number, planId = ids.planId) {
  const variables = {
    planId,
    from: { position: String(from) },
    to: to === undefined ? null : { position: String(to) },
  };
  type Data = { planChanges: readonly Change[] | null };
  return (await hub.read<Data>(operation('PlanChanges'), variables)).planChanges;
}

const here = () => hub.readModels.position();

describe('what changed in a plan', () => {
  test('since before it was opened is everything, entry by entry', async () => {
    const all = (await changes(0)) ?? [];
    expect(all.every(({ kind, before }) => kind === 'ADDED' && before === null)).toBe(true);
    expect(all.map(({ path }) => path).toSorted()).toEqual(
      [
        `/bodies/${body.hamilton}`,
        `/commitments/${ids.commitmentId}`,
        '/demonstration',
        `/measures/${ids.measureId}`,
        '/openedOn',
        `/risks/${ids.riskId}`,
        `/strategies/${ids.strategyId}`,
        '/title',
      ].toSorted(),
    );
    const risk = all.find(({ path }) => path === `/risks/${ids.riskId}`);
    expect(risk).toMatchObject({
      after: { code: 'basic-needs', rank: 1 },
      causedBy: { type: 'RiskPrioritized', position: String(opened + 2) },
    });
  });

  test('is nothing between a state and itself', async () => {
    expect(await changes(here())).toEqual([]);
    expect(await changes(opened, opened)).toEqual([]);
  });

  test('names the place, what was there, what is there, and the last cause', async () => {
    const start = here();
    const { planId, riskId, strategyId, commitmentId, measureId } = ids;
    const revised = {
      planId,
      strategyId,
      area: 'PREVENTION' as const,
      sectors: ['police', 'health', 'housing'],
      risks: [riskId],
      reason,
    };
    const title = (en: string) => ({ ...revised, title: { en, fr: "Table d'intervention" } });
    await hub.record(reviseStrategy, title('Situation tables'), hamilton);
    const last = await hub.record(reviseStrategy, title('Two situation tables'), hamilton);
    await hub.record(deprioritizeRisk, { planId, riskId, reason }, hamilton);
    const reportedOn = '2024-06-10';
    await hub.record(reportCommitmentProgress, { commitmentId, reportedOn, percent: 50 }, hamilton);
    const target = { measureId, kind: 'ABSOLUTE' as const, value: '20' };
    const targeted = await hub.record(setTarget, target, hamilton);
    const found = (await changes(start)) ?? [];
    expect(Object.fromEntries(found.map(({ path, ...change }) => [path, change]))).toEqual({
      [`/strategies/${strategyId}/title`]: {
        kind: 'CHANGED',
        before: { en: 'Situation table', fr: "Table d'intervention", language: 'en' },
        after: { en: 'Two situation tables', fr: "Table d'intervention", language: 'en' },
        causedBy: { type: 'StrategyRevised', position: String(last.position) },
      },
      [`/strategies/${strategyId}/area`]: {
        kind: 'CHANGED',
        before: 'RISK_INTERVENTION',
        after: 'PREVENTION',
        // The second revision left the area as the first had made it.
        causedBy: { type: 'StrategyRevised', position: String(last.position - 1) },
      },
      [`/strategies/${strategyId}/sectors`]: expect.objectContaining({
        before: ['police', 'health'],
        after: ['police', 'health', 'housing'],
      }),
      [`/risks/${riskId}/rank`]: expect.objectContaining({
        kind: 'REMOVED',
        before: 1,
        after: null,
        causedBy: expect.objectContaining({ type: 'RiskDeprioritized' }),
      }),
      [`/commitments/${commitmentId}/progress/0`]: expect.objectContaining({
        kind: 'ADDED',
        after: { reportedOn: '2024-06-10', percent: 50 },
      }),
      [`/measures/${measureId}/target`]: {
        kind: 'ADDED',
        before: null,
        after: { kind: 'ABSOLUTE', value: '20' },
        causedBy: { type: 'TargetSet', position: String(targeted.position) },
      },
    });
  });

  test('leaves out what came and went in between, and a text said again in the same words', async () => {
    const start = here();
    const { planId, commitmentId } = ids;
    const statement = { en: 'Two officers join the table' };
    await hub.record(reviseCommitment, { commitmentId, statement, reason }, hamilton);
    await hub.record(joinPlan, { planId, body: body.ottawa }, hamilton);
    await hub.record(leavePlan, { planId, body: body.ottawa, reason }, hamilton);
    await hub.record(joinPlan, { planId, body: body.ottawa }, hamilton);
    expect((await changes(start))?.map(({ path }) => path)).toEqual([
      `/bodies/${body.ottawa}`,
      `/bodies/${body.ottawa}.2`,
    ]);
    expect((await changes(start, here() - 2))?.map(({ path }) => path)).toEqual([
      `/bodies/${body.ottawa}`,
    ]);
    await hub.record(leavePlan, { planId, body: body.ottawa, reason }, hamilton);
  });

  test('counts a decision found to be in error as taken back by the mark', async () => {
    const { planId, riskId } = ids;
    const strategy = {
      planId,
      title: { en: 'A mistake' },
      area: 'PREVENTION' as const,
      sectors: ['police'],
      risks: [riskId],
    };
    const { events, position } = await hub.record(adoptStrategy, strategy, hamilton);
    const strategyId = String(events[0]?.data['strategyId']);
    const revision = events[0]?.revision ?? 0;
    const mark = await hub.record(markRecordedInError, { stream: planId, revision, reason });
    expect(await changes(position)).toEqual([
      {
        path: `/strategies/${strategyId}`,
        kind: 'REMOVED',
        before: expect.objectContaining({ title: { en: 'A mistake', language: 'en' } }),
        after: null,
        causedBy: { type: 'DecisionRecordedInError', position: String(mark.position) },
      },
    ]);
    expect(await changes(position - 1)).toEqual([]);
  });

  test('shows of a redacted text only that it is redacted', async () => {
    const { planId } = ids;
    const source = 'query ($id: ID!) { plan(id: $id) { title { key } } }';
    type Data = { plan: { title: { key: string } } };
    const { title } = (await hub.read<Data>(source, { id: planId })).plan;
    const redaction = { stream: planId, keys: [title.key], authority: 'MFIPPA', reason };
    await hub.record(redactTexts, redaction);
    const change = (await changes(0))?.find(({ path }) => path === '/title');
    expect(change?.after).toEqual({ redacted: true });
  });

  test('follows adoption and publication', async () => {
    const start = here();
    await adoptHamiltonPlan(hub, ids.planId, '2024-06-01', '2024-06-10');
    expect((await changes(start))?.map(({ path }) => path)).toEqual([
      `/bodies/${body.hamilton}/adoption`,
      '/publication',
    ]);
  });

  test('of an unknown plan is null', async () => {
    expect(await changes(0, undefined, `plan-${'0'.repeat(32)}`)).toBeNull();
    expect(await changes(0, undefined, ids.measureId)).toBeNull();
  });

  test('is refused backwards', async () => {
    await expect(changes(opened + 1, opened)).rejects.toThrow('as-of-reversed');
  });
});
