import { describe, expect, it } from '@jest/globals';
import type { Happening } from '../../../src/domain/event.js';
import * as commands from '../../../src/domain/measure/commands.js';
import * as decisions from '../../../src/domain/measure/decide.js';
import type { MeasureEvents } from '../../../src/domain/measure/events.js';
import { measure, type Baseline, type Target } from '../../../src/domain/measure/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';
import { decisionOf, surroundings } from '../../support/surroundings.js';
import { discussions, housingCostBurden } from '../indicator/definitions.js';

type Event = Happening<MeasureEvents>;
const { given } = scenario(measure);
const hex = '0123456789abcdef'.repeat(2);
const [planId, riskId, strategyId] = [`plan-${hex}`, `risk-${hex}`, `strategy-${hex}`];
const measureId = `measure-${hex}`;
const reason = { en: 'Council asked for more' };
const today = '2024-06-15';

const details: decisions.MeasureDetails = {
  planId,
  indicator: 'housing-cost-burden',
  level: 'LONG_TERM',
  riskId,
  strategyId,
  accountability: 'POPULATION',
};
const defined: Event = { type: 'MeasureDefined', data: details };
const retired: Event = { type: 'MeasureRetired', data: { reason: plainText(reason) } };
const baselineSet = (baseline: Baseline): Event => ({ type: 'BaselineSet', data: baseline });
const targetSet = (target: Target): Event => ({ type: 'TargetSet', data: target });

describe('defining a measure', () => {
  const planEvents = [
    {
      type: 'PlanOpened',
      data: { title: plainText({ en: 'Hamilton' }), bodies: ['3525005'], demonstration: true },
    },
    { type: 'RiskIdentified', data: { riskId, code: 'housing', listVersion: '1' } },
    {
      type: 'StrategyAdopted',
      data: { strategyId, area: 'PREVENTION', sectors: ['housing'], risks: [riskId] },
    },
  ];
  const indicatorEvents = [
    { type: 'IndicatorDefined', data: { key: 'housing-cost-burden', ...housingCostBurden } },
  ];
  const define = (
    changes: Partial<decisions.MeasureDetails>,
    streams: Parameters<typeof surroundings>[0] = {},
  ) => {
    const around = surroundings({
      [planId]: planEvents,
      'indicator-housing_cost_burden': indicatorEvents,
      ...streams,
    });
    return decisionOf(commands.defineMeasure, { ...details, ...changes }, around);
  };

  it('takes an indicator in use, a risk and a strategy of the plan', async () => {
    given()
      .when(await define({}))
      .then(defined);
  });

  it('needs a plan, and a risk and strategy that belong to it', async () => {
    const other = 'f'.repeat(32);
    given()
      .when(await define({ planId: `plan-${other}` }))
      .thenRefused('plan-unknown', 'input.planId');
    given()
      .when(await define({ riskId: `risk-${other}` }))
      .thenRefused('risk-unknown', 'input.riskId');
    given()
      .when(await define({ strategyId: `strategy-${other}` }))
      .thenRefused('strategy-unknown', 'input.strategyId');
    const retirement = { type: 'StrategyRetired', data: { strategyId } };
    given()
      .when(await define({}, { [planId]: [...planEvents, retirement] }))
      .thenRefused('strategy-retired', 'input.strategyId');
  });

  it('needs an indicator that is defined and not retired', async () => {
    for (const indicator of ['happiness', 'housing_cost_burden'])
      given()
        .when(await define({ indicator }))
        .thenRefused('indicator-unknown', 'input.indicator');
    const retirement = { type: 'IndicatorRetired', data: { retiredOn: '2024-06-01' } };
    given()
      .when(await define({}, { 'indicator-housing_cost_burden': [...indicatorEvents, retirement] }))
      .thenRefused('indicator-retired', 'input.indicator');
  });

  it('asks a question of a service, and of no population', () => {
    const asking = (changes: Partial<decisions.MeasureDetails>) =>
      given().when(decisions.defineMeasure({ ...details, ...changes }));
    asking({ question: 'HOW_WELL' }).thenRefused('question-inconsistent', 'input.question');
    asking({ accountability: 'PERFORMANCE' }).thenRefused(
      'question-inconsistent',
      'input.question',
    );
    const service = { accountability: 'PERFORMANCE', question: 'BETTER_OFF' } as const;
    asking(service).then({ type: 'MeasureDefined', data: { ...details, ...service } });
  });
});

