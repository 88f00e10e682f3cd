import { describe, it } from '@jest/globals';
import { changeCycleDeadline, closeCycle, openCycle } from '../../../src/domain/cycle/commands.js';
import { cycle } from '../../../src/domain/cycle/state.js';
import { plainText } from '../../../src/domain/text.js';
import { scenario } from '../../support/scenario.js';
import { decisionOf, surroundings } from '../../support/surroundings.js';

const hamilton = '3525005';
const peel = '3521';
const reason = { en: 'The census came late' };
const definition = {
  key: 'calls',
  name: { en: 'Calls' },
  kind: 'COUNT_FLOW',
  unit: { en: 'calls' },
  decimals: 0,
  direction: 'NONE',
  universe: { kind: 'MUNICIPALITIES' },
  sensitivity: 'CELL_5',
  overTime: 'SUM',
  overSpace: 'SUM',
  periodKind: 'YEAR',
  proportion: false,
  dimensions: [],
};
const town = (code: string, tier: string) => [
  {
    type: 'OrganizationRegistered',
    data: { code, kind: 'MUNICIPALITY', tier, name: { en: code } },
  },
];
const retired = { type: 'IndicatorRetired', data: { retiredOn: '2024-01-01', reason } };
const around = surroundings({
  [`organization-${hamilton}`]: town(hamilton, 'SINGLE'),
  [`organization-${peel}`]: town(peel, 'UPPER'),
  'indicator-calls': [{ type: 'IndicatorDefined', data: definition }],
  'indicator-services': [
    {
      type: 'IndicatorDefined',
      data: { ...definition, key: 'services', universe: { kind: 'LISTED', bodies: [] } },
    },
  ],
  'indicator-gone': [{ type: 'IndicatorDefined', data: definition }, retired],
});
const terms = {
  period: '2023',
  expectations: [{ indicator: 'calls' }],
  deadline: '2024-06-30',
  graceDays: 14,
};
const opened = { type: 'CycleOpened', data: terms } as const;
const { given } = scenario(cycle);
const open = (changes: object = {}) => decisionOf(openCycle, { ...terms, ...changes }, around);

describe('a reporting cycle is opened', () => {
  it('for a period, with what is expected and by when', async () => {
    given()
      .when(await open())
      .then(opened);
    const expectations = [{ indicator: 'calls', bodies: [hamilton, hamilton] }];
    given()
      .when(await open({ expectations }))
      .then({
        ...opened,
        data: { ...terms, expectations: [{ indicator: 'calls', bodies: [hamilton] }] },
      });
  });

  it('once for each period', async () => {
    given(opened)
      .when(await open())
      .thenRefused('cycle-exists', 'input.period');
  });

  it('of indicators in use that are observed for such periods', async () => {
    const asking = (indicator: string) => open({ expectations: [{ indicator }] });
    given()
      .when(await asking('unheard-of'))
      .thenRefused('indicator-unknown', 'input.expectations.0.indicator');
    given()
      .when(await asking('gone'))
      .thenRefused('indicator-retired');
    given()
      .when(await open({ period: '2023-Q4' }))
      .thenRefused('period-kind-mismatch');
    given()
      .when(await open({ period: 'lately' }))
      .thenRefused('period-invalid', 'input.period');
  });

  it('of at least one indicator, each once', async () => {
    given()
      .when(await open({ expectations: [] }))
      .thenRefused('expectations-required');
    const twice = [{ indicator: 'calls' }, { indicator: 'calls' }];
    given()
      .when(await open({ expectations: twice }))
      .thenRefused('expectation-repeated', 'input.expectations.1');
  });

  it('of somebody: nobody is expected to report what is asked of no body', async () => {
    const ofNobody = [{ indicator: 'calls' }, { indicator: 'services', bodies: [] }];
    given()
      .when(await open({ expectations: ofNobody }))
      .thenRefused('expectation-of-nobody', 'input.expectations.1.bodies');
    given()
      .when(await open({ expectations: [{ indicator: 'services' }] }))
      .thenRefused('expectation-of-nobody', 'input.expectations.0.indicator');
  });

  it('of bodies that belong to the universe of the indicator', async () => {
    const asking = (...bodies: string[]) =>
      open({ expectations: [{ indicator: 'calls', bodies }] });
    given()
      .when(await asking(hamilton, peel))
      .thenRefused('body-outside-universe', 'input.expectations.0.bodies.1');
    given()
      .when(await asking('3506008'))
      .thenRefused('organization-unknown');
  });

  it('with a deadline after the period, and a sound number of days of grace', async () => {
    given()
      .when(await open({ deadline: '2023-12-30' }))
      .thenRefused('deadline-before-period-ends', 'input.deadline');
    given()
      .when(await open({ deadline: '2024-02-30' }))
      .thenRefused('date-invalid');
    given()
      .when(await open({ graceDays: -1 }))
      .thenRefused('grace-days-invalid');
    given()
      .when(await open({ graceDays: 400 }))
      .thenRefused('grace-days-invalid');
  });
});

describe('a cycle that is open', () => {
  const cycleId = 'cycle-2023';
  const change = (changes: object) =>
    decisionOf(
      changeCycleDeadline,
      { cycleId, deadline: '2024-07-31', graceDays: 0, reason, ...changes },
      around,
    );

  it('gets another deadline, with the reason', async () => {
    const data = { deadline: '2024-07-31', graceDays: 0, reason: plainText(reason) };
    given(opened)
      .when(await change({}))
      .then({ type: 'CycleDeadlineChanged', data });
    given(opened)
      .when(await change({ deadline: terms.deadline, graceDays: terms.graceDays }))
      .thenRefused('cycle-unchanged');
    given(opened)
      .when(await change({ reason: { en: '' } }))
      .thenRefused('text-required');
    given()
      .when(await change({}))
      .thenRefused('cycle-unknown', 'input.cycleId');
  });

  it('is closed, and then stays as it is', async () => {
    const close = await decisionOf(closeCycle, { cycleId }, around);
    const closed = { type: 'CycleClosed', data: { closedOn: '2024-06-15' } } as const;
    given(opened).when(close).then(closed);
    given(opened, closed).when(close).thenRefused('cycle-closed');
    given(opened, closed)
      .when(await change({}))
      .thenRefused('cycle-closed');
    given(opened, closed)
      .when(await open())
      .thenRefused('cycle-exists');
  });
});
