import { describe, expect, it } from '@jest/globals';
import { demoHub } from '../support/demo-hub.js';

type Cell = {
  readonly risk: { readonly code: string };
  readonly area: string;
  readonly sector: string;
  readonly strategies: number;
  readonly commitments: number;
};
type Gap = { readonly risk: { readonly code: string }; readonly area: string };

const lacks = `query ($planId: ID) { coverage(planId: $planId) {
  gaps { risk { code } area plans }
  strategiesWithoutCommitments { id } commitmentsWithoutProgress { id }
  risksWithoutOutcomes { planId id }
} }`;

describe('how the demonstration plans cover risks, areas and sectors', () => {
  const { hub, query } = demoHub();

  const planOf = async (body: string): Promise<string> => {
    const { edges } = (await query('Plans', { first: 5, filter: { body } })) as {
      edges: { node: { id: string } }[];
    };
    return edges[0]?.node.id ?? '';
  };
  const cellsOf = ({ cells }: { readonly cells: readonly Cell[] }) =>
    cells.map(
      ({ risk, area, sector, strategies, commitments }) =>
        `${risk.code} ${area} ${sector} ${strategies} ${commitments}`,
    );
  const gapsOf = ({ gaps }: { readonly gaps: readonly Gap[] }) =>
    gaps.map(({ risk, area }) => `${risk.code} ${area}`);

  it('of Timmins is what one counts by hand in its plan', async () => {
    const coverage = await query('Coverage', { planId: await planOf('3556027') });
    expect(cellsOf(coverage)).toEqual([
      'homelessness SOCIAL_DEVELOPMENT housing 1 1',
      'homelessness SOCIAL_DEVELOPMENT municipal-government 1 1',
      'opioid-use PREVENTION education 1 1',
      'opioid-use PREVENTION public-health 1 1',
      'opioid-use RISK_INTERVENTION mental-health 1 2',
      'opioid-use RISK_INTERVENTION police 1 2',
      'opioid-use RISK_INTERVENTION social-services 1 2',
      'poor-mental-health RISK_INTERVENTION mental-health 1 2',
      'poor-mental-health RISK_INTERVENTION police 1 2',
      'poor-mental-health RISK_INTERVENTION social-services 1 2',
      'poor-mental-health INCIDENT_RESPONSE mental-health 1 1',
      'poor-mental-health INCIDENT_RESPONSE police 1 1',
    ]);
    expect(gapsOf(coverage)).toEqual([
      'homelessness PREVENTION',
      'homelessness RISK_INTERVENTION',
      'homelessness INCIDENT_RESPONSE',
      'opioid-use SOCIAL_DEVELOPMENT',
      'opioid-use INCIDENT_RESPONSE',
      'poor-mental-health SOCIAL_DEVELOPMENT',
      'poor-mental-health PREVENTION',
    ]);
  });

  it('of the joint plan of Bruce leaves out the commitment that was withdrawn', async () => {
    const coverage = await query('Coverage', { planId: await planOf('3541024') });
    expect(cellsOf(coverage).filter((cell) => cell.includes('INCIDENT'))).toEqual([
      'victimization-property INCIDENT_RESPONSE police 1 1',
      'victimization-property INCIDENT_RESPONSE victim-services 1 1',
    ]);
  });

  it('of the province adds the plans up, and says in how many a gap is', async () => {
    const coverage = await query('Coverage', {});
    const ofRisk = cellsOf(coverage).filter((cell) => cell.startsWith('poor-mental-health '));
    expect(ofRisk).toEqual([
      'poor-mental-health PREVENTION children-and-youth 1 1',
      'poor-mental-health PREVENTION education 1 1',
      'poor-mental-health PREVENTION mental-health 1 1',
      'poor-mental-health RISK_INTERVENTION health 2 2',
      'poor-mental-health RISK_INTERVENTION mental-health 1 2',
      'poor-mental-health RISK_INTERVENTION police 3 4',
      'poor-mental-health RISK_INTERVENTION social-services 3 4',
      'poor-mental-health INCIDENT_RESPONSE mental-health 2 2',
      'poor-mental-health INCIDENT_RESPONSE police 2 2',
    ]);
    const { body } = await hub().ask(lacks);
    const { gaps } = (body.data ?? {})['coverage'] as unknown as { gaps: readonly object[] };
    const risk = { code: 'poor-mental-health' };
    expect(gaps).toContainEqual({ risk, area: 'SOCIAL_DEVELOPMENT', plans: 3 });
    expect(gaps).toContainEqual({ risk, area: 'PREVENTION', plans: 2 });
    expect(gaps).toContainEqual({ risk, area: 'INCIDENT_RESPONSE', plans: 1 });
  });

  it('names priority risks whose outcome nobody measures', async () => {
    const planId = await planOf('3556027');
    const { body } = await hub().ask(lacks, { planId });
    expect(body.data?.['coverage']).toMatchObject({
      strategiesWithoutCommitments: [],
      commitmentsWithoutProgress: [],
      risksWithoutOutcomes: [{ planId }],
    });
  });
});
