import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Caller } from '../../src/domain/authority.js';
import { withdrawObservation } from '../../src/domain/observation/commands.js';
import { administrator } from '../support/command-desk.js';
import type { QueryHub } from './query-hub.js';
import { numbers } from './query-numbers.js';
import { body } from './query-town.js';

let hub: QueryHub;
let beforeCorrection: number;
let firstVintage: number;
beforeAll(async () => {
  ({ hub, beforeCorrection, firstVintage } = await numbers());
});
afterAll(() => hub.close());

const fields = `basis value absence numerator denominator
  completeness { bodiesExpected bodiesReporting bodiesSuppressedAtSource bodiesNotApplicable
    bodiesWithdrawn partial provisional populationCoverage }
  area { code name { fr } } period indicator { key decimals }`;

async function outcome(args: string, caller?: Caller) {
  const source = `{ provinceOutcome(${args}) { ${fields} } }`;
  type Data = { provinceOutcome: object | null };
  const { data, errors, tags } = await hub.ask<Data>(source, {}, caller && { caller });
  return {
    ...data?.provinceOutcome,
    reason: errors?.[0]?.extensions?.['reason'],
    code: errors?.[0]?.extensions?.['code'],
    tags,
  };
}

describe('a ratio of the province', () => {
  const burden = 'indicator: "housing-cost-burden", period: "2021"';

  test('is the sum of numerators over the sum of denominators, with its completeness', async () => {
    expect(await outcome(burden)).toMatchObject({
      basis: 'ROLLED_UP',
      value: '25.00',
      absence: null,
      numerator: '150000',
      denominator: '600000',
      completeness: {
        bodiesExpected: 4,
        bodiesReporting: 2,
        bodiesSuppressedAtSource: 1,
        partial: 1,
        // (569353 + 1017449) of 2304779
        populationCoverage: '68.85',
      },
      area: { code: '35', name: { fr: 'Ontario' } },
    });
  });

  test('of a past is made of the facts of that past', async () => {
    const past = `${burden}, asOf: { position: "${beforeCorrection}" }`;
    expect(await outcome(past)).toMatchObject({ value: '23.33', numerator: '140000' });
    const instant = `${burden}, asOf: { instant: "2024-06-16T00:00:00Z" }`;
    expect(await outcome(instant)).toMatchObject({ value: '23.33' });
    const current = `${burden}, asOf: { instant: "2024-06-20T16:00:00Z" }`;
    expect(await outcome(current)).toMatchObject({ value: '25.00' });
  });

  test('reads the same from stored sums and from the facts', async () => {
    const stored = await outcome(burden);
    const folded = await outcome(`${burden}, asOf: { sourceReleasedOn: "2024-06-20" }`);
    expect({ ...folded, tags: undefined }).toEqual({ ...stored, tags: undefined });
  });

  test('may be broken down', async () => {
    const young = `categories: [{ dimension: "age-groups", category: "15-24" }]`;
    expect(await outcome(`${burden}, ${young}`)).toMatchObject({ value: '62.50', numerator: '5' });
  });

  test('was not there before anything was reported, and of 2020 is not', async () => {
    const none = { value: null, absence: 'NO_REPORTS', basis: 'ROLLED_UP' };
    expect(await outcome('indicator: "housing-cost-burden", period: "2020"')).toMatchObject({
      ...none,
      completeness: { bodiesExpected: 4, bodiesReporting: 0, populationCoverage: '0.00' },
    });
    expect(await outcome(`${burden}, basis: PUBLISHED`)).toMatchObject({
      ...none,
      basis: 'PUBLISHED',
      completeness: { bodiesExpected: 0, bodiesReporting: 0, populationCoverage: null },
    });
    expect(await outcome(`${burden}, area: "01"`)).toMatchObject(none);
  });

  test('depends on its own reports and on the registers', async () => {
    expect((await outcome(burden)).tags).toEqual(
      new Set([
        'organizations',
        'indicators',
        'code-lists',
        'cycles',
        'outcome:housing-cost-burden:2021',
      ]),
    );
  });
});

