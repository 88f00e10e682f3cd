import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../src/domain/authority.js';
import { defineIndicator } from '../../src/domain/indicator/commands.js';
import {
  defineMeasure,
  retireMeasure,
  reviseTarget,
  setBaseline,
  setTarget,
} from '../../src/domain/measure/commands.js';
import { recordObservation } from '../../src/domain/observation/commands.js';
import { tellStory } from '../../src/domain/observation/commands-story.js';
import { joinPlan } from '../../src/domain/plan/commands.js';
import { administrator, approver } from '../support/command-desk.js';
import { queryHub, type QueryHub } from './query-hub.js';
import {
  body,
  defineIndicators,
  definitions,
  openHamiltonPlan,
  registerTowns,
  type HamiltonPlan,
} from './query-town.js';

let hub: QueryHub;
let plan: HamiltonPlan;
let untilTarget: number;
const hamilton = approver(body.hamilton);
const burden = { indicator: 'housing-cost-burden', organization: body.hamilton };
const share = (period: string, numerator: string) =>
  hub.record(recordObservation, { ...burden, period, numerator, denominator: '200000' }, hamilton);
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  plan = await openHamiltonPlan(hub);
  const { measureId } = plan;
  await share('2016', '50000');
  const baseline = { measureId, kind: 'VALUE' as const, value: '25', period: '2016' };
  await hub.record(setBaseline, baseline, hamilton);
  const target = { measureId, kind: 'RELATIVE_CHANGE' as const, value: '-20', dueOn: '2026-12-31' };
  untilTarget = (await hub.record(setTarget, target, hamilton)).position;
  await share('2021', '44000');
  const text = { en: 'Rent supplements' };
  await hub.record(tellStory, { ...burden, period: '2021', text }, hamilton);
});
afterAll(() => hub.close());

const progress = `progress { status gap ratio baseline { period value } current { period value }
  target { period value } years }`;

type Results = { readonly risk: { code: string } | null; readonly measures: readonly object[] }[];

async function results(args = '', caller: Caller = publicCaller): Promise<Results | null> {
  const source = `query ($id: ID!) { planResults(planId: $id${args}) { risk { code rank }
    measures { level accountability question indicator { key } baseline { value } target { value }
      latest { period value } story { text { en } } ${progress} } } }`;
  const { planResults } = await hub.read<{ planResults: Results | null }>(
    source,
    { id: plan.planId },
    { caller },
  );
  return planResults;
}

const measured = async (measureId = plan.measureId) => {
  const source = `query ($id: ID!) { measure(id: $id) { ${progress} latest { value }
    story { period } } }`;
  return (await hub.read<{ measure: object }>(source, { id: measureId })).measure;
};

describe('the results of a plan', () => {
  test('are told by risk: what each measure starts from, aims at, reads and why', async () => {
    expect(await results()).toEqual([
      {
        risk: { code: 'basic-needs', rank: 1 },
        measures: [
          {
            level: 'LONG_TERM',
            accountability: 'POPULATION',
            question: null,
            indicator: { key: 'housing-cost-burden' },
            baseline: { value: '25' },
            target: { value: '-20' },
            latest: { period: '2021', value: '22.00' },
            story: { text: { en: 'Rent supplements' } },
            // (22 / 25) ^ (1 / 5) - 1 over (20 / 25) ^ (1 / 10) - 1
            progress: {
              status: 'SUBSTANTIAL',
              gap: null,
              ratio: expect.stringMatching(/^1\.1/),
              baseline: { period: '2016', value: '25' },
              current: { period: '2021', value: '22.00' },
              target: { period: '2026', value: '20' },
              years: 5,
            },
          },
        ],
      },
    ]);
  });

  test('of a past are those of that past', async () => {
    expect(await results(`, asOf: { position: "${untilTarget}" }`)).toMatchObject([
      {
        measures: [
          {
            latest: { period: '2016', value: '25.00' },
            story: null,
            progress: { status: 'NOT_AVAILABLE', gap: 'WITHIN_ONE_YEAR' },
          },
        ],
      },
    ]);
  });

  test('count what names no risk apart, and leave out what is no longer followed', async () => {
    const { planId } = plan;
    const defined = await hub.record(
      defineMeasure,
      {
        planId,
        indicator: 'calls-for-service',
        level: 'OUTPUT',
        accountability: 'PERFORMANCE',
        question: 'HOW_MUCH',
      },
      hamilton,
    );
    expect(await results()).toMatchObject([
      { risk: { code: 'basic-needs' } },
      { risk: null, measures: [{ question: 'HOW_MUCH', latest: null }] },
    ]);
    const retiring = { measureId: defined.stream, reason: { en: 'No longer counted' } };
    await hub.record(retireMeasure, retiring, hamilton);
    expect(await results()).toHaveLength(1);
  });

  test('of an unknown plan are nothing', async () => {
    const source = `{ planResults(planId: "plan-${'0'.repeat(32)}") { risk { code } } }`;
    expect(await hub.read(source)).toEqual({ planResults: null });
  });
});

