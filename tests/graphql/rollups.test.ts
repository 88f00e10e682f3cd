import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineIndicator } from '../../src/domain/indicator/commands.js';
import { correctObservation } from '../../src/domain/observation/commands.js';
import { leavePlan, openPlan } from '../../src/domain/plan/commands.js';
import { approver } from '../support/command-desk.js';
import { body } from './query-town.js';
import { calls, rollupHub, verdicts, type RollupHub } from './rollup-hub.js';

let hub: RollupHub;
beforeAll(async () => {
  hub = await rollupHub();
  for (const [month, hamilton, ottawa] of [
    ['2024-01', '1', '10'],
    ['2024-02', '2', '20'],
    ['2024-03', '3', '30'],
  ] as const) {
    await hub.report('calls', body.hamilton, month, { value: hamilton });
    await hub.report('calls', body.ottawa, month, { value: ottawa });
  }
  await hub.report('calls', body.mississauga, '2024-01', { value: '100' });
});
afterAll(() => hub.close());

describe('a quarter of monthly numbers', () => {
  it('is the sum of its months over the bodies that reported all of them', async () => {
    const quarter = await hub.rolledUp('indicator: "calls", period: "2024-Q1"');
    expect(quarter).toMatchObject({
      value: '66',
      place: { kind: 'PROVINCE', code: '35', name: { en: 'Ontario' } },
      completeness: { bodiesExpected: 4, bodiesReporting: 2, bodiesLate: 2 },
    });
    expect(quarter.rule.periods).toEqual(['2024-01', '2024-02', '2024-03']);
    expect(quarter.rule.sentence.en).toContain('a unit counts when it reported all of them');
    expect(quarter.rule.sentence.fr).toContain('une unité compte');
    expect(verdicts(quarter)).toEqual({
      [body.hamilton]: 'COUNTED',
      [body.ottawa]: 'COUNTED',
      [body.mississauga]: 'INCOMPLETE_OVER_TIME',
      [body.cockburnIsland]: 'NOT_REPORTED',
    });
  });

  it('is what the province reads, and what each body reads, for the quarter too', async () => {
    const { provinceOutcome, outcomesByBody } = await hub.read<{
      provinceOutcome: object;
      outcomesByBody: { edges: { node: { organization: { code: string }; value: string } }[] };
    }>(`{
      provinceOutcome(indicator: "calls", period: "2024-Q1") { value basis }
      outcomesByBody(indicator: "calls", period: "2024-Q1", first: 10) {
        edges { node { organization { code } value status } }
      }
    }`);
    expect(provinceOutcome).toEqual({ value: '66', basis: 'ROLLED_UP' });
    const values = outcomesByBody.edges.map(({ node }) => [node.organization.code, node.value]);
    expect(Object.fromEntries(values)).toEqual({
      [body.hamilton]: '6',
      [body.ottawa]: '60',
      [body.mississauga]: null,
      [body.cockburnIsland]: null,
    });
  });

  it('has no past among its own months', async () => {
    const { compareOutcomes } = await hub.read<{ compareOutcomes: object }>(`{
      compareOutcomes(indicator: "calls", period: "2024-Q1", organizations: ["${body.hamilton}"]) {
        rows { value previous { period } sincePrevious { difference } }
      }
    }`);
    expect(compareOutcomes).toEqual({
      rows: [{ value: '6', previous: null, sincePrevious: { difference: null } }],
    });
  });

  it('that is a mean has the decimals of its indicator', async () => {
    const beds = { ...calls, kind: 'COUNT_STOCK', overTime: 'MEAN' } as const;
    await hub.record(defineIndicator, { key: 'beds', ...beds });
    for (const [month, value] of [
      ['2024-01', '1'],
      ['2024-02', '2'],
      ['2024-03', '2'],
    ] as const)
      await hub.report('beds', body.hamilton, month, { value });
    const { compareOutcomes } = await hub.read<{ compareOutcomes: object }>(`{
      compareOutcomes(indicator: "beds", period: "2024-Q1", organizations: ["${body.hamilton}"]) {
        rows { value }
      }
    }`);
    expect(compareOutcomes).toEqual({ rows: [{ value: '2' }] });
  });

  it('is refused for periods that months do not make up', async () => {
    const { errors } = await hub.ask(
      '{ outcomeRollup(indicator: "calls", period: "2021/2023") { value } }',
    );
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'period-kind-mismatch' });
  });
});

