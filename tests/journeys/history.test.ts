import { describe, expect, it } from '@jest/globals';
import { demoHub } from '../support/demo-hub.js';

const { hub } = demoHub();

/** What a root field answers to the public, without errors. */
async function read(field: string, variables: object = {}): Promise<never> {
  const { body } = await hub().ask(field, variables);
  expect(body.errors).toBeUndefined();
  return Object.values(body.data ?? {})[0] as never;
}

describe('an analyst asks the demonstration', () => {
  it('how Statistics Canada revised the crime severity index of Canada', async () => {
    const report = await read(`{ outcomeRevisions(indicator: "crime-severity-index", area: "01",
      period: "2024") { totalCount summary { basis effect { difference percent } }
      edges { node { area { name { fr } } first { value sourceReleasedOn }
        revisions { kind reason { fr } after { value sourceReleasedOn }
          change { difference percent incomparable } areaBefore { value }
          areaAfter { value } } } } } }`);
    expect(report).toEqual({
      totalCount: 1,
      summary: { basis: 'PUBLISHED', effect: { difference: '0.95', percent: '1.22' } },
      edges: [
        {
          node: {
            area: { name: { fr: 'Canada' } },
            first: { value: '77.89', sourceReleasedOn: '2025-07-31' },
            revisions: [
              {
                kind: 'CORRECTED',
                reason: { fr: 'Révisé par Statistique Canada dans la publication de 2026' },
                after: { value: '78.84', sourceReleasedOn: '2026-07-31' },
                change: { difference: '0.95', percent: '1.22', incomparable: null },
                areaBefore: { value: '77.89' },
                areaAfter: { value: '78.84' },
              },
            ],
          },
        },
      ],
    });
  });

  it('which other years were revised with it, page by page', async () => {
    const periods: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        edges: { node: { period: string; supersededAt: string | null } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      } = await read(
        `query ($after: String) { observations(indicator: "crime-severity-index", area: "01",
          periodFrom: "2020", versions: true, first: 3, after: $after) {
          edges { node { period supersededAt } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const superseded = page.edges.filter(({ node }) => node.supersededAt !== null);
      periods.push(...superseded.map(({ node }) => node.period));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(periods).toEqual(['2022', '2023', '2024']);
  });

  it('how Toronto stands beside Ottawa, its peers and the province', async () => {
    const comparison = await read(`{ compareOutcomes(indicator: "housing-cost-burden",
      period: "2021", organizations: ["3520005", "3506008"], peers: TIER_AND_POPULATION) {
      provinceValue rankedBodies rows { organization { name { en } } value rank
        toProvince { difference } }
      peers { tier band { least most } reporting spread { min median max } } } }`);
    expect(comparison).toMatchObject({
      provinceValue: '24.07',
      rows: [
        { organization: { name: { en: 'Toronto' } }, rank: expect.any(Number) },
        { organization: { name: { en: 'Ottawa' } } },
      ],
      peers: { tier: 'SINGLE', band: { least: 150_000, most: null }, reporting: 5 },
    });
  });

  it('how rents weigh on all municipalities, of which fourteen are hidden', async () => {
    const distribution = (await read(`{ outcomeDistribution(indicator: "housing-cost-burden",
      period: "2021", bins: 8) { bodies statuses { status bodies } spread { min median max }
      histogram { from to count } } }`)) as {
      readonly bodies: number;
      readonly spread: { readonly min: string; readonly max: string };
      readonly histogram: readonly { from: string; to: string; count: number }[];
    };
    expect(distribution).toMatchObject({
      bodies: 400,
      statuses: [
        { status: 'REPORTED', bodies: 400 },
        { status: 'SUPPRESSED_AT_SOURCE', bodies: 14 },
      ],
    });
    const { histogram, spread } = distribution;
    expect(histogram).toHaveLength(8);
    expect(histogram.reduce((sum, { count }) => sum + count, 0)).toBe(400);
    expect([histogram[0]?.from, histogram.at(-1)?.to]).toEqual([spread.min, spread.max]);
  });
});