describe('the progress of a measure', () => {
  const revise = (target: object) =>
    hub.record(
      reviseTarget,
      { measureId: plan.measureId, reason: { en: 'Council decided' }, ...target } as never,
      hamilton,
    );

  test('reads each kind of target as a value of the indicator', async () => {
    await revise({ kind: 'PERCENTAGE_POINT_CHANGE', value: '-2.5', dueOn: '2025-03-31' });
    expect(await measured()).toMatchObject({
      progress: { target: { period: '2025', value: '22.5' }, status: 'TARGET_ACHIEVED' },
    });
    await revise({ kind: 'COMPLETION', value: '10', dueOn: '2026-12-31' });
    expect(await measured()).toMatchObject({ progress: { target: { value: '10' } } });
    await revise({ kind: 'ABSOLUTE', value: '18', dueOn: '2026-12-31' });
    expect(await measured()).toMatchObject({
      progress: { target: { value: '18' }, status: 'MODERATE' },
    });
  });

  test('towards a target without a day is told only once it is reached', async () => {
    await revise({ kind: 'ABSOLUTE', value: '18' });
    expect(await measured()).toMatchObject({
      progress: { status: 'NOT_AVAILABLE', gap: 'TARGET_WITHOUT_DATE', ratio: null, target: null },
    });
    await revise({ kind: 'ABSOLUTE', value: '22' });
    expect(await measured()).toMatchObject({ progress: { status: 'TARGET_ACHIEVED', gap: null } });
  });

  test('is undefined from zero, and unknown from what is not yet known', async () => {
    const { measureId } = plan;
    await revise({ kind: 'ABSOLUTE', value: '18', dueOn: '2026-12-31' });
    await hub.record(setBaseline, { measureId, kind: 'STARTS_FROM_ZERO' }, hamilton);
    expect(await measured()).toMatchObject({ progress: { gap: 'BASELINE_NOT_POSITIVE' } });
    await hub.record(setBaseline, { measureId, kind: 'NOT_YET_KNOWN' }, hamilton);
    expect(await measured()).toMatchObject({
      progress: { status: 'NOT_AVAILABLE', gap: 'BASELINE_NOT_YET_KNOWN', baseline: null },
    });
    await revise({ kind: 'PERCENTAGE_POINT_CHANGE', value: '-2' });
    expect(await measured()).toMatchObject({ progress: { gap: 'BASELINE_NOT_YET_KNOWN' } });
    await hub.record(
      setBaseline,
      { measureId, kind: 'VALUE', value: '25', period: '2016' },
      hamilton,
    );
  });

  test('dates a target in the fiscal year that its day lies in', async () => {
    const key = 'shelter-use';
    const { 'calls-for-service': count } = definitions;
    const universe = { kind: 'MUNICIPALITIES' } as const;
    const definition = { ...count, universe, periodKind: 'FISCAL_YEAR', sensitivity: 'PUBLIC' };
    await hub.record(defineIndicator, { key, ...definition } as never);
    const { planId } = plan;
    const level = 'OUTPUT' as const;
    const measure = { planId, indicator: key, level, accountability: 'POPULATION' as const };
    const { stream: measureId } = await hub.record(defineMeasure, measure, hamilton);
    const target = { measureId, kind: 'ABSOLUTE' as const, value: '10', dueOn: '2026-03-31' };
    await hub.record(setTarget, target, hamilton);
    const count2020 = {
      indicator: key,
      organization: body.hamilton,
      period: 'FY2020',
      value: '20',
    };
    await hub.record(recordObservation, count2020, hamilton);
    expect(await measured(measureId)).toMatchObject({
      progress: { target: { period: 'FY2025', value: '10' }, baseline: { period: 'FY2020' } },
    });
    // Of a count, nothing says what "80 % completed" would be as a value.
    const completion = { measureId, kind: 'COMPLETION' as const, value: '80' };
    await hub.record(reviseTarget, { ...completion, reason: { en: 'Council decided' } }, hamilton);
    await hub.record(recordObservation, { ...count2020, period: 'FY2022', value: '15' }, hamilton);
    expect(await measured(measureId)).toMatchObject({
      progress: { status: 'NOT_AVAILABLE', gap: 'TARGET_NOT_MEASURED', ratio: null },
    });
  });

  test('of a joint plan is not available, and says why', async () => {
    const { planId } = plan;
    await hub.record(joinPlan, { planId, body: body.ottawa }, administrator);
    expect(await measured()).toMatchObject({
      progress: { status: 'NOT_AVAILABLE', gap: 'JOINT_PLAN', current: null },
      latest: null,
      story: null,
    });
  });
});
