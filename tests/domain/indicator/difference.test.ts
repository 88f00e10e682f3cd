import { describe, expect, test } from '@jest/globals';
import {
  differenceOf,
  isAcrossBreak,
  isNumeric,
} from '../../../src/domain/indicator/difference.js';

describe('the difference of two values', () => {
  test.each([
    ['77.89', '78.84', '0.95', '1.22'],
    ['80', '60', '-20', '-25.00'],
    ['-4', '-3', '1', '25.00'],
    ['0', '3', '3', null],
    ['0.00', '0', '0', null],
    ['3', '3.0', '0', '0.00'],
    ['123456789012345678901234567890.1', '123456789012345678901234567890.3', '0.2', '0.00'],
  ])('from %s to %s is %s, %s percent', (from, to, difference, percent) => {
    expect(differenceOf(from, to)).toEqual({ difference, percent, incomparable: null });
  });

  test('needs both', () => {
    const none = { difference: null, percent: null, incomparable: 'NO_VALUE' };
    expect(differenceOf(null, '1')).toEqual(none);
    expect(differenceOf('0', null)).toEqual(none);
  });
});

test('a break lies between versions on both sides of it, in either order', () => {
  const breaks = [3, 5];
  expect(isAcrossBreak(breaks, 1, 2)).toBe(false);
  expect(isAcrossBreak(breaks, 2, 3)).toBe(true);
  expect(isAcrossBreak(breaks, 3, 4)).toBe(false);
  expect(isAcrossBreak(breaks, 6, 4)).toBe(true);
  expect(isAcrossBreak(breaks, 5, 5)).toBe(false);
});

test('places on a scale and judgments are no quantities', () => {
  expect(isNumeric({ kind: 'ORDINAL' })).toBe(false);
  expect(isNumeric({ kind: 'QUALITATIVE' })).toBe(false);
  expect(isNumeric({ kind: 'INDEX_PUBLISHED' })).toBe(true);
});
