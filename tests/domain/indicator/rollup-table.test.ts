import { describe, expect, it } from '@jest/globals';
import { conclude, type Absence } from '../../../src/domain/indicator/aggregation.js';
import type { Fact } from '../../../src/domain/indicator/sums.js';
import type { IndicatorDefinition } from '../../../src/domain/indicator/events.js';
import { factOverTime } from '../../../src/domain/indicator/over-time.js';
import { arrange, expectedIn, type Unit } from '../../../src/domain/indicator/partition.js';
import { addUp, usable } from '../../../src/domain/indicator/rollup.js';
import { crimeSeverityIndex, discussions, housingCostBurden, population } from './definitions.js';

/** What two towns reported for the parts of one period; `-` where nothing was. */
type Town = readonly (Partial<Fact> | '-')[];

type Row = {
  readonly title: string;
  readonly of: IndicatorDefinition;
  readonly towns: readonly [Town, Town];
  readonly reads: string | Absence;
  readonly parts?: readonly [numerator: string, denominator: string];
};

const { factor: _, ...unscaled } = housingCostBurden;
const mean: IndicatorDefinition = { ...unscaled, kind: 'MEAN', proportion: false, decimals: 1 };
const median: IndicatorDefinition = {
  ...crimeSeverityIndex,
  kind: 'MEDIAN_OR_PERCENTILE',
  decimals: 1,
  overSpace: 'HISTOGRAM',
  overTime: 'HISTOGRAM',
  histogram: { percentile: '50', bounds: ['0', '10', '20', '40'] },
};
const stock: IndicatorDefinition = { ...population, overTime: 'LAST' };
const averaged: IndicatorDefinition = { ...population, overTime: 'MEAN', decimals: 0 };
const published = (kind: IndicatorDefinition['kind']): IndicatorDefinition => ({
  ...crimeSeverityIndex,
  kind,
  overTime: 'LAST',
});
const value = (number: string): Partial<Fact> => ({ value: number });
const share = (numerator: string, denominator: string): Partial<Fact> => ({
  numerator,
  denominator,
});
const counts = (...histogram: string[]): Partial<Fact> => ({ histogram });
const status = (why: Fact['status']): Partial<Fact> => ({ status: why });

const long = '123456789012345678901234567890.0123456789';

const overSpace: readonly Row[] = [
  {
    title: 'a flow is added: 12 + 30 = 42',
    of: discussions,
    towns: [[value('12')], [value('30')]],
    reads: '42',
  },
  {
    title: 'a flow of a town with a true zero is added: 12 + 0 = 12',
    of: discussions,
    towns: [[value('12')], [value('0')]],
    reads: '12',
  },
  {
    title: 'a missing flow is not a zero that anybody reported',
    of: discussions,
    towns: [['-'], ['-']],
    reads: 'NO_REPORTS',
  },
  {
    title: 'a stock is added: 569353 + 16 = 569369',
    of: stock,
    towns: [[value('569353')], [value('16')]],
    reads: '569369',
  },
  {
    title: 'a ratio is 101 of 1002, 10.08 %, not the mean of 50 % and 10 %',
    of: housingCostBurden,
    towns: [[share('1', '2')], [share('100', '1000')]],
    reads: '10.08',
    parts: ['101', '1002'],
  },
  {
    title: 'a ratio leaves a town without parts out of both sums',
    of: housingCostBurden,
    towns: [[share('1', '2')], [value('99')]],
    reads: '50.00',
    parts: ['1', '2'],
  },
  {
    title: 'a ratio of thirty digits is exact in its sums',
    of: { ...housingCostBurden, decimals: 4 },
    towns: [[share(long, '400000000000000000000000000000')], [share('0.0000000001', '1')]],
    reads: '30.8642',
    parts: ['123456789012345678901234567890.012345679', '400000000000000000000000000001'],
  },
  {
    title: 'a sum of thirty digits is exact to its last',
    of: { ...discussions, kind: 'COUNT_FLOW', decimals: 10 },
    towns: [[value(long)], [value('0.0000000001')]],
    reads: '123456789012345678901234567890.0123456790',
  },
  {
    title: 'a mean is the sum over the cases: (30 + 100) / (3 + 50) = 2.5',
    of: mean,
    towns: [[share('30', '3')], [share('100', '50')]],
    reads: '2.5',
    parts: ['130', '53'],
  },
  {
    // 10 cases, the fifth: 4 lie under 10, so one of the 2 between 10 and 20: 10 + 10 × 1/2.
    title: 'a median is read off counts that are added: 15.0',
    of: median,
    towns: [[counts('4', '0', '1')], [counts('0', '2', '3')]],
    reads: '15.0',
  },
  {
    title: 'a median without counts is not read off anything',
    of: median,
    towns: [[value('15')], [value('16')]],
    reads: 'NO_REPORTS',
  },
  ...(
    [
      'INDEX_PUBLISHED',
      'SURVEY_ESTIMATE',
      'ORDINAL',
      'QUALITATIVE',
      'MEDIAN_OR_PERCENTILE',
    ] as const
  ).map((kind) => ({
    title: `${kind} is never put together`,
    of: published(kind),
    towns: [[value('1')], [value('2')]] as const,
    reads: 'NOT_AGGREGATABLE' as const,
  })),
];

