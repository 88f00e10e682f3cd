import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare } from '../../../src/domain/decimal.js';
import { histogramOf, ranksOf, spreadOf } from '../../../src/domain/indicator/distribution.js';

const big = (last: string): string => `12345678901234567890123456.78${last}`;

describe('the spread of values', () => {
  // R: quantile(x, type = 7)
  test.each([
    [['5'], 1, ['5', '5.0', '5.0', '5.0', '5']],
    [['9', '10'], 2, ['9', '9.25', '9.50', '9.75', '10']],
    [['10', '9', '100'], 1, ['9', '9.5', '10.0', '55.0', '100']],
    [['1', '2', '3', '4'], 2, ['1', '1.75', '2.50', '3.25', '4']],
    [['1', '2', '3', '4'], 0, ['1', '2', '3', '3', '4']],
    [['3', '-1', '0.5', '2', '7'], 2, ['-1', '0.50', '2.00', '3.00', '7']],
    [['-2', '-1'], 0, ['-2', '-2', '-2', '-1', '-1']],
    [['2', '2', '2', '8', '8', '8'], 1, ['2', '2.0', '5.0', '8.0', '8']],
  ])('of %j at %d decimals', (values, decimals, [min, lower, median, upper, max]) => {
    expect(spreadOf(values, decimals)).toEqual({
      min,
      lowerQuartile: lower,
      median,
      upperQuartile: upper,
      max,
    });
  });

  test('of numbers of thirty digits is exact to the last', () => {
    const values = [big('94'), big('90'), big('91'), big('93')];
    expect(spreadOf(values, 6)).toEqual({
      min: big('90'),
      lowerQuartile: '12345678901234567890123456.789075',
      median: '12345678901234567890123456.789200',
      upperQuartile: '12345678901234567890123456.789325',
      max: big('94'),
    });
  });

  test('of nothing is not there', () => {
    expect(spreadOf([], 2)).toBeUndefined();
  });
});

const binsOf = (values: readonly string[], decimals: number, bins?: number) =>
  histogramOf(values, decimals, bins).map(({ from, to, count }) => [from, to, count]);

describe('a histogram', () => {
  test('has as many bins as it is asked for, the last with its upper edge', () => {
    expect(binsOf(['0', '2', '4', '9', '10'], 0, 5)).toEqual([
      ['0', '2', 1],
      ['2', '4', 1],
      ['4', '6', 1],
      ['6', '8', 0],
      ['8', '10', 2],
    ]);
  });

  test.each([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
    [5, 4],
    [16, 5],
    [17, 6],
  ])('of %d values has %d bins by the rule of Sturges', (count, bins) => {
    const values = Array.from({ length: count }, (_, at) => `${at}.5`);
    expect(binsOf(values, 3)).toHaveLength(count === 1 ? 1 : bins);
  });

  test('has edges that are rounded, and fewer bins where they would be equal', () => {
    expect(binsOf(['1', '1', '3'], 0, 50)).toEqual([
      ['1', '2', 2],
      ['2', '3', 1],
    ]);
    expect(binsOf(['0', '10'], 2, 3)).toEqual([
      ['0', '3.33', 1],
      ['3.33', '6.67', 0],
      ['6.67', '10', 1],
    ]);
  });

  test('of equal values is one bin, of none has none', () => {
    expect(binsOf(['7', '7.0'], 1)).toEqual([['7', '7.0', 2]]);
    expect(binsOf([], 1)).toEqual([]);
  });

  test('tells numbers of thirty digits apart', () => {
    expect(binsOf([big('90'), big('91'), big('94')], 4, 2)).toEqual([
      [big('90'), big('92'), 2],
      [big('92'), big('94'), 1],
    ]);
  });
});

describe('ranks', () => {
  test('are shared by ties and then skip', () => {
    expect(ranksOf(['10', '9', '9.0', '-3'], 'HIGHER')).toEqual([1, 2, 2, 4]);
    expect(ranksOf(['10', '9', '9.0', '-3'], 'LOWER')).toEqual([4, 2, 2, 1]);
    expect(ranksOf([big('91'), big('90')], 'LOWER')).toEqual([2, 1]);
    expect(ranksOf([], 'LOWER')).toEqual([]);
  });
});

const value = fc
  .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.nat({ max: 99 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`);
const shuffled = fc
  .array(value, { minLength: 1, maxLength: 40 })
  .chain((values) =>
    fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
  );

test('the order of bodies does not matter, and every body is counted once', () => {
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 1, max: 50 }), ([values, others], bins) => {
      const spread = spreadOf(values, 4);
      expect(spreadOf(others, 4)).toEqual(spread);
      const histogram = histogramOf(values, 2, bins);
      expect(histogramOf(others, 2, bins)).toEqual(histogram);
      expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      expect(histogram.every(({ from, to }) => compare(from, to) <= 0)).toBe(true);
      const ranked = (all: readonly string[]) =>
        new Set(ranksOf(all, 'LOWER').map((rank, at) => `${rank} ${all[at]}`));
      expect(ranked(others)).toEqual(ranked(values));
    }),
  );
});
