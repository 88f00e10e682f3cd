import type { CivilDate } from '../civil-date.js';
import { compare, isZero, multiply, quotient, round } from '../decimal.js';
import type { IndicatorDefinition } from './events.js';
import { percentileOf } from './percentile.js';
import type { Sums } from './sums.js';

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

function completenessOf(sums: Sums, expected: Expected): Completeness {
  const population = expected.population - sums.populationNotApplicable;
  const share = (): string =>
    quotient(multiply(String(sums.populationReporting), '100'), String(population), 2);
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
    populationCoverage: population > 0 ? share() : null,
  };
}

/** A ratio's value from its parts: numerator ÷ denominator × factor, rounded. */
export const ratioValue = (
  { factor = '1', decimals }: Pick<IndicatorDefinition, 'factor' | 'decimals'>,
  numerator: string,
  denominator: string,
): string => quotient(multiply(numerator, factor), denominator, decimals);

function valueOf(definition: IndicatorDefinition, sums: Sums, parts: number): string | undefined {
  const { overSpace, decimals, histogram } = definition;
  if (overSpace === 'SUM') return quotient(sums.value, String(parts), decimals);
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
