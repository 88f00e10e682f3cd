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

/** How a series moves towards where it should go. */
export const progressStatuses = [
  'TARGET_ACHIEVED',
  'SUBSTANTIAL',
  'MODERATE',
  'LIMITED',
  'DETERIORATION',
  'NOT_AVAILABLE',
] as const;
export type ProgressStatus = (typeof progressStatuses)[number];

/** A value in a year: the baseline, the latest, or the one aimed at. */
export type YearValue = { readonly year: number; readonly value: DecimalText };

/** What progress is judged by. NONE is the direction of an indicator that is only watched. */
export type ProgressQuestion = {
  readonly direction: 'HIGHER' | 'LOWER' | 'NONE';
  readonly baseline?: YearValue | undefined;
  readonly current?: YearValue | undefined;
  readonly target?: YearValue | undefined;
};

/** A status and, where growth is defined, the number it follows from, at 12 decimals. */
export type Progress = { readonly status: ProgressStatus; readonly ratio: DecimalText | null };

/**
 * Least ratio for each status. Source: "Progress Measurement Methodology for the Sustainable
 * Development Goals", Statistics Canada, as published with Open SDG: with a target, observed
 * over required growth of 95 % and 60 %; without, growth of 1.5 % and 0.5 % a year.
 */
const cutOffs = {
  withTarget: { substantial: '0.95', moderate: '0.6' },
  withoutTarget: { substantial: '0.015', moderate: '0.005' },
} as const;

/** Growth to zero is undefined; the same methodology aims at this instead. */
const insteadOfZeroTarget = '0.001';

const ratioDecimals = 12;

/** Compound annual growth rate; undefined unless it starts above zero and ends later. */
function growth(from: YearValue, to: YearValue): DecimalText | undefined {
  const years = to.year - from.year;
  if (years < 1 || compare(from.value, '0') <= 0 || isNegative(to.value)) return undefined;
  const rate = power(divide(to.value, from.value), divide('1', String(years)));
  return rate && subtract(rate, '1');
}

const hasReached = (direction: 'HIGHER' | 'LOWER', current: YearValue, target: YearValue) =>
  direction === 'HIGHER'
    ? compare(current.value, target.value) >= 0
    : compare(current.value, target.value) <= 0;

const magnitude = (value: DecimalText): DecimalText =>
  isNegative(value) ? multiply(value, '-1') : value;

/** Growth in the wanted direction, over the magnitude of the growth required if there is one. */
function ratioOf({ direction, baseline, current, target }: ProgressQuestion) {
  if (baseline === undefined || current === undefined) return undefined;
  const observed = growth(baseline, current);
  if (observed === undefined) return undefined;
  const wanted = multiply(observed, direction === 'HIGHER' ? '1' : '-1');
  if (target === undefined) return wanted;
  const value = isZero(target.value) ? insteadOfZeroTarget : target.value;
  const required = growth(baseline, { year: target.year, value });
  return required === undefined || isZero(required)
    ? undefined
    : divide(wanted, magnitude(required));
}

function statusOf(ratio: DecimalText, hasTarget: boolean): ProgressStatus {
  const { substantial, moderate } = cutOffs[hasTarget ? 'withTarget' : 'withoutTarget'];
  if (compare(ratio, substantial) >= 0) return 'SUBSTANTIAL';
  if (compare(ratio, moderate) >= 0) return 'MODERATE';
  return isNegative(ratio) ? 'DETERIORATION' : 'LIMITED';
}

/**
 * Progress by the method Statistics Canada publishes for the Canadian Indicator Framework:
 * direction × growth observed ÷ |growth required| with a target, direction × growth observed
 * without. It cannot be told without a direction, from a baseline of zero or less, or from
 * fewer than two years; a target that is reached counts as achieved all the same.
 */
export function progressOf(question: ProgressQuestion): Progress {
  const { direction, current, target } = question;
  if (direction === 'NONE') return { status: 'NOT_AVAILABLE', ratio: null };
  const exact = ratioOf(question);
  const ratio = exact === undefined ? null : round(exact, ratioDecimals);
  if (current && target && hasReached(direction, current, target))
    return { status: 'TARGET_ACHIEVED', ratio };
  if (exact === undefined) return { status: 'NOT_AVAILABLE', ratio };
  return { status: statusOf(exact, target !== undefined), ratio };
}
