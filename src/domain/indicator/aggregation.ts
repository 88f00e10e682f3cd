import type { CivilDate } from '../civil-date.js';
import { add, compare, divide, isZero, multiply, round, subtract } from '../decimal.js';
import type { ObservationFlag, ObservationStatus } from '../observation/events.js';
import type { IndicatorDefinition } from './events.js';
import { percentileOf } from './percentile.js';

/** Where an area's value comes from: a source published it, or bodies were summed. */
export const bases = ['BEST', 'PUBLISHED', 'ROLLED_UP'] as const;
export type Basis = (typeof bases)[number];

/** Why there is no value. */
export const absences = [
  'NOT_AGGREGATABLE',
  'NO_REPORTS',
  'BELOW_COVERAGE_FLOOR',
  'OVERLAP',
  'NOT_RELEASED',
  'SUPPRESSED',
] as const;
export type Absence = (typeof absences)[number];

/** Why a report is left out of a sum although there is one. */
export const leftOutReasons = [
  'WITHOUT_PARTS',
  'INCOMPLETE_OVER_TIME',
  'OTHER_DEFINITION',
] as const;
export type LeftOut = (typeof leftOutReasons)[number];

/** What one body reported, as a rollup needs it. */
export type Fact = {
  readonly status: ObservationStatus;
  readonly value?: string | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  /** Counts by bucket. */
  readonly histogram?: readonly string[] | undefined;
  readonly flags: readonly ObservationFlag[];
  /** Why a number that was reported cannot be put together with others. */
  readonly leftOut?: LeftOut;
  /** True when it first came after the day it was due. */
  readonly isLate?: boolean;
  /** Day by which its latest version was known. */
  readonly knownOn?: CivilDate;
};

/** How much a fact weighs: as how many bodies expected, in which so many persons live. */
export type Weight = { readonly bodies: number; readonly population: number };

/** Exact sums over the bodies expected, kept so that a fact can be taken out again. */
export type Sums = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  /** Counts by bucket; empty when nothing was counted. */
  readonly histogram: readonly string[];
  readonly reporting: number;
  readonly suppressedAtSource: number;
  readonly notApplicable: number;
  readonly withdrawn: number;
  readonly partial: number;
  readonly provisional: number;
  readonly late: number;
  /** How many reports were last known by which day; the least day is that of the oldest. */
  readonly knownOn: Readonly<Record<CivilDate, number>>;
  /** Persons living in the bodies that report. */
  readonly populationReporting: number;
  /** Persons living in the bodies to which the indicator does not apply. */
  readonly populationNotApplicable: number;
};

/** Sums over no facts. */
export const noSums: Sums = {
  value: '0',
  numerator: '0',
  denominator: '0',
  histogram: [],
  reporting: 0,
  suppressedAtSource: 0,
  notApplicable: 0,
  withdrawn: 0,
  partial: 0,
  provisional: 0,
  late: 0,
  knownOn: {},
  populationReporting: 0,
  populationNotApplicable: 0,
};

/** True for sums over nothing that says anything. */
export const isNothing = (sums: Sums): boolean =>
  sums.reporting + sums.suppressedAtSource + sums.notApplicable + sums.withdrawn === 0;

/** The bodies of the indicator's universe for the period. */
export type Expected = { readonly bodies: number; readonly population: number };

/** How complete a rolled-up value is. NOT_APPLICABLE bodies are not expected. */
export type Completeness = {
  readonly bodiesExpected: number;
  readonly bodiesReporting: number;
  readonly bodiesSuppressedAtSource: number;
  readonly bodiesNotApplicable: number;
  readonly bodiesWithdrawn: number;
  /** Reporting bodies whose number is flagged PARTIAL, or PROVISIONAL. */
  readonly partial: number;
  readonly provisional: number;
  /** Reporting bodies whose number first came after the day it was due. */
  readonly bodiesLate: number;
  /** Day by which the oldest of the numbers was known. */
  readonly oldestKnownOn: CivilDate | null;
  /** Percent, 2 decimals: population of reporting over population of expected bodies. */
  readonly populationCoverage: string | null;
};

/** A value for an area and period, or the reason why there is none. */
export type Rollup = {
  readonly value: string | null;
  readonly absence: Absence | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly completeness: Completeness;
};

type Move = { readonly direction: 1 | -1; readonly combine: typeof add };

/** Counts by bucket, moved by those of a fact; none when all of them are zero. */
function moveHistogram(
  before: readonly string[],
  { histogram = [] }: Fact,
  combine: typeof add,
): readonly string[] {
  if (histogram.length === 0) return before;
  const buckets = Math.max(before.length, histogram.length);
  const after = Array.from({ length: buckets }, (_, at) =>
    combine(before[at] ?? '0', histogram[at] ?? '0'),
  );
  return after.every(isZero) ? [] : after;
}

