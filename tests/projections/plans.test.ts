import { expect, test } from '@jest/globals';
import * as tell from '../support/events.js';
import { id, inPlan, ontario, sealed } from '../support/events.js';
import { viewsAfter } from '../support/views-after.js';

const { goderich, bluewater, hamilton } = ontario;
const huron = id('plan', 1);
const city = id('plan', 2);
const [gangs, housing] = [id('risk', 1), id('risk', 2)];
const strategyId = id('strategy', 1);
const outreach = id('commitment', 1);
const reason = sealed('The committee decided');

const joint = tell.planOpened(huron, [goderich, bluewater]);
const strategy = {
  strategyId,
  title: sealed('A situation table'),
  area: 'RISK_INTERVENTION' as const,
  sectors: ['police', 'mental-health'],
  risks: [gangs],
};

test('a plan shows its risks by rank, its strategies, and who undertook what', async () => {
  const snapshot = await viewsAfter(
    joint,
    inPlan(huron, 'RiskIdentified', { riskId: gangs, code: 'gangs', listVersion: '1' }),
    inPlan(huron, 'RiskIdentified', { riskId: housing, code: 'housing', listVersion: '1' }),
    inPlan(huron, 'RiskPrioritized', { riskId: gangs, rank: 2 }),
    inPlan(huron, 'RiskPrioritized', { riskId: housing, rank: 1 }),
    inPlan(huron, 'RiskDeprioritized', { riskId: gangs, reason }),
    inPlan(huron, 'StrategyAdopted', strategy),
    inPlan(huron, 'StrategyRevised', { ...strategy, sectors: ['police'], reason }),
    tell.committed(outreach, huron, 'john-howard'),
    inPlan(outreach, 'CommitmentProgressReported', { reportedOn: '2024-06-01', percent: 40 }),
    inPlan(outreach, 'CommitmentReassigned', { partner: 'cmha', reason }),
    inPlan(id('measure', 1), 'MeasureDefined', {
      planId: huron,
      indicator: 'housing-cost-burden',
      level: 'LONG_TERM',
      accountability: 'POPULATION',
    }),
    inPlan(id('measure', 1), 'TargetSet', { kind: 'ABSOLUTE', value: '20' }),
  );
  expect(await snapshot.plan(huron, snapshot)).toMatchObject({
    plan: {
      id: huron,
      revision: 7,
      risks: [
        { id: gangs, code: 'gangs' },
        { id: housing, rank: 1 },
      ],
      strategies: [{ id: strategyId, sectors: ['police'], retired: false }],
    },
    commitments: [{ id: outreach, partner: 'cmha', status: 'ACTIVE', progress: [{ percent: 40 }] }],
    measures: [{ target: { value: '20' } }],
  });
});

test('a joint plan is adopted once every council has adopted it', async () => {
  const snapshot = await viewsAfter(
    joint,
    tell.adopted(huron, goderich),
    tell.adopted(huron, bluewater),
    inPlan(huron, 'PlanPublished', { url: 'https://example.ca/plan', publishedOn: '2021-07-01' }),
    inPlan(huron, 'BodyJoinedPlan', { body: hamilton }),
  );
  const statusAt = async (position: number) =>
    (await snapshot.planRegister({}, { limit: 10 }, { position })).map(({ status }) => status);
  expect(await statusAt(2)).toEqual(['IN_PREPARATION']);
  expect(await statusAt(3)).toEqual(['ADOPTED']);
  expect(await statusAt(4)).toEqual(['PUBLISHED']);
  expect(await statusAt(5)).toEqual(['IN_PREPARATION']);
  expect(await statusAt(0)).toEqual([]);
});

test('the register lists the plans of a municipality, as of when it took part', async () => {
  const snapshot = await viewsAfter(
    joint,
    tell.planOpened(city, [hamilton]),
    inPlan(huron, 'BodyLeftPlan', { body: bluewater, reason }),
  );
  const plansOf = async (body: string, position: number) =>
    (await snapshot.planRegister({ body }, { limit: 10 }, { position })).map(({ plan }) => plan);
  expect(await plansOf(bluewater, 2)).toEqual([huron]);
  expect(await plansOf(bluewater, 3)).toEqual([]);
  expect(await plansOf(goderich, 3)).toEqual([huron]);
  expect(await snapshot.countPlans({}, snapshot)).toBe(2);
  expect(await snapshot.countPlans({ body: hamilton }, snapshot)).toBe(1);
  const page = { limit: 10, after: huron };
  expect(await snapshot.planRegister({}, page, snapshot)).toMatchObject([{ plan: city }]);
});

test('a plan opened in error is gone from then on, and its past is not', async () => {
  const snapshot = await viewsAfter(joint, tell.inError(huron, 0), tell.inError(huron, 1));
  expect(await snapshot.plan(huron, { position: 1 })).toBeDefined();
  expect(await snapshot.plan(huron, { position: 2 })).toBeUndefined();
  expect(await snapshot.countPlans({}, { position: 2 })).toBe(0);
  expect((await snapshot.plan(huron, { position: 3 }))?.plan.revision).toBe(2);
  expect(await snapshot.countPlans({}, { position: 3 })).toBe(1);
});

test('what belongs to a plan leaves with the decision that was recorded in error', async () => {
  const snapshot = await viewsAfter(
    joint,
    tell.committed(outreach, huron, 'john-howard'),
    inPlan(outreach, 'CommitmentWithdrawn', { reason }),
    tell.inError(outreach, 1),
    tell.inError(outreach, 0),
  );
  const statusAt = async (position: number) =>
    (await snapshot.commitment(outreach, { position }))?.status;
  expect(await statusAt(1)).toBeUndefined();
  expect(await statusAt(3)).toBe('WITHDRAWN');
  expect(await statusAt(4)).toBe('ACTIVE');
  expect(await statusAt(5)).toBeUndefined();
});

test('a plan’s timeline holds its commitments, and says what stood in error when', async () => {
  const snapshot = await viewsAfter(
    tell.registered(goderich, 'Goderich', 'LOWER'),
    joint,
    tell.committed(outreach, huron, 'john-howard'),
    tell.adopted(huron, goderich),
    tell.inError(huron, 1),
    tell.inError(huron, 2),
  );
  const timelineAt = async (position: number) =>
    (await snapshot.timeline(huron, { after: 0, limit: 10 }, { position })).map((entry) => [
      entry.position,
      entry.stream,
      entry.recordedInError,
    ]);
  expect(await timelineAt(4)).toEqual([
    [2, huron, false],
    [3, outreach, false],
    [4, huron, false],
  ]);
  expect((await timelineAt(5)).map(([, , isInError]) => isInError)).toEqual([
    false,
    false,
    true,
    false,
  ]);
  expect((await timelineAt(6)).map(([, , isInError]) => isInError)).toEqual([
    false,
    false,
    false,
    true,
    false,
  ]);
  const page = { after: 2, limit: 1 };
  expect(await snapshot.timeline(huron, page, snapshot)).toMatchObject([{ position: 3 }]);
  expect(await snapshot.timeline(`organization-${goderich}`, page, snapshot)).toEqual([]);
});
