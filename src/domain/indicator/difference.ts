import {
  divide,
  isNegative,
  isZero,
  multiply,
  round,
  subtract,
  type DecimalText,
} from '../decimal.js';
import type { IndicatorDefinition } from './events.js';

/** Why two values are not compared. */
export const incomparables = [
  'BREAK',
  'NO_VALUE',
  'NOT_NUMERIC',
  'PART_OF_TOTAL',
  'NOT_RELEASED',
  'INCOMPLETE',
] as const;
export type Incomparable = (typeof incomparables)[number];

/** How far one value is from another, or why that cannot be said. */
export type Difference = {
  /** Exact. */
  readonly difference: DecimalText | null;
  /** In percent of the value compared with, at 2 decimals; null when that is zero. */
  readonly percent: DecimalText | null;
  readonly incomparable: Incomparable | null;
};

/** The answer where nothing is compared. */
export const noDifference = (incomparable: Incomparable): Difference => ({
  difference: null,
  percent: null,
  incomparable,
});

/** True for kinds whose values are quantities: a place on a scale or a judgment is none. */
export const isNumeric = ({ kind }: Pick<IndicatorDefinition, 'kind'>): boolean =>
  kind !== 'ORDINAL' && kind !== 'QUALITATIVE';

/** True when a break of the definition lies between two of its versions, in either order. */
export const isAcrossBreak = (breaks: readonly number[], a: number, b: number): boolean =>
  breaks.some((first) => Math.min(a, b) < first && first <= Math.max(a, b));

const magnitude = (value: DecimalText): DecimalText =>
  isNegative(value) ? multiply(value, '-1') : value;

/** How far a value is from the one it is compared with. */
export function differenceOf(from: DecimalText | null, to: DecimalText | null): Difference {
  if (from === null || to === null) return noDifference('NO_VALUE');
  const difference = subtract(to, from);
  const percent = isZero(from)
    ? null
    : round(divide(multiply(difference, '100'), magnitude(from)), 2);
  return { difference, percent, incomparable: null };
}
