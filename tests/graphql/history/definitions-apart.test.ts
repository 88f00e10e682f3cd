import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineIndicator, reviseIndicator } from '../../../src/domain/indicator/commands.js';
import { body } from '../query-town.js';
import { calls, rollupHub, type RollupHub } from '../rollup-hub.js';

const { hamilton, ottawa, cockburnIsland, mississauga } = body;
const yearly = { ...calls, periodKind: 'YEAR' as const, direction: 'LOWER' as const };
const reason = { en: 'Counted by call centre' };

let hub: RollupHub;
beforeAll(async () => {
  hub = await rollupHub();
  await hub.record(defineIndicator, { key: 'centres', ...yearly });
  const report = async (period: string, values: Readonly<Record<string, string>>) => {
    for (const [code, value] of Object.entries(values))
      await hub.report('centres', code, period, { value });
  };
  await report('2020', { [hamilton]: '100', [ottawa]: '200', [mississauga]: '300' });
  await report('2021', { [hamilton]: '110', [ottawa]: '210', [mississauga]: '310' });
  await hub.record(reviseIndicator, {
    indicator: 'centres',
    ...yearly,
    comparability: 'BREAK',
    reason,
  } as never);
  // Late, and by the new definition: the number of 2021 is still that of the other three.
  await report('2021', { [cockburnIsland]: '9' });
  await report('2022', { [hamilton]: '11', [ottawa]: '21', [mississauga]: '31' });
});
afterAll(() => hub.close());

describe('numbers made under different definitions', () => {
  test('are not compared in the series of the province', async () => {
    const source = `{ outcomeSeries(indicator: "centres") {
      points { period value } progress { status gap baseline { period } current { period } } } }`;
    expect(await hub.read(source)).toEqual({
      outcomeSeries: {
        points: [
          { period: '2020', value: '600' },
          { period: '2021', value: '630' },
          { period: '2022', value: '63' },
        ],
        progress: {
          status: 'NOT_AVAILABLE',
          gap: 'BREAK',
          baseline: { period: '2022' },
          current: { period: '2022' },
        },
      },
    });
  });

  test('are not ranked together, nor set beside a province made under another', async () => {
    const codes = `["${hamilton}", "${ottawa}", "${cockburnIsland}"]`;
    const source = `{ compareOutcomes(indicator: "centres", period: "2021",
      organizations: ${codes}) { provinceValue rankedBodies
      rows { value rank provinceRatio toProvince { incomparable } } } }`;
    expect(await hub.read(source)).toEqual({
      compareOutcomes: {
        provinceValue: '630',
        rankedBodies: 2,
        rows: [
          {
            value: '110',
            rank: 1,
            provinceRatio: '0.1746',
            toProvince: { incomparable: 'PART_OF_TOTAL' },
          },
          {
            value: '210',
            rank: 2,
            provinceRatio: '0.3333',
            toProvince: { incomparable: 'PART_OF_TOTAL' },
          },
          { value: '9', rank: null, provinceRatio: null, toProvince: { incomparable: 'BREAK' } },
        ],
      },
    });
  });

  test('are not spread out as one: how many are left out is told', async () => {
    const source = `{ outcomeDistribution(indicator: "centres", period: "2021") {
      bodies otherDefinition statuses { status bodies } spread { min max } } }`;
    expect(await hub.read(source)).toEqual({
      outcomeDistribution: {
        bodies: 3,
        otherDefinition: 1,
        statuses: [{ status: 'REPORTED', bodies: 4 }],
        spread: { min: '110', max: '310' },
      },
    });
  });

  test('do not make up a total of one by categories of the other', async () => {
    const source = `{ outcomeBreakdown(indicator: "centres", period: "2021",
      dimension: "age-groups") { total { value } complete difference } }`;
    const category = { dimension: 'age-groups', category: '15-24' };
    for (const [code, value] of [
      [hamilton, '110'],
      [ottawa, '210'],
      [mississauga, '310'],
    ] as const)
      await hub.report('centres', code, '2021', { value, categories: [category] });
    expect(await hub.read(source)).toEqual({
      outcomeBreakdown: { total: { value: '630' }, complete: false, difference: '630' },
    });
  });
});
