import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparePeriods, contains, parsePeriod, periodOf } from '../../src/domain/period.js';

describe('a period', () => {
  it.each([
    ['2021', 'YEAR', '2021-01-01', '2021-12-31'],
    ['2024-Q1', 'QUARTER', '2024-01-01', '2024-03-31'],
    ['2024-Q3', 'QUARTER', '2024-07-01', '2024-09-30'],
    ['2024-Q4', 'QUARTER', '2024-10-01', '2024-12-31'],
    ['2024-02', 'MONTH', '2024-02-01', '2024-02-29'],
    ['2023-02', 'MONTH', '2023-02-01', '2023-02-28'],
    ['2024-10-08', 'DAY', '2024-10-08', '2024-10-08'],
    ['FY2024', 'FISCAL_YEAR', '2024-04-01', '2025-03-31'],
    ['SY2023', 'SCHOOL_YEAR', '2023-09-01', '2024-08-31'],
    ['2021/2023', 'ROLLING_YEARS', '2021-01-01', '2023-12-31'],
  ])('%s is a %s from %s to %s', (text, kind, firstDay, lastDay) => {
    expect(parsePeriod(text)).toEqual({ text, kind, firstDay, lastDay });
  });

  it.each([
    '',
    '21',
    '02021',
    '1899',
    '2201',
    '2024-Q0',
    '2024-Q5',
    '2024-13',
    '2024-00',
    '2024-2',
    '2023-02-29',
    '2024-02-30',
    'fy2024',
    'FY24',
    'SY 2023',
    '2023/2021',
    '2021/2021',
    '2021-2023',
    ' 2021',
    '2021 ',
    '2024-Q1-01',
    'FY2200',
  ])('"%s" is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it('that is known to be well-formed but is not stops the program', () => {
    expect(() => periodOf('2024-13')).toThrow('not a period');
  });

  it('contains the periods whose days all lie in it', () => {
    const year = periodOf('2024');
    expect(contains(year, periodOf('2024-Q4'))).toBe(true);
    expect(contains(year, periodOf('2024-02-29'))).toBe(true);
    expect(contains(year, year)).toBe(true);
    expect(contains(year, periodOf('FY2024'))).toBe(false);
    expect(contains(periodOf('2023/2024'), year)).toBe(true);
    expect(contains(year, periodOf('2023/2024'))).toBe(false);
  });

  const year = fc.integer({ min: 1900, max: 2190 });
  const anyPeriod = fc.oneof(
    year.map(String),
    fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
    fc
      .tuple(year, fc.integer({ min: 1, max: 12 }))
      .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`),
    year.map((y) => `FY${y}`),
    year.map((y) => `SY${y}`),
    fc.tuple(year, fc.integer({ min: 1, max: 9 })).map(([y, n]) => `${y}/${y + n}`),
  );

  it('has one place in a total order, by its first day', () => {
    fc.assert(
      fc.property(anyPeriod, anyPeriod, anyPeriod, (a, b, c) => {
        const [x, y, z] = [a, b, c].map(periodOf) as [never, never, never];
        expect(Math.sign(comparePeriods(x, y))).toBe(-Math.sign(comparePeriods(y, x)) + 0);
        expect(comparePeriods(x, y) === 0).toBe(a === b);
        const inOrder = comparePeriods(x, y) <= 0 && comparePeriods(y, z) <= 0;
        expect(!inOrder || comparePeriods(x, z) <= 0).toBe(true);
        const isEarlier = periodOf(a).firstDay < periodOf(b).firstDay;
        expect(!isEarlier || comparePeriods(x, y) < 0).toBe(true);
      }),
    );
  });
});
