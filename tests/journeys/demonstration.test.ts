import { describe, expect, it } from '@jest/globals';
import { contractOperations } from '../support/contract-operations.js';
import { demoHub } from '../support/demo-hub.js';

describe('the demonstration, over HTTP', () => {
  const { hub, query } = demoHub();
  const planIds = async (): Promise<readonly string[]> => {
    const { edges } = (await query('Plans', { first: 10 })) as {
      edges: { node: { id: string } }[];
    };
    return edges.map(({ node }) => node.id);
  };

  it('gives the housing ratio as a sum over a sum, with its completeness', async () => {
    const variables = { indicator: 'housing-cost-burden', period: '2021' };
    expect(await query('ProvinceOutcome', variables)).toMatchObject({
      value: '24.07',
      numerator: '1286490',
      denominator: '5344110',
      basis: 'ROLLED_UP',
      absence: null,
      area: { code: '35', name: { en: 'Ontario', fr: 'Ontario' } },
      completeness: {
        bodiesExpected: 414,
        bodiesReporting: 400,
        bodiesSuppressedAtSource: 14,
        partial: 99,
        populationCoverage: expect.stringMatching(/^99\.\d{2}$/),
      },
    });
  });

  it('gives the housing ratio of every division and county, and they add up to the province', async () => {
    type Parts = { numerator: string | null; denominator: string | null; value: string | null };
    const rollup = async (place: string): Promise<Parts> => {
      const source = `{ outcomeRollup(indicator: "housing-cost-burden", period: "2021", ${place}) {
        value numerator denominator
      } }`;
      const { body } = await hub().ask(source);
      expect(body.errors).toBeUndefined();
      return body.data?.['outcomeRollup'] as never;
    };
    const { body } = await hub().ask(`{ organizations(first: 500, filter: { kind: MUNICIPALITY }) {
      edges { node { code tier censusDivision upperTier { code } } }
    } }`);
    type Town = {
      code: string;
      tier: string;
      censusDivision: string | null;
      upperTier: { code: string } | null;
    };
    const listed: { edges: { node: Town }[] } = body.data?.['organizations'] as never;
    const towns = listed.edges.map(({ node }) => node).filter(({ tier }) => tier !== 'UPPER');
    const total = (parts: readonly Parts[], of: 'numerator' | 'denominator') =>
      parts.reduce((sum, part) => sum + BigInt(part[of] ?? '0'), 0n);

    const divisions = [...new Set(towns.map(({ censusDivision }) => censusDivision))];
    // One after another: a hub that is asked everything at once says that it is busy.
    const inTurn = async (asked: readonly string[]): Promise<readonly Parts[]> => {
      const parts: Parts[] = [];
      for (const place of asked) parts.push(await rollup(place));
      return parts;
    };
    const byDivision = await inTurn(divisions.map((code) => `area: "${code}"`));
    expect(divisions).toHaveLength(49);
    expect(total(byDivision, 'numerator')).toBe(1_286_490n);
    expect(total(byDivision, 'denominator')).toBe(5_344_110n);

    const counties = [...new Set(towns.flatMap(({ upperTier }) => upperTier?.code ?? []))];
    const outside = towns.filter(({ upperTier }) => upperTier === null);
    const places = [...counties, ...outside.map(({ code }) => code)];
    const byCounty = await inTurn(places.map((code) => `organization: "${code}"`));
    expect(counties).toHaveLength(30);
    expect(total(byCounty, 'numerator')).toBe(1_286_490n);
    expect(total(byCounty, 'denominator')).toBe(5_344_110n);

    // Durham, added up with pencil and paper from the file of the census.
    expect(await rollup('organization: "3518"')).toEqual({
      value: '23.15',
      numerator: '55100',
      denominator: '238045',
    });
  });

  it('counts everybody once, though upper tiers have populations too', async () => {
    const variables = { indicator: 'population', period: '2021' };
    expect(await query('ProvinceOutcome', variables)).toMatchObject({
      value: '14134681',
      completeness: { bodiesExpected: 414, bodiesReporting: 414, populationCoverage: '100.00' },
    });
  });

  it('remembers what the crime severity index was before it was revised', async () => {
    const variables = { indicator: 'crime-severity-index', period: '2024', area: '01' };
    const now = await query('ProvinceOutcome', variables);
    expect(now).toMatchObject({ value: '78.84', basis: 'PUBLISHED' });
    const then = { ...variables, asOf: { sourceReleasedOn: '2025-12-31' } };
    expect(await query('ProvinceOutcome', then)).toMatchObject({ value: '77.89' });

    const points = (await query('OutcomeSeries', {
      indicator: 'crime-severity-index',
      area: '01',
    })) as { points: { period: string; revisions: number }[] };
    const revised = points.points.filter(({ revisions }) => revisions > 0);
    expect(revised.map(({ period }) => period)).toEqual(['2022', '2023', '2024']);
  });

  it('reads the index as of the position before the later vintage', async () => {
    const variables = { indicator: 'crime-severity-index', period: '2024', area: '01' };
    const now = (await query('ProvinceOutcome', variables)) as {
      asOf: { position: string };
    };
    let [low, high] = [0, Number(now.asOf.position)];
    // The value changed once: look for the last position at which it was the earlier one.
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      const asOf = { position: String(middle) };
      const { value } = (await query('ProvinceOutcome', { ...variables, asOf })) as {
        value: string | null;
      };
      if (value === '78.84') high = middle;
      else low = middle;
    }
    const asOf = { position: String(low) };
    expect(await query('ProvinceOutcome', { ...variables, asOf })).toMatchObject({
      value: '77.89',
    });
  });

  it('is empty before its first event', async () => {
    const past = { period: '2021', first: 5, asOf: { instant: '1999-12-31T23:59:59Z' } };
    expect(await query('ProvinceOutcome', { ...past, indicator: 'population' })).toBeNull();
    expect(await query('OutcomesByBody', { ...past, indicator: 'population' })).toBeNull();
    expect(await query('Plans', past)).toMatchObject({ totalCount: 0, edges: [] });
    expect(await query('Obligations', past)).toMatchObject({ required: 0, overdue: 0 });
  });

  it('publishes the index for Ontario and refuses to sum it', async () => {
    const variables = { indicator: 'crime-severity-index', period: '2024', area: '35' };
    expect(await query('ProvinceOutcome', variables)).toMatchObject({
      value: '60.95',
      basis: 'PUBLISHED',
    });
    expect(await query('ProvinceOutcome', { ...variables, basis: 'ROLLED_UP' })).toMatchObject({
      value: null,
      absence: 'NOT_AGGREGATABLE',
    });
  });

  it('counts who must plan', async () => {
    expect(await query('Obligations', {})).toMatchObject({
      required: 372,
      coveredThroughUpperTier: 49,
      notRequired: 23,
      adopted: 10,
      published: 10,
    });
  });

  it('lists every expected body once, page by page, as of the first page', async () => {
    const variables = { indicator: 'housing-cost-burden', period: '2021', first: 100 };
    const codes: string[] = [];
    const statuses: string[] = [];
    for (let after: string | null = null; ;) {
      const page = (await query('OutcomesByBody', { ...variables, after })) as {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: { node: { organization: { code: string }; status: string } }[];
      };
      expect(page.totalCount).toBe(414);
      codes.push(...page.edges.map(({ node }) => node.organization.code));
      statuses.push(...page.edges.map(({ node }) => node.status));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(codes).toHaveLength(414);
    expect(codes).toEqual([...new Set(codes)].toSorted());
    expect(statuses.filter((status) => status === 'SUPPRESSED_AT_SOURCE')).toHaveLength(14);
  });

  it('shows the joint plan of Bruce County as its councils adopted it', async () => {
    const plans = await Promise.all((await planIds()).map((id) => query('Plan', { id })));
    const bruce = (plans as { bodies: unknown[] }[]).find(({ bodies }) => bodies.length === 8);
    expect(bruce).toMatchObject({
      status: 'PUBLISHED',
      bodies: expect.arrayContaining([
        expect.objectContaining({
          organization: { code: '3541024', name: { en: 'Kincardine' } },
          adoption: { adoptedOn: '2020-12-07', resolution: '2020-169' },
        }),
      ]),
      clocks: expect.arrayContaining([
        { code: 'publication', dueOn: '2021-02-24', status: 'LATE' },
      ]),
    });
  });

  it('tells the history of a plan in French', async () => {
    const [planId] = await planIds();
    const timeline = (await query('PlanTimeline', { planId, first: 500 })) as {
      edges: { node: { type: string; sentence: string; recordedInError: boolean } }[];
    };
    expect(timeline.edges.length).toBeGreaterThan(20);
    expect(timeline.edges[0]?.node.type).toBe('PlanOpened');
    for (const { node } of timeline.edges) {
      expect(node.sentence).toMatch(/\p{L}.*\.$/u);
      expect(node.recordedInError).toBe(false);
    }
  });

  it('answers every query that clients rely on, now and as of a past position', async () => {
    const [planId] = await planIds();
    const given: Record<string, object> = {
      ProvinceOutcome: { indicator: 'population', period: '2021' },
      OutcomesByBody: { indicator: 'population', period: '2021', first: 5 },
      OutcomeSeries: { indicator: 'cif-3-13-1' },
      Plan: { id: planId },
      Plans: { first: 5, filter: { body: '3541024' } },
      PlanTimeline: { planId, first: 5 },
      PlanChanges: { planId, from: { position: '1' }, to: { instant: new Date().toISOString() } },
      Coverage: { planId },
      Obligations: { on: '2021-07-02' },
    };
    const queries = [...contractOperations].filter(([, text]) => text.startsWith('query'));
    expect(queries.map(([name]) => name).toSorted()).toEqual(Object.keys(given).toSorted());
    for (const [name] of queries)
      for (const asOf of [undefined, { position: '2750' }])
        expect(JSON.stringify(await query(name, { ...given[name], asOf })).length).toBeGreaterThan(
          50,
        );
  });
});