describe('a baseline', () => {
  const set = (baseline: Baseline, definition = housingCostBurden) =>
    decisions.setBaseline({ ...baseline, definition, today });
  const known: Baseline = { kind: 'VALUE', value: '24.07', period: '2021' };

  it('is a value in a period, zero, or not yet known', () => {
    for (const baseline of [
      known,
      { kind: 'STARTS_FROM_ZERO', period: '2024' },
      { kind: 'NOT_YET_KNOWN' },
    ] as const)
      given(defined).when(set(baseline)).then(baselineSet(baseline));
  });

  it('is set again once it is known', () => {
    given(defined, baselineSet({ kind: 'NOT_YET_KNOWN' }))
      .when(set(known))
      .then(baselineSet(known));
  });

  it('has a value and a period exactly when it is a value', () => {
    const refused = (baseline: Baseline, field: string) =>
      given(defined).when(set(baseline)).thenRefused('baseline-inconsistent', field);
    refused({ kind: 'VALUE', period: '2021' }, 'input.value');
    refused({ kind: 'VALUE', value: '24.07' }, 'input.period');
    refused({ kind: 'STARTS_FROM_ZERO', value: '0' }, 'input.value');
    refused({ kind: 'NOT_YET_KNOWN', value: '0' }, 'input.value');
  });

  it('is of a period that its indicator is observed for', () => {
    const on = (period: string) => given(defined).when(set({ ...known, period }));
    on('21').thenRefused('period-invalid', 'input.period');
    on('2021-Q3').thenRefused('period-kind-mismatch', 'input.period');
    on('2025').thenRefused('period-in-the-future', 'input.period');
  });

  it('of a count is a count, not a rate', () => {
    const count = (value: string) =>
      given(defined).when(set({ kind: 'VALUE', value, period: '2023-Q4' }, discussions));
    count('61.5').thenRefused('count-not-whole', 'input.value');
    count('-3').thenRefused('negative-count', 'input.value');
    count('61 %').thenRefused('decimal-invalid', 'input.value');
  });

  it('is not moved to zero under a target of relative change', () => {
    const after = given(defined, targetSet({ kind: 'RELATIVE_CHANGE', value: '-5' }));
    after
      .when(set({ kind: 'STARTS_FROM_ZERO' }))
      .thenRefused('baseline-inconsistent', 'input.kind');
    after.when(set({ ...known, value: '0.0' })).thenRefused('baseline-inconsistent', 'input.kind');
  });
});

describe('a target', () => {
  const set = (target: Target, definition = housingCostBurden) =>
    decisions.setTarget({ ...target, definition });
  const lower: Target = { kind: 'PERCENTAGE_POINT_CHANGE', value: '-5', dueOn: '2028-12-31' };

  it('is absolute, a change, or a completion', () => {
    for (const target of [
      lower,
      { kind: 'ABSOLUTE', value: '20' },
      { kind: 'RELATIVE_CHANGE', value: '-5.5' },
      { kind: 'COMPLETION', value: '100' },
    ] as const)
      given(defined).when(set(target)).then(targetSet(target));
  });

  it('of relative change needs something to change from', () => {
    const relative = set({ kind: 'RELATIVE_CHANGE', value: '5' });
    for (const baseline of [
      { kind: 'STARTS_FROM_ZERO' },
      { kind: 'VALUE', value: '0', period: '2021' },
    ] as const)
      given(defined, baselineSet(baseline))
        .when(relative)
        .thenRefused('target-inconsistent', 'input.kind');
    given(defined, baselineSet({ kind: 'NOT_YET_KNOWN' }))
      .when(relative)
      .then(targetSet({ kind: 'RELATIVE_CHANGE', value: '5' }));
  });

  it('counts percentage points of percentages only', () => {
    for (const definition of [discussions, { ...housingCostBurden, factor: '100000' }])
      given(defined).when(set(lower, definition)).thenRefused('target-inconsistent', 'input.kind');
  });

  it('is completed between nothing and everything', () => {
    for (const value of ['-1', '100.1'])
      given(defined)
        .when(set({ kind: 'COMPLETION', value }))
        .thenRefused('target-inconsistent', 'input.value');
  });

  it('is a number and a day', () => {
    const refused = given(defined);
    refused.when(set({ ...lower, value: '5 %' })).thenRefused('decimal-invalid', 'input.value');
    refused
      .when(set({ kind: 'ABSOLUTE', value: '200.5' }, discussions))
      .thenRefused('count-not-whole', 'input.value');
    refused.when(set({ ...lower, dueOn: '2028-06-31' })).thenRefused('date-invalid', 'input.dueOn');
  });

  const revise = (target: Target) =>
    decisions.reviseTarget({ ...target, definition: housingCostBurden, reason });

  it('is set once, then revised with a reason', () => {
    const after = given(defined, targetSet(lower));
    after.when(set(lower)).thenRefused('target-already-set', 'input.measureId');
    const lowerStill: Target = { ...lower, value: '-7' };
    after
      .when(revise(lowerStill))
      .then({ type: 'TargetRevised', data: { ...lowerStill, reason: plainText(reason) } });
    after.when(revise({ ...lower, value: '-5.0' })).thenRefused('nothing-to-revise');
    given(defined).when(revise(lower)).thenRefused('target-not-set', 'input.measureId');
    after
      .when(decisions.reviseTarget({ ...lowerStill, definition: housingCostBurden, reason: {} }))
      .thenRefused('text-required', 'input.reason');
  });

  it('is revised under the same rules as it is set', () => {
    given(defined, baselineSet({ kind: 'STARTS_FROM_ZERO' }), targetSet(lower))
      .when(revise({ kind: 'RELATIVE_CHANGE', value: '5' }))
      .thenRefused('target-inconsistent', 'input.kind');
  });
});

