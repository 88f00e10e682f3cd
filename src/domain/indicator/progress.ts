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
import {
  magnitude,
  nearLimit,
  publishedCutOffs,
  type CutOffs,
  type OwnCutOffs,
} from './cut-offs.js';

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

/** Why growth is not defined, in the order in which it is looked for. */
export type GrowthGap =
  | 'NO_DIRECTION'
  | 'TOO_FEW_VALUES'
  | 'WITHIN_ONE_YEAR'
  | 'BASELINE_NOT_POSITIVE'
  | 'VALUE_NEGATIVE'
  | 'TARGET_WITHOUT_GROWTH';

/** Which rules the answer follows; the version rises when an answer could change. */
export const progressMethod = { name: 'statistics-canada-cagr', version: 2 } as const;

/** A value in a year: the baseline, the latest, or the one aimed at. */
export type YearValue = { readonly year: number; readonly value: DecimalText };

/** What progress is judged by. NONE is the direction of an indicator that is only watched. */
export type ProgressQuestion = {
  readonly direction: 'HIGHER' | 'LOWER' | 'NONE';
  readonly baseline?: YearValue | undefined;
  readonly current?: YearValue | undefined;
  readonly target?: YearValue | undefined;
  /** Value no series can pass, 100 of a percentage; counts where there is no target. */
  readonly limit?: DecimalText | undefined;
  /** Those published, unless the indicator has its own. */
  readonly cutOffs?: OwnCutOffs | undefined;
  /** Change from the baseline, in the indicator's unit, up to which nothing changed. */
  readonly tolerance?: DecimalText | undefined;
};

/** A status and, where growth is defined, what it follows from, at 12 decimals. */
export type Progress = {
  readonly status: ProgressStatus;
  /** Growth observed in the wanted direction, over that required when there is a target. */
  readonly ratio: DecimalText | null;
  readonly gap: GrowthGap | null;
  /** Whole years from the baseline to the current value. */
  readonly years: number | null;
  readonly observedGrowth: DecimalText | null;
  readonly requiredGrowth: DecimalText | null;
  /** Those that applied, near a limit already reduced. */
  readonly cutOffs: CutOffs | null;
};

/** Growth to zero is undefined; the same methodology aims at this instead. */
const insteadOfZeroTarget = '0.001';

const decimals = 12;

/** Compound annual growth between values above zero, the second in a later year. */
const growth = (from: YearValue, to: YearValue): DecimalText =>
  subtract(
    power(divide(to.value, from.value), divide('1', String(to.year - from.year))) ?? '1',
    '1',
  );

const hasReached = (direction: 'HIGHER' | 'LOWER', current: YearValue, target: YearValue) =>
  direction === 'HIGHER'
    ? compare(current.value, target.value) >= 0
    : compare(current.value, target.value) <= 0;

/** Growth required to reach a target in time; undefined where none would lead there. */
function growthTo(target: YearValue, baseline: YearValue): DecimalText | undefined {
  if (target.year <= baseline.year || isNegative(target.value)) return undefined;
  const value = isZero(target.value) ? insteadOfZeroTarget : target.value;
  const required = growth(baseline, { year: target.year, value });
  return isZero(required) ? undefined : required;
}

/** Relative change on a baseline of zero is undefined, not infinite. */
function gapBetween(baseline: YearValue, current: YearValue): GrowthGap | null {
  if (current.year <= baseline.year) return 'WITHIN_ONE_YEAR';
  if (compare(baseline.value, '0') <= 0) return 'BASELINE_NOT_POSITIVE';
  return isNegative(current.value) ? 'VALUE_NEGATIVE' : null;
}

const without = (gap: GrowthGap): Progress => ({
  status: 'NOT_AVAILABLE',
  ratio: null,
  gap,
  years: null,
  observedGrowth: null,
  requiredGrowth: null,
  cutOffs: null,
});

const isWithin = (tolerance: DecimalText, from: YearValue, to: YearValue): boolean =>
  compare(magnitude(subtract(to.value, from.value)), tolerance) <= 0;

function statusOf(ratio: DecimalText, { substantial, moderate }: CutOffs): ProgressStatus {
  if (isNegative(ratio)) return 'DETERIORATION';
  if (compare(ratio, substantial) >= 0) return 'SUBSTANTIAL';
  return compare(ratio, moderate) >= 0 ? 'MODERATE' : 'LIMITED';
}

function cutOffsOf({ target, limit, cutOffs }: ProgressQuestion, from: YearValue): CutOffs {
  if (target !== undefined) return cutOffs?.withTarget ?? publishedCutOffs.withTarget;
  const withoutTarget = cutOffs?.withoutTarget ?? publishedCutOffs.withoutTarget;
  return limit === undefined ? withoutTarget : nearLimit(withoutTarget, limit, from.value);
}

const rounded = (value: DecimalText): DecimalText => round(value, decimals);

/** Progress where growth is defined. */
function measured(
  question: ProgressQuestion,
  sign: '1' | '-1',
  baseline: YearValue,
  current: YearValue,
): Progress {
  const { target, tolerance } = question;
  const observed = growth(baseline, current);
  const wanted = multiply(observed, sign);
  const required = target && growthTo(target, baseline);
  const cutOffs = cutOffsOf(question, baseline);
  const known = {
    years: current.year - baseline.year,
    observedGrowth: rounded(observed),
    requiredGrowth: required === undefined ? null : rounded(required),
    cutOffs,
  };
  if (target !== undefined && required === undefined)
    return { ...without('TARGET_WITHOUT_GROWTH'), ...known };
  const ratio = required === undefined ? wanted : divide(wanted, magnitude(required));
  const isSteady = tolerance !== undefined && isWithin(tolerance, baseline, current);
  const status = isSteady ? 'LIMITED' : statusOf(ratio, cutOffs);
  return { status, ratio: rounded(ratio), gap: null, ...known };
}

/**
 * Progress by the method Statistics Canada publishes for the Canadian Indicator Framework:
 * direction × growth observed ÷ |growth required| with a target, direction × growth observed
 * without. It cannot be told without a direction, from a baseline of zero or less, or from
 * fewer than two years; a target that is reached counts as achieved all the same.
 */
export function progressOf(question: ProgressQuestion): Progress {
  const { direction, baseline, current, target } = question;
  if (direction === 'NONE') return without('NO_DIRECTION');
  const gap = baseline && current ? gapBetween(baseline, current) : 'TOO_FEW_VALUES';
  const progress =
    gap === null && baseline && current
      ? measured(question, direction === 'HIGHER' ? '1' : '-1', baseline, current)
      : without(gap ?? 'TOO_FEW_VALUES');
  return current && target && hasReached(direction, current, target)
    ? { ...progress, status: 'TARGET_ACHIEVED', gap: null }
    : progress;
}
