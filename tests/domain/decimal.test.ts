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
  quotient,
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

  it('divides and rounds once, half away from zero, however many digits there are', () => {
    expect(quotient('1', '3', 2)).toBe('0.33');
    expect(quotient('1', '8', 2)).toBe('0.13');
    expect(quotient('-1', '8', 2)).toBe('-0.13');
    expect(quotient('-1', '1000', 2)).toBe('0.00');
    expect(quotient('10', '0.04', 0)).toBe('250');
    expect(quotient('-7.5', '-2.5', 1)).toBe('3.0');
    // Two roundings would make 0.5 of it, and then 1.
    expect(quotient(`0.${'4'.repeat(1)}${'9'.repeat(37)}`, '1', 0)).toBe('0');
    expect(quotient('123456789012345678901234567890.012345679', '1.5', 10)).toBe(
      '82304526008230452600823045260.0082304527',
    );
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

  it('is what its quotient is, times the divisor, up to half of the last place', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 10 }), (a, b, decimals) => {
        fc.pre(!isZero(b));
        const left = subtract(multiply(quotient(a, b, decimals), b), a);
        const half = multiply(b, decimals === 0 ? '0.5' : `0.${'0'.repeat(decimals)}5`);
        const size = (text: string) => (isNegative(text) ? multiply(text, '-1') : text);
        expect(compare(size(left), size(half))).toBeLessThanOrEqual(0);
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
