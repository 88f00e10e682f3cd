import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../../src/domain/authority.js';
import { defineIndicator } from '../../../src/domain/indicator/commands.js';
import { recordObservation } from '../../../src/domain/observation/commands.js';
import { administrator, approver } from '../../support/command-desk.js';
import type { QueryHub } from '../query-hub.js';
import { numbers } from '../query-numbers.js';
import { body, definitions } from '../query-town.js';

const { hamilton, ottawa, cockburnIsland, mississauga } = body;

let hub: QueryHub;
beforeAll(async () => {
  ({ hub } = await numbers());
  const { record } = hub;
  for (const [organization, value] of [
    [hamilton, '9.5'],
    [ottawa, '10'],
    [cockburnIsland, '100'],
    [mississauga, '12.25'],
  ] as const)
    await record(recordObservation, {
      indicator: 'crime-severity-index',
      period: '2024',
      organization,
      value,
    });
  const { 'crime-severity-index': index } = definitions;
  await record(defineIndicator, {
    ...index,
    key: 'maturity',
    kind: 'ORDINAL',
    decimals: 0,
    direction: 'HIGHER',
    levels: [{ en: 'Begun' }, { en: 'Under way' }, { en: 'Settled' }],
  });
  const maturity = { indicator: 'maturity', period: '2024' };
  await record(recordObservation, { ...maturity, organization: hamilton, value: '2' });
  await record(recordObservation, { ...maturity, organization: ottawa, value: '2' });
  await record(defineIndicator, { ...index, key: 'trust', kind: 'QUALITATIVE', direction: 'NONE' });
  await record(recordObservation, {
    indicator: 'trust',
    period: '2024',
    organization: hamilton,
    narrative: { en: 'People come forward' },
  });
});
afterAll(() => hub.close());

async function distribution(args: string, caller: Caller = publicCaller) {
  const source = `{ outcomeDistribution(${args}) { tier bodies absence statuses { status bodies }
    spread { min lowerQuartile median upperQuartile max } histogram { from to count }
    levels { level name { en } count } } }`;
  const asking = { caller };
  type Data = { outcomeDistribution: object | null };
  const { data, errors, tags } = await hub.ask<Data>(source, {}, asking);
  return { ...data?.outcomeDistribution, tags, reason: errors?.[0]?.extensions?.['reason'] };
}

describe('a distribution', () => {
  const severity = 'indicator: "crime-severity-index", period: "2024"';

  test('says of values that may not be put together how they lie', async () => {
    expect(await distribution(`${severity}, bins: 2`)).toMatchObject({
      bodies: 4,
      absence: null,
      statuses: [{ status: 'REPORTED', bodies: 4 }],
      spread: {
        min: '9.5',
        lowerQuartile: '9.88',
        median: '11.13',
        upperQuartile: '34.19',
        max: '100',
      },
      histogram: [
        { from: '9.5', to: '54.75', count: 3 },
        { from: '54.75', to: '100', count: 1 },
      ],
      levels: [],
      tags: new Set([
        'organizations',
        'indicators',
        'code-lists',
        'outcome:crime-severity-index:2024',
      ]),
    });
    expect(await distribution(severity)).toMatchObject({ histogram: { length: 3 } });
  });

  test('of a tier is of its bodies alone', async () => {
    expect(await distribution(`${severity}, tier: LOWER`)).toMatchObject({
      tier: 'LOWER',
      bodies: 1,
      spread: { min: '12.25', median: '12.25', max: '12.25' },
      histogram: [{ from: '12.25', to: '12.25', count: 1 }],
    });
    expect(await distribution(`${severity}, tier: UPPER`)).toMatchObject({
      bodies: 0,
      statuses: [],
      spread: null,
      histogram: [],
      absence: 'NO_REPORTS',
    });
  });

  test('of a ratio is of the rates of bodies, with those that have none', async () => {
    const args = 'indicator: "housing-cost-burden", period: "2021"';
    expect(await distribution(args)).toMatchObject({
      bodies: 2,
      statuses: [
        { status: 'REPORTED', bodies: 2 },
        { status: 'NOT_REPORTED', bodies: 1 },
        { status: 'SUPPRESSED_AT_SOURCE', bodies: 1 },
      ],
      spread: { min: '22.50', median: '26.25', max: '30.00' },
    });
  });

  test('of an ordinal scale counts its steps', async () => {
    expect(await distribution('indicator: "maturity", period: "2024"')).toMatchObject({
      bodies: 2,
      spread: null,
      histogram: [],
      levels: [
        { level: 1, name: { en: 'Begun' }, count: 0 },
        { level: 2, count: 2 },
        { level: 3, count: 0 },
      ],
      absence: null,
    });
  });

  test('of judgments counts who gave one', async () => {
    expect(await distribution('indicator: "trust", period: "2024"')).toMatchObject({
      bodies: 0,
      statuses: [
        { status: 'REPORTED', bodies: 1 },
        { status: 'NOT_REPORTED', bodies: 3 },
      ],
      spread: null,
      levels: [],
      absence: 'NOT_AGGREGATABLE',
    });
  });

  test('of values that are not released is for those who may read them all', async () => {
    const args = 'indicator: "calls-for-service", period: "2023"';
    expect(await distribution(args, administrator)).toMatchObject({
      spread: { min: '0', max: '1200' },
    });
    for (const caller of [publicCaller, approver(hamilton, ottawa)])
      expect(await distribution(args, caller)).toMatchObject({
        bodies: 2,
        spread: null,
        histogram: [],
        absence: 'NOT_RELEASED',
      });
  });

  test('of a past is of that past', async () => {
    const past = 'asOf: { sourceReleasedOn: "2023-01-01" }';
    expect(await distribution(`${severity}, ${past}`)).toMatchObject({ absence: 'NO_REPORTS' });
  });

  test.each([
    ['bins-out-of-range', `${severity}, bins: 0`],
    ['bins-out-of-range', `${severity}, bins: 51`],
    ['indicator-unknown', 'indicator: "none", period: "2024"'],
  ])('is refused as %s', async (reason, args) => {
    expect((await distribution(args)).reason).toBe(reason);
  });
});
