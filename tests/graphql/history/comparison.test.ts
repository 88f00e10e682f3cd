import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../../src/domain/authority.js';
import { reviseIndicator } from '../../../src/domain/indicator/commands.js';
import { recordObservation } from '../../../src/domain/observation/commands.js';
import { administrator, approver } from '../../support/command-desk.js';
import type { QueryHub } from '../query-hub.js';
import { numbers } from '../query-numbers.js';
import { body, definitions } from '../query-town.js';

const { hamilton, ottawa, cockburnIsland, mississauga } = body;

let hub: QueryHub;
beforeAll(async () => {
  ({ hub } = await numbers());
  const burden = { indicator: 'housing-cost-burden', organization: hamilton };
  const parts = { numerator: '48000', denominator: '200000' };
  await hub.record(recordObservation, { ...burden, ...parts, period: '2016' });
  await hub.record(recordObservation, {
    ...burden,
    period: '2018',
    status: 'SUPPRESSED_AT_SOURCE',
  });
});
afterAll(() => hub.close());

const difference = 'difference percent incomparable';
const spread = 'min lowerQuartile median upperQuartile max';

type Row = Readonly<Record<string, unknown>> & { readonly organization: { readonly code: string } };
type Comparison = Readonly<Record<string, unknown>> & { readonly rows: readonly Row[] };

async function compare(
  indicator: string,
  period: string,
  codes: readonly string[],
  { caller = publicCaller, more = '' }: { readonly caller?: Caller; readonly more?: string } = {},
) {
  const source = `query ($indicator: ID!, $period: Period!, $codes: [ID!]!) {
    compareOutcomes(indicator: $indicator, period: $period, organizations: $codes ${more}) {
      provinceValue provinceAbsence provinceBasis rankedBodies
      rows { organization { code } value absence rank provinceRatio toProvince { ${difference} }
        previous { period value } sincePrevious { ${difference} } }
      peers { group tier band { least most } organizations { code } reporting absence
        spread { ${spread} } } } }`;
  type Data = { compareOutcomes: Comparison };
  const variables = { indicator, period, codes };
  const { data, errors, tags } = await hub.ask<Data>(source, variables, { caller });
  return { ...data?.compareOutcomes, tags, reason: errors?.[0]?.extensions?.['reason'] };
}

const none = (incomparable: string) => ({ difference: null, percent: null, incomparable });

