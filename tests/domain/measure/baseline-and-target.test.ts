import { describe, it } from '@jest/globals';
import type { Happening } from '../../../src/domain/event.js';
import * as decisions from '../../../src/domain/measure/decide.js';
import type { MeasureEvents } from '../../../src/domain/measure/events.js';
import { measure, type Baseline, type Target } from '../../../src/domain/measure/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';
import { discussions, housingCostBurden } from '../indicator/definitions.js';

type Event = Happening<MeasureEvents>;
const { given } = scenario(measure);
const reason = { en: 'Council asked for more' };
const today = '2024-06-15';

const defined: Event = {
  type: 'MeasureDefined',
  data: {
    planId: `plan-${'0123456789abcdef'.repeat(2)}`,
    indicator: 'housing-cost-burden',
    level: 'LONG_TERM',
    accountability: 'POPULATION',
  },
};
const baselineSet = (baseline: Baseline): Event => ({ type: 'BaselineSet', data: baseline });
const targetSet = (target: Target): Event => ({ type: 'TargetSet', data: target });

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
      { kind: 'COMPLETION', value: '0' },
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
