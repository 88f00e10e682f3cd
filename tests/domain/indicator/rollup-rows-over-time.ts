import { discussions, housingCostBurden } from './definitions.js';
import {
  anything,
  averaged,
  counts,
  mean,
  median,
  published,
  share,
  status,
  stock,
  value,
  type Row,
} from './rollup-rows.js';

/** What two towns reported for the parts of a period, and what that makes. */
export const overTime: readonly Row[] = [
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
    // 4 cases in the last month, the second: both under 10: 0 + 10 × 2/2.
    title: 'a median of stocks is read off the last month’s counts: 10.0',
    of: { ...median, overTime: 'LAST' },
    towns: [
      [counts('9', '9', '9'), counts('1', '1', '0')],
      [counts('9', '9', '9'), counts('1', '0', '1')],
    ],
    reads: '10.0',
  },
  {
    title: 'a stock on average is rounded half away from zero: (1 + 2) / 2 = 1.5, so 2',
    of: averaged,
    towns: [
      [value('1'), value('2')],
      [value('0'), value('0')],
    ],
    reads: '2',
  },
  ...[discussions, housingCostBurden, mean, median].map((of) => ({
    title: `${of.kind} that nothing may be done with over time is not there`,
    of: { ...of, overTime: 'NONE' as const },
    towns: [
      [anything, anything],
      [anything, anything],
    ] as const,
    reads: 'NO_REPORTS' as const,
  })),
];

/** What one town reads for two months; `undefined` where that is nothing. */
export const ofOneTown = (
  ['MEDIAN_OR_PERCENTILE', 'INDEX_PUBLISHED', 'SURVEY_ESTIMATE', 'ORDINAL', 'QUALITATIVE'] as const
).flatMap((kind) => {
  const of = published(kind);
  const isInWords = kind === 'QUALITATIVE';
  const [first, second] = isInWords ? [{}, {}] : [value('3'), value('5')];
  const last = { status: 'REPORTED', ...(isInWords ? {} : { value: '5' }) };
  const none = { status: 'NOT_REPORTED' };
  return [
    { title: 'is the last', of, months: [first, second], reads: last },
    { title: 'is missing when the last is', of, months: [first, '-'], reads: none },
    {
      title: 'is nothing where nothing may be done with it',
      of: { ...of, overTime: 'NONE' as const },
      months: [first, second],
      reads: { ...none, leftOut: 'INCOMPLETE_OVER_TIME' },
    },
  ] as const;
});
