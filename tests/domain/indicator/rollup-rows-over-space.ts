import { discussions, housingCostBurden } from './definitions.js';
import {
  counts,
  long,
  mean,
  median,
  published,
  share,
  stock,
  value,
  type Row,
} from './rollup-rows.js';

/** What two towns reported for one period, and what that makes. */
export const overSpace: readonly Row[] = [
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
    of: discussions,
    towns: [[value('123456789012345678901234567890')], [value('1')]],
    reads: '123456789012345678901234567891',
  },
  {
    title: 'a stock of thirty digits too',
    of: stock,
    towns: [[value('999999999999999999999999999999')], [value('1')]],
    reads: '1000000000000000000000000000000',
  },
  {
    title: 'a mean of thirty digits is exact in its sums',
    of: { ...mean, decimals: 10 },
    towns: [[share(long, '1')], [share('0.0000000001', '0.5')]],
    // 123456789012345678901234567890.012345679 / 1.5 = … 260.008230452666…
    reads: '82304526008230452600823045260.0082304527',
    parts: ['123456789012345678901234567890.012345679', '1.5'],
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
  ...[housingCostBurden, mean].map((of) => ({
    title: `${of.kind} that nobody may put together is not`,
    of: { ...of, overSpace: 'NONE' as const },
    towns: [[share('1', '2')], [share('100', '1000')]] as const,
    reads: 'NOT_AGGREGATABLE' as const,
  })),
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