describe('a measure', () => {
  const around = surroundings({
    [measureId]: [defined],
    'indicator-housing_cost_burden': [
      { type: 'IndicatorDefined', data: { key: 'housing-cost-burden', ...housingCostBurden } },
    ],
  });

  it('is checked against its own indicator', async () => {
    const baseline = { measureId, kind: 'VALUE', value: '24.07', period: '2021-Q3' } as const;
    given(defined)
      .when(await decisionOf(commands.setBaseline, baseline, around))
      .thenRefused('period-kind-mismatch', 'input.period');
    const target = { measureId, kind: 'PERCENTAGE_POINT_CHANGE', value: '-5' } as const;
    given(defined)
      .when(await decisionOf(commands.setTarget, target, around))
      .then(targetSet({ kind: 'PERCENTAGE_POINT_CHANGE', value: '-5' }));
  });

  it('is unknown before it is defined', async () => {
    const unknown = `measure-${'f'.repeat(32)}`;
    for (const command of [commands.setTarget, commands.reviseTarget])
      given()
        .when(
          await decisionOf(
            command,
            { measureId: unknown, kind: 'ABSOLUTE', value: '1', reason },
            around,
          ),
        )
        .thenRefused('measure-unknown', 'input.measureId');
    given().when(decisions.retireMeasure({ reason })).thenRefused('measure-unknown');
  });

  it('is refused any change once retired', () => {
    given(defined).when(decisions.retireMeasure({ reason })).then(retired);
    given(defined)
      .when(decisions.retireMeasure({ reason: { fr: '' } }))
      .thenRefused('text-required', 'input.reason');
    const definition = housingCostBurden;
    const target: Target = { kind: 'ABSOLUTE', value: '20' };
    for (const decide of [
      decisions.retireMeasure({ reason }),
      decisions.setBaseline({ kind: 'NOT_YET_KNOWN', definition, today }),
      decisions.setTarget({ ...target, definition }),
      decisions.reviseTarget({ ...target, definition, reason }),
    ])
      given(defined, retired).when(decide).thenRefused('measure-retired', 'input.measureId');
  });

  it('concerns the bodies of its plan', async () => {
    const opened = { type: 'PlanOpened', data: { bodies: ['3525005', '3524002'] } };
    const withPlan = surroundings({ [measureId]: [defined], [planId]: [opened] });
    const input = { measureId, reason, idempotencyKey: 'k' };
    expect(await commands.retireMeasure.parties(input, withPlan)).toEqual(['3525005', '3524002']);
    expect(await commands.retireMeasure.parties(input, surroundings({}))).toEqual([]);
  });
});
