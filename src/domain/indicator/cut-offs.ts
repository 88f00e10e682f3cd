import {
  compare,
  divide,
  isNegative,
  isZero,
  multiply,
  power,
  round,
  subtract,
  type DecimalText,
} from '../decimal.js';

/** Least ratio that counts as substantial, and as moderate; below zero it is deterioration. */
export type CutOffs = { readonly substantial: DecimalText; readonly moderate: DecimalText };

/** Cut-offs of the ratio towards a target, and of the growth a year without one. */
export type CutOffRules = { readonly withTarget: CutOffs; readonly withoutTarget: CutOffs };

/** Those an indicator has in place of the published ones. */
export type OwnCutOffs = { readonly [Rule in keyof CutOffRules]?: CutOffs | undefined };

/**
 * Source: "Progress Measurement Methodology for the Sustainable Development Goals", Statistics
 * Canada, as published with Open SDG: with a target, observed over required growth of 95 % and
 * 60 %; without, growth of 1.5 % and 0.5 % a year.
 */
export const publishedCutOffs: CutOffRules = {
  withTarget: { substantial: '0.95', moderate: '0.6' },
  withoutTarget: { substantial: '0.015', moderate: '0.005' },
};

/** How fast cut-offs fall near a limit, in the same source. */
const exponent = '4.44';

/** Magnitude of a number. */
export const magnitude = (value: DecimalText): DecimalText =>
  isNegative(value) ? multiply(value, '-1') : value;

/**
 * Share of the cut-offs that is asked of a series that began near its natural limit, from 0 at
 * the limit to 1 far from it: 1 − (baseline ÷ limit)^4.44, mirrored beyond the limit.
 */
function shareNear(limit: DecimalText, baseline: DecimalText): DecimalText {
  const [from, to] = [magnitude(baseline), magnitude(limit)];
  const twice = multiply(to, '2');
  if (isZero(to) || compare(from, twice) >= 0) return '1';
  const nearness = divide(compare(from, to) <= 0 ? from : subtract(twice, from), to);
  return subtract('1', power(nearness, exponent) ?? '0');
}

const decimals = 12;

/**
 * The same cut-offs, less strict for a series without a target that began near its limit;
 * rounded to 12 decimals, so that what is shown is what a ratio is compared with.
 */
export function nearLimit(
  { substantial, moderate }: CutOffs,
  limit: DecimalText,
  baseline: DecimalText,
): CutOffs {
  const share = shareNear(limit, baseline);
  const reduced = (cutOff: DecimalText) => round(multiply(cutOff, share), decimals);
  return { substantial: reduced(substantial), moderate: reduced(moderate) };
}
