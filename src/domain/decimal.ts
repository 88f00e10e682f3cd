import { Decimal } from 'decimal.js';
import { z } from 'zod';

/**
 * Sums, differences and products are exact: no input has more than 40 digits, so a thousand
 * significant digits never round. ROUND_HALF_UP of decimal.js is half away from zero.
 */
const Exact = Decimal.clone({
  precision: 1000,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** Quotients, powers and percentiles carry 34 digits (the precision of IEEE 754 decimal128). */
const Rounded = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});

/** An exact decimal as text: optional minus, digits, optional fraction; no exponent. */
export type DecimalText = string;

const maxDigits = 40;
// Zero has no sign: "-0" would read as another number than "0".
const decimalPattern = /^(?!-0(?:\.0+)?$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** True for an exact decimal of at most 40 digits: `-12.50`, never `1e5`, `+1`, `.5` or `-0`. */
export const isDecimal = (text: string): boolean =>
  text.length <= maxDigits + 2 &&
  decimalPattern.test(text) &&
  text.replace(/[-.]/g, '').length <= maxDigits;

/** A quantity in an event body. */
export const decimalText = () =>
  z
    .string()
    .refine(isDecimal)
    .meta({ title: 'decimal', examples: ['24.07'] });

const decimalsOf = (text: DecimalText): number => {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
};

/** A whole number of units of 10 to the power −scale, as the shortest text. */
function unscaled(units: bigint, scale: number): DecimalText {
  if (scale === 0) return String(units);
  const sign = units < 0n ? '-' : '';
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const fraction = digits.slice(-scale).replace(/0+$/, '');
  return `${sign}${digits.slice(0, -scale)}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * Exact sum; the empty sum is "0". Terms are added as whole numbers of their last decimal: plain
 * ones as long as those are exact, because a sum of a thousand terms is made at every reading.
 */
export function sum(terms: Iterable<DecimalText>): DecimalText {
  const small: number[] = [];
  const large: bigint[] = [0n];
  for (const term of terms) {
    const scale = decimalsOf(term);
    const digits = scale === 0 ? term : term.replace('.', '');
    const units = Number(digits);
    const next = (small[scale] ?? 0) + units;
    if (Number.isSafeInteger(units) && Number.isSafeInteger(next)) small[scale] = next;
    else large[scale] = (large[scale] ?? 0n) + BigInt(digits);
  }
  const scale = Math.max(small.length, large.length) - 1;
  let total = 0n;
  for (let at = 0; at <= scale; at++)
    total += ((large[at] ?? 0n) + BigInt(small[at] ?? 0)) * 10n ** BigInt(scale - at);
  return unscaled(total, scale);
}

/** Exact a + b. */
export const add = (a: DecimalText, b: DecimalText): DecimalText => new Exact(a).plus(b).toFixed();

/** Exact a − b. */
export const subtract = (a: DecimalText, b: DecimalText): DecimalText =>
  new Exact(a).minus(b).toFixed();

/** Exact a × b. */
export const multiply = (a: DecimalText, b: DecimalText): DecimalText =>
  new Exact(a).times(b).toFixed();

/** a ÷ b at 34 digits; the divisor must not be zero. */
export const divide = (a: DecimalText, b: DecimalText): DecimalText =>
  new Rounded(a).dividedBy(b).toFixed();

/**
 * a ÷ b, exact until it is rounded half away from zero to a number of decimals and padded with
 * zeros: however many digits a and b have, the last one shown is right. b must not be zero.
 */
export function quotient(a: DecimalText, b: DecimalText, decimals: number): DecimalText {
  const [dividend, divisor] = [a, b].map((text) => BigInt(text.replace('.', ''))) as [
    bigint,
    bigint,
  ];
  const units = dividend * 10n ** BigInt(decimalsOf(b) + decimals);
  const parts = divisor * 10n ** BigInt(decimalsOf(a));
  const isBelowZero = units < 0n !== parts < 0n;
  const [n, d] = [units < 0n ? -units : units, parts < 0n ? -parts : parts];
  const rounded = (2n * n + d) / (2n * d);
  const digits = String(rounded).padStart(decimals + 1, '0');
  const sign = isBelowZero && rounded > 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - decimals);
  return `${sign}${whole}${decimals === 0 ? '' : `.${digits.slice(-decimals)}`}`;
}

/** a to the power b at 34 digits; undefined where it is not a finite real number. */
export function power(a: DecimalText, b: DecimalText): DecimalText | undefined {
  const result = new Rounded(a).pow(b);
  return result.isFinite() ? result.toFixed() : undefined;
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export const compare = (a: DecimalText, b: DecimalText): number => new Exact(a).comparedTo(b);

/** Rounded half away from zero to a number of decimals, padded with zeros: ("1.005", 2) "1.01". */
export function round(value: DecimalText, decimals: number): DecimalText {
  const rounded = new Exact(value).toDecimalPlaces(decimals);
  return (rounded.isZero() ? rounded.abs() : rounded).toFixed(decimals);
}

/** Equal as numbers: "81.2" and "81.20". */
export const equal = (a: DecimalText, b: DecimalText): boolean => new Exact(a).equals(b);

/** True for a number below zero; "-0" is not. */
export const isNegative = (value: DecimalText): boolean => new Exact(value).lessThan(0);

/** True for zero in any spelling. */
export const isZero = (value: DecimalText): boolean => new Exact(value).isZero();
