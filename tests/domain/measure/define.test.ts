import { describe, expect, it } from '@jest/globals';
import type { Happening } from '../../../src/domain/event.js';
import * as commands from '../../../src/domain/measure/commands.js';
import * as decisions from '../../../src/domain/measure/decide.js';
import type { MeasureEvents } from '../../../src/domain/measure/events.js';
import { measure, type Target } from '../../../src/domain/measure/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';
import { decisionOf, surroundings } from '../../support/surroundings.js';
import { housingCostBurden } from '../indicator/definitions.js';

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

  it('may concern a plan as a whole', async () => {
    const { riskId: _, strategyId: __, ...whole } = details;
    given()
      .when(await define({ riskId: undefined, strategyId: undefined }))
      .then({ type: 'MeasureDefined', data: whole });
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
    given()
      .when(decisions.retireMeasure({ reason }))
      .thenRefused('measure-unknown', 'input.measureId');
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
