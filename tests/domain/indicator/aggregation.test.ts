import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { conclude } from '../../../src/domain/indicator/aggregation.js';
import {
  exclude,
  include,
  noSums,
  type Fact,
  type Sums,
} from '../../../src/domain/indicator/sums.js';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';

const base: IndicatorDefinition = {
  name: { en: 'An indicator' },
  kind: 'COUNT_FLOW',
  unit: { en: 'persons' },
  decimals: 0,
  direction: 'NONE',
  universe: { kind: 'MUNICIPALITIES' },
  sensitivity: 'PUBLIC',
  overTime: 'SUM',
  overSpace: 'SUM',
  periodKind: 'YEAR',
  proportion: false,
  dimensions: [],
};
const ratio: IndicatorDefinition = {
  ...base,
  kind: 'RATIO',
  overTime: 'RATIO_OF_SUMS',
  overSpace: 'RATIO_OF_SUMS',
  factor: '100',
  proportion: true,
  decimals: 2,
};
const reported = (parts: Partial<Fact>): Fact => ({ status: 'REPORTED', flags: [], ...parts });
const fold = (facts: readonly (readonly [Fact, number])[]): Sums =>
  facts.reduce((sums, [fact, population]) => include(sums, fact, population), noSums);

describe('the province, from what its bodies report', () => {
  it('is the sum of counts', () => {
    const sums = fold([
      [reported({ value: '569353' }), 569353],
      [reported({ value: '11059' }), 11059],
    ]);
    expect(conclude(base, sums, { bodies: 2, population: 580412 })).toMatchObject({
      value: '580412',
      absence: null,
      numerator: null,
      completeness: { bodiesExpected: 2, bodiesReporting: 2, populationCoverage: '100.00' },
    });
  });

  it('is a sum over a sum for a ratio, never the average of rates', () => {
    const sums = fold([
      [reported({ numerator: '1', denominator: '2' }), 10],
      [reported({ numerator: '100', denominator: '1000' }), 90],
    ]);
    const rollup = conclude(ratio, sums, { bodies: 2, population: 100 });
    expect(rollup).toMatchObject({ value: '10.08', numerator: '101', denominator: '1002' });
  });

  it('takes a reported zero as a zero and a missing number as missing', () => {
    const zero = fold([[reported({ value: '0' }), 100]]);
    expect(conclude(base, zero, { bodies: 2, population: 200 })).toMatchObject({
      value: '0',
      completeness: { bodiesReporting: 1, populationCoverage: '50.00' },
    });
    const nothing = fold([[{ status: 'NOT_REPORTED', flags: [] }, 100]]);
    expect(conclude(base, nothing, { bodies: 2, population: 200 })).toMatchObject({
      value: null,
      absence: 'NO_REPORTS',
    });
  });

  it('does not expect the bodies to which the indicator does not apply', () => {
    const sums = fold([
      [reported({ value: '5' }), 100],
      [{ status: 'NOT_APPLICABLE', flags: [] }, 300],
    ]);
    expect(conclude(base, sums, { bodies: 2, population: 400 }).completeness).toMatchObject({
      bodiesExpected: 1,
      bodiesNotApplicable: 1,
      populationCoverage: '100.00',
    });
  });

  it('says what kinds cannot be summed over bodies', () => {
    const median: IndicatorDefinition = {
      ...base,
      kind: 'MEDIAN_OR_PERCENTILE',
      overSpace: 'NONE',
    };
    const sums = fold([[reported({ value: '82000' }), 100]]);
    expect(conclude(median, sums, { bodies: 1, population: 100 })).toMatchObject({
      value: null,
      absence: 'NOT_AGGREGATABLE',
      completeness: { bodiesReporting: 1 },
    });
  });

  it('is withheld under the coverage floor, not grossed up', () => {
    const floored = { ...base, coverageFloor: '70' };
    const sums = fold([[reported({ value: '5' }), 69]]);
    expect(conclude(floored, sums, { bodies: 2, population: 100 }).absence).toBe(
      'BELOW_COVERAGE_FLOOR',
    );
    expect(conclude(floored, sums, { bodies: 2, population: 98 }).value).toBe('5');
  });

  const digits = fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String);
  const fact = fc.oneof(
    digits.map((value) => reported({ value, flags: ['PARTIAL'] })),
    fc.tuple(digits, digits).map(([n, d]) => reported({ numerator: n, denominator: d })),
    fc
      .constantFrom('NOT_REPORTED', 'NOT_APPLICABLE', 'SUPPRESSED_AT_SOURCE', 'WITHDRAWN')
      .map((status): Fact => ({ status: status as Fact['status'], flags: [] })),
  );
  const facts = fc.array(fc.tuple(fact, fc.nat(1_000_000)));

  it('is the same whatever the order in which bodies report', () => {
    fc.assert(
      fc.property(facts, (each) => {
        expect(fold(each.toReversed())).toEqual(fold(each));
      }),
    );
  });

  it('forgets a number that is taken out, exactly', () => {
    fc.assert(
      fc.property(facts, fact, fc.nat(1_000_000), (each, extra, population) => {
        const sums = fold(each);
        expect(exclude(include(sums, extra, population), extra, population)).toEqual(sums);
      }),
    );
  });
});