describe('bodies side by side', () => {
  test('are ranked, and put beside the province and their own past', async () => {
    const codes = [hamilton, ottawa, mississauga];
    expect(await compare('housing-cost-burden', '2021', codes)).toMatchObject({
      provinceValue: '25.00',
      provinceBasis: 'ROLLED_UP',
      rankedBodies: 2,
      rows: [
        {
          value: '30.00',
          rank: 2,
          toProvince: { difference: '5', percent: '20.00', incomparable: null },
          provinceRatio: '1.2000',
          previous: { period: '2016', value: '24.00' },
          sincePrevious: { difference: '6', percent: '25.00', incomparable: null },
        },
        {
          value: '22.50',
          rank: 1,
          toProvince: { difference: '-2.5' },
          previous: null,
          sincePrevious: none('NO_VALUE'),
        },
        {
          value: null,
          absence: 'NO_REPORTS',
          rank: null,
          toProvince: none('NO_VALUE'),
          provinceRatio: null,
        },
      ],
      peers: null,
    });
  });

  test('depend on their own series, the reports of the period and the registers', async () => {
    const { tags } = await compare('housing-cost-burden', '2021', [hamilton]);
    expect(tags).toEqual(
      new Set([
        'cycles',
        'organizations',
        'indicators',
        'cycles',
        'code-lists',
        'outcome:housing-cost-burden:2021',
        `series:housing-cost-burden:${hamilton}`,
      ]),
    );
  });

  test('have their peers, the first itself left out', async () => {
    const more = ', peers: TIER_AND_POPULATION';
    expect(await compare('housing-cost-burden', '2021', [hamilton], { more })).toMatchObject({
      rankedBodies: 2,
      rows: [{ rank: 2 }],
      peers: {
        group: 'TIER_AND_POPULATION',
        tier: 'SINGLE',
        band: { least: 150_000, most: null },
        organizations: [{ code: ottawa }],
        reporting: 1,
        spread: { min: '22.50', median: '22.50', max: '22.50' },
        absence: null,
      },
    });
    const byTier = { more: ', peers: TIER' };
    expect(await compare('housing-cost-burden', '2021', [mississauga], byTier)).toMatchObject({
      peers: { band: null, organizations: [], reporting: 0, spread: null, absence: 'NO_REPORTS' },
    });
  });

  test('of a count are parts of the total: their share is told', async () => {
    const asked = { caller: administrator };
    const found = await compare('calls-for-service', '2023', [hamilton, ottawa], asked);
    expect(found).toMatchObject({
      provinceValue: '1200',
      rows: [
        { toProvince: none('PART_OF_TOTAL'), provinceRatio: '1.0000', rank: 2 },
        { toProvince: none('PART_OF_TOTAL'), provinceRatio: '0.0000', rank: 1 },
      ],
    });
  });

  test('that are not released show a body its own number and nothing of the others', async () => {
    const codes = [hamilton, ottawa];
    const asked = { caller: approver(hamilton), more: ', peers: TIER' };
    const hidden = { value: null, absence: 'NOT_RELEASED', rank: null, previous: null };
    expect(await compare('calls-for-service', '2023', codes, asked)).toMatchObject({
      provinceValue: null,
      provinceAbsence: 'NOT_RELEASED',
      rankedBodies: null,
      rows: [
        { value: '1200', rank: null, toProvince: none('NOT_RELEASED'), provinceRatio: null },
        { ...hidden, sincePrevious: none('NOT_RELEASED') },
      ],
      peers: {
        organizations: [{ code: ottawa }, { code: cockburnIsland }],
        spread: null,
        absence: 'NOT_RELEASED',
      },
    });
    const toPublic = await compare('calls-for-service', '2023', codes);
    expect(toPublic).toMatchObject({ rows: [hidden, hidden] });
  });

  test('are not compared with their past across a break', async () => {
    const { 'housing-cost-burden': definition } = definitions;
    await hub.record(reviseIndicator, {
      indicator: 'housing-cost-burden',
      ...definition,
      comparability: 'BREAK',
      reason: { en: 'Asked of tenants alone' },
    });
    const burden = { indicator: 'housing-cost-burden', organization: hamilton };
    const parts = { numerator: '10', denominator: '100' };
    await hub.record(recordObservation, { ...burden, ...parts, period: '2022' });
    expect(await compare('housing-cost-burden', '2022', [hamilton])).toMatchObject({
      rows: [{ previous: { period: '2021', value: '30.00' }, sincePrevious: none('BREAK') }],
    });
    const flags = ['BREAK' as const];
    await hub.record(recordObservation, { ...burden, ...parts, flags, period: '2023' });
    expect(await compare('housing-cost-burden', '2023', [hamilton])).toMatchObject({
      rows: [{ previous: { period: '2022' }, sincePrevious: none('BREAK') }],
    });
    const past = { more: ', asOf: { position: "1" }' };
    expect((await compare('housing-cost-burden', '2021', [hamilton], past)).rows).toBeUndefined();
  });

  test.each([
    ['bodies-out-of-range', []],
    ['bodies-out-of-range', [hamilton, hamilton]],
    ['bodies-out-of-range', Array.from({ length: 21 }, (_, at) => String(at))],
    ['organization-unknown', [hamilton, '9']],
  ])('are refused as %s', async (reason, codes) => {
    expect((await compare('housing-cost-burden', '2021', codes)).reason).toBe(reason);
  });
});
