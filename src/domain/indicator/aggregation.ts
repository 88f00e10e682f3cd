import { add, compare, divide, isZero, multiply, round, subtract } from '../decimal.js';
import type { ObservationFlag, ObservationStatus } from '../observation/events.js';
import type { IndicatorDefinition } from './events.js';

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

/** What one body reported, as a rollup needs it. */
export type Fact = {
  readonly status: ObservationStatus;
  readonly value?: string | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  readonly flags: readonly ObservationFlag[];
};

/** Exact sums over the bodies expected, kept so that a fact can be taken out again. */
export type Sums = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly reporting: number;
  readonly suppressedAtSource: number;
  readonly notApplicable: number;
  readonly withdrawn: number;
  readonly partial: number;
  readonly provisional: number;
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
  reporting: 0,
  suppressedAtSource: 0,
  notApplicable: 0,
  withdrawn: 0,
  partial: 0,
  provisional: 0,
  populationReporting: 0,
  populationNotApplicable: 0,
};

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

const move = (
  sums: Sums,
  fact: Fact,
  population: number,
  direction: 1 | -1,
  combine: typeof add,
): Sums => {
  const reports = fact.status === 'REPORTED';
  const count = (matches: boolean): number => (matches ? direction : 0);
  return {
    value: combine(sums.value, (reports ? fact.value : undefined) ?? '0'),
    numerator: combine(sums.numerator, (reports ? fact.numerator : undefined) ?? '0'),
    denominator: combine(sums.denominator, (reports ? fact.denominator : undefined) ?? '0'),
    reporting: sums.reporting + count(reports),
    suppressedAtSource: sums.suppressedAtSource + count(fact.status === 'SUPPRESSED_AT_SOURCE'),
    notApplicable: sums.notApplicable + count(fact.status === 'NOT_APPLICABLE'),
    withdrawn: sums.withdrawn + count(fact.status === 'WITHDRAWN'),
    partial: sums.partial + count(reports && fact.flags.includes('PARTIAL')),
    provisional: sums.provisional + count(reports && fact.flags.includes('PROVISIONAL')),
    populationReporting: sums.populationReporting + count(reports) * population,
    populationNotApplicable:
      sums.populationNotApplicable + count(fact.status === 'NOT_APPLICABLE') * population,
  };
};

/** Sums with one more body's fact. `population` weighs the body, in persons. */
export const include = (sums: Sums, fact: Fact, population: number): Sums =>
  move(sums, fact, population, 1, add);

/** Sums without a fact that was included: the exact inverse of `include`. */
export const exclude = (sums: Sums, fact: Fact, population: number): Sums =>
  move(sums, fact, population, -1, subtract);

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
    populationCoverage: population > 0 ? round(share(), 2) : null,
  };
}

/** A ratio's value from its parts: numerator ÷ denominator × factor, rounded. */
export const ratioValue = (
  { factor = '1', decimals }: Pick<IndicatorDefinition, 'factor' | 'decimals'>,
  numerator: string,
  denominator: string,
): string => round(divide(multiply(numerator, factor), denominator), decimals);

function valueOf(definition: IndicatorDefinition, sums: Sums): string | undefined {
  const { overSpace, decimals } = definition;
  if (overSpace === 'SUM') return round(sums.value, decimals);
  if (isZero(sums.denominator)) return undefined;
  return ratioValue(definition, sums.numerator, sums.denominator);
}

/**
 * The area's value from sums over its bodies. A ratio is a sum over a sum, never an average of
 * rates; a kind that cannot be aggregated says so; under the coverage floor the value is
 * withheld rather than grossed up.
 */
export function conclude(definition: IndicatorDefinition, sums: Sums, expected: Expected): Rollup {
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
  const value = sums.reporting === 0 ? undefined : valueOf(definition, sums);
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
