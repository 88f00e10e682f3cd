import { describe, expect, it } from '@jest/globals';
import { demoHub } from '../support/demo-hub.js';
import { byHand, type CountedByHand } from './coverage-by-hand.js';

type Place = { readonly risk: { readonly code: string }; readonly area: string };
type Coverage = {
  readonly cells: readonly (Place & {
    readonly sector: string;
    readonly strategies: number;
    readonly commitments: number;
  })[];
  readonly gaps: readonly (Place & { readonly plans: number })[];
  readonly strategiesWithoutCommitments: readonly object[];
  readonly commitmentsWithoutProgress: readonly object[];
  readonly risksWithoutOutcomes: readonly { readonly planId: string; readonly id: string }[];
};

const source = `query ($planId: ID) { coverage(planId: $planId) {
  cells { risk { code } area sector strategies commitments }
  gaps { risk { code } area plans }
  strategiesWithoutCommitments { id } commitmentsWithoutProgress { id }
  risksWithoutOutcomes { planId id }
} }`;
const risksOf = `query ($body: ID) { plans(first: 5, filter: { body: $body }) {
  edges { node { id risks { id code } } }
} }`;

const plans: readonly CountedByHand[] = Object.values(byHand);

const cellsByHand = ({ cells }: CountedByHand) =>
  cells.flatMap(([risk, area, sectors, commitments]) =>
    sectors.split(' ').map((sector) => [`${risk} ${area} ${sector}`, 1, commitments] as const),
  );
const gapsByHand = ({ gaps }: CountedByHand) =>
  gaps.flatMap(([risk, areas]) => areas.split(' ').map((area) => `${risk} ${area}`));

const cellsIn = ({ cells }: Coverage) =>
  cells.map(
    ({ risk, area, sector, strategies, commitments }) =>
      [`${risk.code} ${area} ${sector}`, strategies, commitments] as const,
  );
const gapsIn = ({ gaps }: Coverage) => gaps.map(({ risk, area }) => `${risk.code} ${area}`);

describe('how the demonstration plans cover risks, areas and sectors', () => {
  const { hub } = demoHub();

  async function read<Data>(query: string, variables: object): Promise<Data> {
    const { body } = await hub().ask(query, variables);
    expect(body.errors).toBeUndefined();
    return body.data as Data;
  }
  const planOf = async (body: string) => {
    const { plans: found } = await read<{
      plans: {
        edges: { node: { id: string; risks: { id: string; code: string }[] } }[];
      };
    }>(risksOf, { body });
    const [edge] = found.edges;
    if (edge === undefined) throw new Error(`no plan of ${body}`);
    return edge.node;
  };
  const coverageOf = async (planId?: string) =>
    (await read<{ coverage: Coverage }>(source, { planId })).coverage;

  it.each([
    ['Timmins', '3556027'],
    ['the joint plan of Bruce', '3541024'],
    ['Durham', '3518'],
  ] as const)('of %s is what one counts by hand in its plan', async (_, body) => {
    const { id, risks } = await planOf(body);
    const coverage = await coverageOf(id);
    const counted: CountedByHand = byHand[body];
    expect(cellsIn(coverage)).toEqual(cellsByHand(counted));
    expect(gapsIn(coverage)).toEqual(gapsByHand(counted));
    const codes = new Map(risks.map((risk) => [risk.id, risk.code]));
    expect(coverage.risksWithoutOutcomes.map((risk) => codes.get(risk.id))).toEqual(
      counted.unmeasured,
    );
    expect(coverage.strategiesWithoutCommitments).toEqual([]);
    expect(coverage.commitmentsWithoutProgress).toEqual([]);
  });

  it('of the province adds the plans up, and says in how many a gap is', async () => {
    const coverage = await coverageOf();
    const cells = Map.groupBy(plans.flatMap(cellsByHand), ([place]) => place);
    expect(new Map(cellsIn(coverage).map(([place, ...counts]) => [place, counts]))).toEqual(
      new Map(
        [...cells].map(([place, same]) => [
          place,
          [same.length, same.reduce((sum, [, , commitments]) => sum + commitments, 0)],
        ]),
      ),
    );
    expect(cellsIn(coverage)).toContainEqual(['poor-mental-health RISK_INTERVENTION police', 3, 4]);
    const gaps = Map.groupBy(plans.flatMap(gapsByHand), (place) => place);
    expect(
      Object.fromEntries(coverage.gaps.map((gap, at) => [gapsIn(coverage)[at], gap.plans])),
    ).toEqual(Object.fromEntries([...gaps].map(([place, same]) => [place, same.length])));
    expect(coverage.gaps).toContainEqual({
      risk: { code: 'poor-mental-health' },
      area: 'SOCIAL_DEVELOPMENT',
      plans: 3,
    });
    expect(coverage.risksWithoutOutcomes).toHaveLength(9);
  });
});
