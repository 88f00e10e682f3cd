import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineIndicator } from '../../src/domain/indicator/commands.js';
import { body } from './query-town.js';
import { calls, rollupHub, type RollupHub } from './rollup-hub.js';

let hub: RollupHub;
beforeAll(async () => {
  hub = await rollupHub();
  // The number of each month from January 2022 on is 1, 2, 4, 8 …: each sum tells its months.
  for (let month = 0; month < 24; month++) {
    const text = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    await hub.report('calls', body.hamilton, text, { value: String(2 ** month) });
  }
  for (const [key, periodKind, period] of [
    ['calendar', 'YEAR', '2022'],
    ['fiscal', 'FISCAL_YEAR', 'FY2022'],
    ['school', 'SCHOOL_YEAR', 'SY2022'],
    ['rolling', 'ROLLING_YEARS', '2020/2022'],
  ] as const) {
    const overTime = periodKind === 'ROLLING_YEARS' ? 'NONE' : 'SUM';
    await hub.record(defineIndicator, { key, ...calls, periodKind, overTime } as never);
    await hub.report(key, body.hamilton, period, { value: '7' });
  }
});
afterAll(() => hub.close());

const months = (first: number, count: number): string => String(2 ** first * (2 ** count - 1));

async function reads(indicator: string, period: string): Promise<unknown> {
  type Data = { outcomeRollup: { value: string | null } };
  const source = `{ outcomeRollup(indicator: "${indicator}", period: "${period}") { value } }`;
  const { data, errors } = await hub.ask<Data>(source);
  return errors?.[0]?.extensions?.['reason'] ?? data?.outcomeRollup.value;
}

describe('months make up', () => {
  test.each([
    ['a quarter', '2022-Q2', months(3, 3)],
    ['a calendar year', '2022', months(0, 12)],
    ['a fiscal year, from April on', 'FY2022', months(3, 12)],
    ['a school year, from September on', 'SY2022', months(8, 12)],
  ])('%s', async (_, period, value) => {
    expect(await reads('calls', period)).toBe(value);
  });

  test('no rolling years', async () => {
    expect(await reads('calls', '2022/2023')).toBe('period-kind-mismatch');
  });
});

describe('years of one kind', () => {
  const periods = { calendar: '2022', fiscal: 'FY2022', school: 'SY2022', rolling: '2020/2022' };
  const kinds = Object.entries(periods);
  test.each(
    kinds.flatMap(([key]) => kinds.map(([asked, period]) => [key, asked, period] as const)),
  )('the %s one: asked for the %s one', async (key, asked, period) => {
    expect(await reads(key, period)).toBe(key === asked ? '7' : 'period-kind-mismatch');
  });
});
