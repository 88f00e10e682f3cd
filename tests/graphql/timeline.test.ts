import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../src/domain/authority.js';
import { withdrawCommitment } from '../../src/domain/commitment/commands.js';
import { markRecordedInError, redactTexts } from '../../src/domain/record/commands.js';
import { administrator, approver } from '../support/command-desk.js';
import { operation } from '../support/contract-operations.js';
import {
  body,
  defineIndicators,
  openHamiltonPlan,
  registerTowns,
  type HamiltonPlan,
} from './query-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

let hub: QueryHub;
let ids: HamiltonPlan;
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  ids = await openHamiltonPlan(hub);
  const reason = { en: 'Staff changed', fr: 'Changement de personnel' };
  await hub.record(withdrawCommitment, { commitmentId: ids.commitmentId, reason });
});
afterAll(() => hub.close());

type Entry = Readonly<Record<string, unknown>>;
type List = {
  readonly edges: readonly { readonly node: Entry }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
};
type Asked = { readonly caller?: Caller; readonly asOf?: object; readonly planId?: string };

async function timeline(fields: string, { caller, asOf, planId = ids.planId }: Asked = {}) {
  const source = `query ($planId: ID!, $asOf: AsOf) {
    planTimeline(planId: $planId, first: 500, asOf: $asOf) { edges { node { ${fields} } } } }`;
  const variables = { planId, asOf };
  const data = await hub.read<{ planTimeline: List | null }>(
    source,
    variables,
    caller && { caller },
  );
  return data.planTimeline?.edges.map(({ node }) => node);
}

const types = [
  'PlanOpened',
  'RiskIdentified',
  'RiskPrioritized',
  'StrategyAdopted',
  'CommitmentMade',
  'MeasureDefined',
  'CommitmentWithdrawn',
];

describe('the timeline of a plan', () => {
  test('holds its decisions and those of its commitments and measures, in order', async () => {
    const entries = await timeline('position type stream revision recordedAt effectiveOn');
    expect(entries?.map(({ type }) => type)).toEqual(types);
    expect(entries?.[4]).toEqual({
      position: expect.stringMatching(/^\d+$/),
      type: 'CommitmentMade',
      stream: ids.commitmentId,
      revision: 0,
      recordedAt: '2024-06-15T16:00:00.000Z',
      effectiveOn: '2024-06-15',
    });
    const positions = entries?.map(({ position }) => Number(position)) ?? [];
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
  });

  test('tells each decision in a sentence of either language', async () => {
    const entries = await timeline('en: sentence(lang: EN) fr: sentence(lang: FR) sentence');
    expect(entries?.map(({ en }) => en).slice(0, 5)).toEqual([
      'Hamilton opened the plan “Safe Hamilton”.',
      expect.stringMatching(/^The risk factor “.+” was identified\.$/),
      expect.stringMatching(/^“.+” was given rank 1 among the priority risks\.$/),
      expect.stringContaining('“Situation table”'),
      expect.stringContaining('Hamilton Police'),
    ]);
    expect(entries?.at(-1)).toEqual({
      en: expect.stringContaining('“Staff changed”'),
      fr: expect.stringContaining('«\u00a0Changement de personnel\u00a0»'),
      sentence: expect.stringContaining('“Staff changed”'),
    });
  });

  test('is read page by page with the operation of the contract', async () => {
    const seen: unknown[] = [];
    let after: string | undefined;
    for (;;) {
      const variables = { planId: ids.planId, first: 3, after };
      const page = await hub.read<{ planTimeline: List }>(operation('PlanTimeline'), variables);
      const { edges, pageInfo } = page.planTimeline;
      seen.push(...edges.map(({ node }) => node['type']));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(types);
  });

  test('names who acted only to the ministry and to the organization acted for', async () => {
    const fields = 'actor actingFor { code }';
    const actors = async (caller: Caller) =>
      new Set((await timeline(fields, { caller }))?.map(({ actor }) => actor));
    const analyst: Caller = { actor: 'a', role: 'ministry-analyst', organizations: ['solgen'] };
    const both = new Set(['test approver', 'test administrator']);
    expect(await actors(analyst)).toEqual(both);
    expect(await actors(administrator)).toEqual(both);
    expect(await actors(approver(body.hamilton))).toEqual(new Set(['test approver', null]));
    expect(await actors(approver(body.ottawa))).toEqual(new Set([null]));
    expect(await actors(publicCaller)).toEqual(new Set([null]));
    const researcher: Caller = { actor: 'r', role: 'researcher', organizations: [body.hamilton] };
    expect(await actors(researcher)).toEqual(new Set([null]));
  });

  test('of an unknown plan is null, and empty before the plan was opened', async () => {
    expect(await timeline('type', { planId: `plan-${'0'.repeat(32)}` })).toBeUndefined();
    expect(await timeline('type', { planId: ids.commitmentId })).toBeUndefined();
    expect(await timeline('type', { asOf: { position: '0' } })).toEqual([]);
  });

  test('shows a decision recorded in error, and the mark, from the mark on', async () => {
    const before = String(hub.readModels.position());
    const reason = { en: 'Wrong commitment' };
    const withdrawal = { stream: ids.commitmentId, revision: 1, reason };
    await hub.record(markRecordedInError, withdrawal);
    const fields = 'type recordedInError reason { en } texts { en }';
    const entries = await timeline(fields);
    expect(entries?.slice(-2)).toEqual([
      {
        type: 'CommitmentWithdrawn',
        recordedInError: true,
        reason: { en: 'Staff changed' },
        texts: [{ en: 'Staff changed' }],
      },
      {
        type: 'DecisionRecordedInError',
        recordedInError: false,
        reason: { en: 'Wrong commitment' },
        texts: [{ en: 'Wrong commitment' }],
      },
    ]);
    const past = await timeline(fields, { asOf: { position: before } });
    expect(past?.at(-1)).toMatchObject({ type: 'CommitmentWithdrawn', recordedInError: false });
  });

  test('says that a text was redacted, and what was in it no more', async () => {
    const texts = (await timeline('texts { key }'))?.[4]?.['texts'] as readonly { key: string }[];
    await hub.record(redactTexts, {
      stream: ids.commitmentId,
      keys: texts.map(({ key }) => key),
      authority: 'MFIPPA',
      reason: { en: 'Names a person' },
    });
    const entries = await timeline('en: sentence(lang: EN) fr: sentence(lang: FR)');
    expect(entries?.[4]?.['en']).toContain('[redacted]');
    expect(entries?.[4]?.['fr']).toContain('[caviardé]');
    expect(JSON.stringify(entries)).not.toContain('Two officers');
  });
});
