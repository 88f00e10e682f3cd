import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  equal,
  isDecimal,
  isNegative,
  isZero,
  multiply,
  power,
  round,
  subtract,
  sum,
} from '../../src/domain/decimal.js';

describe('an exact decimal', () => {
  it.each(['0', '12', '-12.50', '0.001', '9'.repeat(40), `0.${'1'.repeat(39)}`])(
    'is written %s',
    (text) => {
      expect(isDecimal(text)).toBe(true);
    },
  );

  it.each([
    '',
    '1e5',
    '-0',
    '-0.00',
    '+1',
    '007',
    '.5',
    '5.',
    '1,5',
    '1 234,5',
    '73%',
    'NaN',
    'Infinity',
    '0x10',
    '٣',
    ' 1',
    '9'.repeat(41),
  ])('is not written "%s"', (text) => {
    expect(isDecimal(text)).toBe(false);
  });

  it('adds what binary floats do not', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(subtract('0.3', '0.1')).toBe('0.2');
    expect(multiply('1.1', '1.1')).toBe('1.21');
    expect(sum([])).toBe('0');
    expect(sum(['9'.repeat(30), '0.1'])).toBe(`${'9'.repeat(30)}.1`);
  });

  it('divides and raises at 34 digits', () => {
    expect(divide('1', '3')).toBe(`0.${'3'.repeat(34)}`);
    expect(divide('2', '3')).toBe(`0.${'6'.repeat(33)}7`);
    expect(power('2', '0.5')).toBe('1.414213562373095048801688724209698');
    expect(power('-1', '0.5')).toBeUndefined();
    expect(power('0', '-1')).toBeUndefined();
  });

  it('rounds half away from zero and pads', () => {
    expect(round('1.005', 2)).toBe('1.01');
    expect(round('-1.005', 2)).toBe('-1.01');
    expect(round('2.5', 0)).toBe('3');
    expect(round('-0.4', 0)).toBe('0');
    expect(round('81.2', 2)).toBe('81.20');
  });

  it('compares as a number, not as text', () => {
    expect(compare('9', '10')).toBeLessThan(0);
    expect(equal('81.2', '81.20')).toBe(true);
    expect(isZero('-0.00')).toBe(true);
    expect(isNegative('-0')).toBe(false);
    expect(isNegative('-0.01')).toBe(true);
  });

  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 9 }))
    .map(([digits, scale]) => {
      const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
      const whole = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
      return digits < 0n ? `-${whole}` : whole;
    });

  it('sums to the same whatever the order and the grouping', () => {
    fc.assert(
      fc.property(fc.array(decimal), fc.nat(), (terms, cut) => {
        const at = terms.length === 0 ? 0 : cut % terms.length;
        const parts = add(sum(terms.slice(0, at)), sum(terms.slice(at)));
        expect(sum(terms.toReversed())).toBe(sum(terms));
        expect(equal(parts, sum(terms))).toBe(true);
      }),
    );
  });

  it('is the same again after adding and taking away', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(equal(subtract(add(a, b), b), a)).toBe(true);
      }),
    );
  });
});