describe('a place', () => {
  it('that is an upper tier is made of its lower tiers', async () => {
    const peel = await hub.rolledUp(
      `indicator: "calls", period: "2024-01", organization: "${body.peel}"`,
    );
    expect(peel).toMatchObject({ value: '100', completeness: { bodiesExpected: 1 } });
    expect(verdicts(peel)).toEqual({ [body.mississauga]: 'COUNTED' });
  });

  it('that is a plan is made of the bodies that share it on the last day', async () => {
    const { stream } = await hub.record(
      openPlan,
      {
        title: { en: 'A joint plan' },
        bodies: [body.hamilton, body.ottawa],
        demonstration: false,
      } as never,
      approver(body.hamilton),
    );
    const plan = await hub.rolledUp(`indicator: "calls", period: "2024-02", plan: "${stream}"`);
    expect(plan).toMatchObject({
      value: '22',
      place: { kind: 'PLAN', name: { en: 'A joint plan' } },
    });
    await hub.record(
      leavePlan,
      { planId: stream, body: body.ottawa, reason: { en: 'Own plan' } } as never,
      approver(body.ottawa),
    );
    expect(
      await hub.rolledUp(`indicator: "calls", period: "2024-02", plan: "${stream}"`),
    ).toMatchObject({
      value: '2',
    });
  });

  it('is named once, and has bodies', async () => {
    const ask = async (place: string) => {
      const source = `{ outcomeRollup(indicator: "calls", period: "2024-01", ${place}) { value } }`;
      return (await hub.ask(source)).errors?.[0]?.extensions?.['reason'];
    };
    expect(await ask(`area: "35", organization: "${body.peel}"`)).toBe('geography-ambiguous');
    expect(await ask('area: "01"')).toBe('area-without-bodies');
    expect(await ask('area: "nowhere"')).toBe('area-unknown');
  });
});

describe('a stock that is counted on a day', () => {
  const value = async (): Promise<unknown> =>
    (
      await hub.read<{ provinceOutcome: { value: string | null } }>(
        '{ provinceOutcome(indicator: "tents", period: "2023") { value } }',
      )
    ).provinceOutcome.value;

  it('is that of the last day on which it was counted, whatever else is said later', async () => {
    const tents = { ...calls, kind: 'COUNT_STOCK', overTime: 'LAST', periodKind: 'DAY' } as const;
    await hub.record(defineIndicator, { key: 'tents', ...tents });
    await hub.report('tents', body.hamilton, '2023-10-15', { value: '40' });
    await hub.report('tents', body.ottawa, '2023-12-31', { status: 'NOT_REPORTED' });
    expect(await value()).toBe('40');
    await hub.report('tents', body.hamilton, '2023-12-31', { value: '50' });
    expect(await value()).toBe('50');
  });
});

describe('a broken-down number', () => {
  it('says whether its parts add up to the total', async () => {
    const breakdown = async () =>
      (
        await hub.read<{ outcomeBreakdown: object }>(`{
          outcomeBreakdown(indicator: "calls", period: "2024-03", dimension: "age-groups") {
            total { value } complete difference categories { category value }
          }
        }`)
      ).outcomeBreakdown as { categories: { category: string; value: string }[] };
    const [first = ''] = (await breakdown()).categories.map(({ category }) => category);
    const part = { categories: [{ dimension: 'age-groups', category: first }] };
    await hub.report('calls', body.hamilton, '2024-03', { value: '3', ...part });
    await hub.report('calls', body.ottawa, '2024-03', { value: '18', ...part });
    expect(await breakdown()).toMatchObject({
      total: { value: '33' },
      complete: false,
      difference: '12',
    });
    await hub.record(correctObservation, {
      indicator: 'calls',
      organization: body.ottawa,
      period: '2024-03',
      value: '30',
      ...part,
      reason: { en: 'Adults were left out' },
    } as never);
    expect(await breakdown()).toMatchObject({ complete: true, difference: '0' });
  });

  it('does not add its parts up in place of a total that is missing', async () => {
    const part = { categories: [{ dimension: 'age-groups', category: '0-14' }] };
    await hub.record(defineIndicator, { key: 'parted', ...calls });
    await hub.report('parted', body.hamilton, '2024-03', { value: '21', ...part });
    const source = `{ outcomeBreakdown(indicator: "parted", period: "2024-03",
      dimension: "age-groups") { total { absence } complete difference } }`;
    expect(await hub.read(source)).toEqual({
      outcomeBreakdown: { total: { absence: 'NO_REPORTS' }, complete: null, difference: null },
    });
  });

  it('does not tell, by what is left, a total below its floor', async () => {
    await hub.record(defineIndicator, { key: 'floored', ...calls, coverageFloor: '90' });
    await hub.report('floored', body.hamilton, '2024-03', { value: '7' });
    const source = `{ outcomeBreakdown(indicator: "floored", period: "2024-03",
      dimension: "age-groups") { total { value absence } complete difference } }`;
    expect(await hub.read(source)).toEqual({
      outcomeBreakdown: {
        total: { value: null, absence: 'BELOW_COVERAGE_FLOOR' },
        complete: null,
        difference: null,
      },
    });
  });
});
