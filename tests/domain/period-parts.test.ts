import { describe, expect, it } from '@jest/globals';
import { partsOf, periodOf, type PeriodKind } from '../../src/domain/period.js';

const parts = (period: string, kind: PeriodKind) =>
  partsOf(periodOf(period), kind)?.map(({ text }) => text);

describe('a period is made of', () => {
  it('itself, when it is of that kind', () => {
    for (const period of ['2024', '2024-07', '2024-10-08', 'FY2024', 'SY2023', '2021/2023'])
      expect(parts(period, periodOf(period).kind)).toEqual([period]);
  });

  it('months and quarters, when it is a calendar year or quarter', () => {
    expect(parts('2024-Q3', 'MONTH')).toEqual(['2024-07', '2024-08', '2024-09']);
    expect(parts('2024', 'QUARTER')).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']);
    expect(parts('2024', 'MONTH')).toHaveLength(12);
  });

  it('the quarters from April on, when it is a fiscal year', () => {
    expect(parts('FY2024', 'QUARTER')).toEqual(['2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1']);
    expect(parts('FY2024', 'MONTH')?.at(-1)).toBe('2025-03');
  });

  it('months alone, when it is a school year: it begins within a quarter', () => {
    expect(parts('SY2023', 'MONTH')).toEqual(
      ['09', '10', '11', '12']
        .map((month) => `2023-${month}`)
        .concat(['01', '02', '03', '04', '05', '06', '07', '08'].map((month) => `2024-${month}`)),
    );
    expect(parts('SY2023', 'QUARTER')).toBeUndefined();
  });

  it('no years of another kind, and nothing that rolls', () => {
    expect(parts('FY2024', 'YEAR')).toBeUndefined();
    expect(parts('2024', 'FISCAL_YEAR')).toBeUndefined();
    expect(parts('SY2023', 'FISCAL_YEAR')).toBeUndefined();
    expect(parts('2021/2023', 'YEAR')).toBeUndefined();
    expect(parts('2024', 'ROLLING_YEARS')).toBeUndefined();
    expect(parts('2024-07', 'QUARTER')).toBeUndefined();
    expect(parts('2024', 'DAY')).toBeUndefined();
  });
});
