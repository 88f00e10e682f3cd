import type { Absence } from '../../../src/domain/indicator/aggregation.js';
import type { Fact } from '../../../src/domain/indicator/sums.js';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';
import { crimeSeverityIndex, housingCostBurden, population } from './definitions.js';

/** What two towns reported for the parts of one period; `-` where nothing was. */
type Town = readonly (Partial<Fact> | '-')[];

/** One row of the table: what is put together, and what it reads, worked out by hand. */
export type Row = {
  readonly title: string;
  readonly of: IndicatorDefinition;
  readonly towns: readonly [Town, Town];
  readonly reads: string | Absence;
  readonly parts?: readonly [numerator: string, denominator: string];
};

const { factor: _, ...unscaled } = housingCostBurden;
/** A mean: its sum and its cases are given. */
export const mean: IndicatorDefinition = {
  ...unscaled,
  kind: 'MEAN',
  proportion: false,
  decimals: 1,
};
/** A median that is read off counts in three buckets. */
export const median: IndicatorDefinition = {
  ...crimeSeverityIndex,
  kind: 'MEDIAN_OR_PERCENTILE',
  decimals: 1,
  overSpace: 'HISTOGRAM',
  overTime: 'HISTOGRAM',
  histogram: { percentile: '50', bounds: ['0', '10', '20', '40'] },
};
/** A stock of which the last period stands. */
export const stock: IndicatorDefinition = { ...population, overTime: 'LAST' };
/** A stock of which the mean over periods is taken. */
export const averaged: IndicatorDefinition = { ...population, overTime: 'MEAN', decimals: 0 };
/** A number of a kind that bodies or sources publish as it is. */
export const published = (kind: IndicatorDefinition['kind']): IndicatorDefinition => ({
  ...crimeSeverityIndex,
  kind,
  decimals: kind === 'ORDINAL' ? 0 : 2,
  overTime: 'LAST',
});
/** A report of one number. */
export const value = (number: string): Partial<Fact> => ({ value: number });
/** A report of a ratio or mean by its parts. */
export const share = (numerator: string, denominator: string): Partial<Fact> => ({
  numerator,
  denominator,
});
/** A report of counts by bucket. */
export const counts = (...histogram: string[]): Partial<Fact> => ({ histogram });
/** A report with every kind of number. */
export const anything: Partial<Fact> = {
  ...value('1'),
  ...share('1', '2'),
  ...counts('1', '0', '0'),
};
/** A report without a number. */
export const status = (why: Fact['status']): Partial<Fact> => ({ status: why });

/** A number of thirty digits and ten more. */
export const long = '123456789012345678901234567890.0123456789';