function moveDay(before: Sums['knownOn'], day: CivilDate | undefined, step: number) {
  if (day === undefined) return before;
  const { [day]: standing, ...others } = before;
  const after = (standing ?? 0) + step;
  if (after === 0) return others;
  if (standing !== undefined) return { ...before, [day]: after };
  // In order of day, so that the same facts are the same sums however they came.
  const days = [...Object.entries(before), [day, after] as const];
  return Object.fromEntries(days.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const move = (
  sums: Sums,
  fact: Fact,
  { bodies, population }: Weight,
  { direction, combine }: Move,
): Sums => {
  const reports = fact.status === 'REPORTED';
  const count = (matches: boolean): number => (matches ? direction * bodies : 0);
  return {
    value: combine(sums.value, (reports ? fact.value : undefined) ?? '0'),
    numerator: combine(sums.numerator, (reports ? fact.numerator : undefined) ?? '0'),
    denominator: combine(sums.denominator, (reports ? fact.denominator : undefined) ?? '0'),
    histogram: reports ? moveHistogram(sums.histogram, fact, combine) : sums.histogram,
    reporting: sums.reporting + count(reports),
    suppressedAtSource: sums.suppressedAtSource + count(fact.status === 'SUPPRESSED_AT_SOURCE'),
    notApplicable: sums.notApplicable + count(fact.status === 'NOT_APPLICABLE'),
    withdrawn: sums.withdrawn + count(fact.status === 'WITHDRAWN'),
    partial: sums.partial + count(reports && fact.flags.includes('PARTIAL')),
    provisional: sums.provisional + count(reports && fact.flags.includes('PROVISIONAL')),
    late: sums.late + count(reports && fact.isLate === true),
    knownOn: reports ? moveDay(sums.knownOn, fact.knownOn, direction) : sums.knownOn,
    populationReporting: sums.populationReporting + (reports ? direction * population : 0),
    populationNotApplicable:
      sums.populationNotApplicable +
      (fact.status === 'NOT_APPLICABLE' ? direction * population : 0),
  };
};

const weightOf = (weight: Weight | number): Weight =>
  typeof weight === 'number' ? { bodies: 1, population: weight } : weight;

/** Sums with one more fact; a number alone weighs one body, in persons. */
export const include = (sums: Sums, fact: Fact, weight: Weight | number): Sums =>
  move(sums, fact, weightOf(weight), { direction: 1, combine: add });

/** Sums without a fact that was included: the exact inverse of `include`. */
export const exclude = (sums: Sums, fact: Fact, weight: Weight | number): Sums =>
  move(sums, fact, weightOf(weight), { direction: -1, combine: subtract });

function completenessOf(sums: Sums, expected: Expected): Completeness {
  const population = expected.population - sums.populationNotApplicable;
  const share = (): string =>
    divide(multiply(String(sums.populationReporting), '100'), String(population));
  return {
    bodiesExpected: expected.bodies - sums.notApplicable,
    bodiesReporting: sums.reporting,
    bodiesSuppressedAtSource: sums.suppressedAtSource,
    bodiesNotApplicable: sums.notApplicable,
    bodiesWithdrawn: sums.withdrawn,
    partial: sums.partial,
    provisional: sums.provisional,
    bodiesLate: sums.late,
    oldestKnownOn: Object.keys(sums.knownOn).toSorted()[0] ?? null,
    populationCoverage: population > 0 ? round(share(), 2) : null,
  };
}

/** A ratio's value from its parts: numerator ÷ denominator × factor, rounded. */
export const ratioValue = (
  { factor = '1', decimals }: Pick<IndicatorDefinition, 'factor' | 'decimals'>,
  numerator: string,
  denominator: string,
): string => round(divide(multiply(numerator, factor), denominator), decimals);

function valueOf(definition: IndicatorDefinition, sums: Sums, parts: number): string | undefined {
  const { overSpace, decimals, histogram } = definition;
  if (overSpace === 'SUM')
    return round(parts === 1 ? sums.value : divide(sums.value, String(parts)), decimals);
  if (overSpace === 'HISTOGRAM') {
    const read = histogram && percentileOf(histogram, sums.histogram);
    return read && round(read, decimals);
  }
  if (isZero(sums.denominator)) return undefined;
  return ratioValue(definition, sums.numerator, sums.denominator);
}

/** What else a conclusion depends on. */
export type Conclusion = {
  /** True when units that report cross one another, so that people would count twice. */
  readonly overlaps?: boolean;
  /** Of a mean over time: how many periods were added. */
  readonly parts?: number;
};

/**
 * The area's value from sums over its bodies. A ratio is a sum over a sum, never an average of
 * rates; a kind that cannot be aggregated says so; under the coverage floor the value is
 * withheld rather than grossed up.
 */
export function conclude(
  definition: IndicatorDefinition,
  sums: Sums,
  expected: Expected,
  { overlaps = false, parts = 1 }: Conclusion = {},
): Rollup {
  const completeness = completenessOf(sums, expected);
  const absent = (absence: Absence): Rollup => ({
    value: null,
    absence,
    numerator: null,
    denominator: null,
    completeness,
  });
  const { overSpace, coverageFloor } = definition;
  if (overSpace === 'NONE') return absent('NOT_AGGREGATABLE');
  if (overlaps) return absent('OVERLAP');
  const value = sums.reporting === 0 ? undefined : valueOf(definition, sums, parts);
  if (value === undefined) return absent('NO_REPORTS');
  const { populationCoverage } = completeness;
  if (coverageFloor !== undefined && compare(populationCoverage ?? '0', coverageFloor) < 0)
    return absent('BELOW_COVERAGE_FLOOR');
  const isRatio = overSpace === 'RATIO_OF_SUMS';
  return {
    value,
    absence: null,
    numerator: isRatio ? sums.numerator : null,
    denominator: isRatio ? sums.denominator : null,
    completeness,
  };
}