describe('a published index', () => {
  const severity = 'indicator: "crime-severity-index", period: "2024", area: "01"';

  test('reads as its source published it last', async () => {
    expect(await outcome(severity)).toMatchObject({ value: '78.84', basis: 'PUBLISHED' });
  });

  test('reads as it was published by a day, and as it was known at a position', async () => {
    const released = `${severity}, asOf: { sourceReleasedOn: "2023-12-31" }`;
    expect(await outcome(released)).toMatchObject({ value: '77.89' });
    const known = `${severity}, asOf: { position: "${firstVintage}" }`;
    expect(await outcome(known)).toMatchObject({ value: '77.89' });
    const before = `${severity}, asOf: { sourceReleasedOn: "2023-07-30" }`;
    expect(await outcome(before)).toMatchObject({ value: null, absence: 'NOT_AGGREGATABLE' });
  });

  test('is never rolled up', async () => {
    for (const area of ['01', '35'])
      expect(
        await outcome(`indicator: "crime-severity-index", period: "2024", area: "${area}",
          basis: ROLLED_UP`),
      ).toMatchObject({ value: null, absence: 'NOT_AGGREGATABLE', basis: 'ROLLED_UP' });
  });
});

describe('what bodies reported', () => {
  const source = `{ outcomesByBody(indicator: "housing-cost-burden", period: "2021", first: 4) {
    totalCount pageInfo { hasNextPage }
    edges { node { organization { code name { en } tier } value numerator denominator status
      review flags absence missingUnits { missing total } revisions recordedAt } } } }`;

  test('is open to all where the source is public, with what a reader should know', async () => {
    const { data } = await hub.ask(source);
    const nothing = { value: null, numerator: null, denominator: null, review: 'NONE', flags: [] };
    expect(data?.['outcomesByBody']).toMatchObject({
      totalCount: 4,
      pageInfo: { hasNextPage: false },
      edges: [
        {
          node: {
            organization: { code: '3506008', name: { en: 'Ottawa' }, tier: 'SINGLE' },
            value: '22.50',
            flags: ['PARTIAL'],
            missingUnits: { missing: 3, total: 900 },
            revisions: 0,
          },
        },
        {
          node: {
            organization: { code: '3521005' },
            ...nothing,
            status: 'NOT_REPORTED',
            absence: 'NO_REPORTS',
            recordedAt: null,
          },
        },
        { node: { organization: { code: '3525005' }, value: '30.00', revisions: 1 } },
        {
          node: {
            organization: { code: '3551034' },
            ...nothing,
            status: 'SUPPRESSED_AT_SOURCE',
            absence: 'SUPPRESSED',
          },
        },
      ],
    });
  });

  test('leaves out a number that was withdrawn, from then on', async () => {
    const ottawa = { indicator: 'calls-for-service', organization: body.ottawa, period: '2023' };
    const withdrawn = await hub.record(withdrawObservation, {
      ...ottawa,
      reason: { en: 'Counted twice' },
    });
    const calls = 'indicator: "calls-for-service", period: "2023"';
    expect(await outcome(calls, administrator)).toMatchObject({
      value: '1200',
      completeness: { bodiesReporting: 1, bodiesWithdrawn: 1 },
    });
    const before = `${calls}, asOf: { position: "${withdrawn.position - 1}" }`;
    expect(await outcome(before, administrator)).toMatchObject({
      completeness: { bodiesReporting: 2, bodiesWithdrawn: 0 },
    });
  });
});

describe('a question about a number is refused', () => {
  test.each([
    ['indicator-unknown', 'NOT_FOUND', 'indicator: "none", period: "2021"'],
    ['indicator-unknown', 'NOT_FOUND', 'indicator: "Housing-Cost-Burden", period: "2021"'],
    ['area-unknown', 'NOT_FOUND', 'indicator: "crime-severity-index", period: "2021", area: "9"'],
    ['period-kind-mismatch', 'BAD_USER_INPUT', 'indicator: "calls-for-service", period: "2021-Q1"'],
    ['period-invalid', 'BAD_USER_INPUT', 'indicator: "calls-for-service", period: "2021-Q5"'],
    [
      'category-unknown',
      'BAD_USER_INPUT',
      `indicator: "housing-cost-burden", period: "2021",
        categories: [{ dimension: "age-groups", category: "90-99" }]`,
    ],
    [
      'category-unknown',
      'BAD_USER_INPUT',
      `indicator: "calls-for-service", period: "2021",
        categories: [{ dimension: "age-groups", category: "15-24" }]`,
    ],
    [
      'category-duplicate',
      'BAD_USER_INPUT',
      `indicator: "housing-cost-burden", period: "2021",
        categories: [{ dimension: "age-groups", category: "15-24" },
          { dimension: "age-groups", category: "25-44" }]`,
    ],
  ])('as %s', async (reason, code, args) => {
    expect(await outcome(args)).toMatchObject({ reason, code });
  });
});