const overTime: readonly Row[] = [
  {
    title: 'a flow is added over months: (1 + 2 + 3) + (10 + 20 + 30) = 66',
    of: discussions,
    towns: [
      [value('1'), value('2'), value('3')],
      [value('10'), value('20'), value('30')],
    ],
    reads: '66',
  },
  {
    title: 'a flow counts no town that left a month out: 66 − 6 = 60',
    of: discussions,
    towns: [
      [value('1'), '-', value('3')],
      [value('10'), value('20'), value('30')],
    ],
    reads: '60',
  },
  {
    title: 'a flow expects nothing of the month it did not apply to: 1 + 3 + 60 = 64',
    of: discussions,
    towns: [
      [value('1'), status('NOT_APPLICABLE'), value('3')],
      [value('10'), value('20'), value('30')],
    ],
    reads: '64',
  },
  {
    title: 'a stock is the last month’s: 3 + 30 = 33',
    of: stock,
    towns: [
      [value('1'), value('2'), value('3')],
      [value('10'), '-', value('30')],
    ],
    reads: '33',
  },
  {
    title: 'a stock on average: (6 + 60) / 3 = 22',
    of: averaged,
    towns: [
      [value('1'), value('2'), value('3')],
      [value('10'), value('20'), value('30')],
    ],
    reads: '22',
  },
  {
    title: 'a stock on average counts no town that was there for a while: 60 / 3 = 20',
    of: averaged,
    towns: [
      [value('1'), status('NOT_APPLICABLE'), value('3')],
      [value('10'), value('20'), value('30')],
    ],
    reads: '20',
  },
  {
    title: 'a ratio is one sum over another: (1 + 2) / (10 + 10 ) and (0 + 1) / (5 + 5): 13.33 %',
    of: housingCostBurden,
    towns: [
      [share('1', '10'), share('2', '10')],
      [share('0', '5'), share('1', '5')],
    ],
    reads: '13.33',
    parts: ['4', '30'],
  },
  {
    title: 'a mean is one sum over another: (10 + 20 + 5 + 5) / (2 + 2 + 1 + 1) = 6.7',
    of: mean,
    towns: [
      [share('10', '2'), share('20', '2')],
      [share('5', '1'), share('5', '1')],
    ],
    reads: '6.7',
    parts: ['40', '6'],
  },
  {
    // 8 cases, the fourth: all 4 under 10 and none above them yet: 0 + 10 × 4/4.
    title: 'a median is read off the counts of all months: 10.0',
    of: median,
    towns: [
      [counts('2', '0', '1'), counts('0', '1', '0')],
      [counts('1', '1', '0'), counts('1', '1', '0')],
    ],
    reads: '10.0',
  },
  {
    title: 'a number that nothing may be done with over time is not there',
    of: { ...housingCostBurden, overTime: 'NONE' },
    towns: [
      [share('1', '10'), share('2', '10')],
      [share('0', '5'), share('1', '5')],
    ],
    reads: 'NO_REPORTS',
  },
];

const units: readonly [Unit, Unit] = [
  { id: 'BODY 1', whole: new Set(['1']), partly: new Set(), population: 600 },
  { id: 'BODY 2', whole: new Set(['2']), partly: new Set(), population: 400 },
];

function read({ of, towns }: Row) {
  const facts = towns.map((parts, at) => {
    const known = parts.map((part) =>
      part === '-' ? undefined : usable(of, { status: 'REPORTED', flags: [], ...part }),
    );
    return [units[at]?.id ?? '', factOverTime(of, known)] as const;
  });
  const arrangement = arrange(units);
  const { sums } = addUp(arrangement, new Map(facts));
  const parts = of.overTime === 'MEAN' ? towns[0].length : 1;
  return conclude(of, sums, expectedIn(arrangement), { parts });
}

describe('what two towns reported, put together', () => {
  it.each([...overSpace, ...overTime])('$title', (row) => {
    const { value: number, absence, numerator, denominator } = read(row);
    expect(number ?? absence).toBe(row.reads);
    expect([numerator, denominator]).toEqual(row.parts ?? [null, null]);
  });

  it('has a row for every operator there is', () => {
    const rows = [...overSpace, ...overTime];
    expect(new Set(rows.map(({ of }) => of.overSpace))).toEqual(
      new Set(['SUM', 'RATIO_OF_SUMS', 'HISTOGRAM', 'NONE']),
    );
    expect(new Set(overTime.map(({ of }) => of.overTime))).toEqual(
      new Set(['SUM', 'LAST', 'MEAN', 'RATIO_OF_SUMS', 'HISTOGRAM', 'NONE']),
    );
    expect(new Set(rows.map(({ of }) => of.kind)).size).toBe(9);
  });
});
