import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineArea } from '../../../src/domain/area/commands.js';
import { judgeProgress } from '../../../src/domain/indicator/commands-progress.js';
import { tellAreaStory } from '../../../src/domain/observation/commands-story.js';
import { defineIndicator, reviseIndicator } from '../../../src/domain/indicator/commands.js';
import {
  correctObservation,
  correctPublishedObservation,
  recordPublishedObservation,
} from '../../../src/domain/observation/commands.js';
import { calls, rollupHub, type RollupHub } from '../rollup-hub.js';
import { body } from '../query-town.js';

let hub: RollupHub;
beforeAll(async () => {
  hub = await rollupHub();
});
afterAll(() => hub.close());

const yearly = { ...calls, periodKind: 'YEAR' as const };
const reason = { en: 'Counted twice' };
const define = (key: string, definition: object) =>
  hub.record(defineIndicator, { key, ...yearly, ...definition } as never);
const correct = (indicator: string, organization: string, value: string) =>
  hub.record(correctObservation, {
    indicator,
    organization,
    period: '2023',
    value,
    reason,
  } as never);

type Reading = { readonly value: string | null };
type Effect = { readonly difference: string | null; readonly incomparable: string | null };
type Revision = {
  readonly areaBefore: Reading;
  readonly areaAfter: Reading;
  readonly effect: Effect;
};
type Told = {
  readonly provinceOutcome: Reading;
  readonly outcomeRevisions: {
    readonly summary: {
      readonly now: Reading;
      readonly firstComplete: Reading | null;
      readonly effect: Effect;
    };
    readonly edges: readonly {
      readonly node: {
        readonly organization: { readonly code: string } | null;
        readonly area: { readonly code: string; readonly name: { readonly en: string } } | null;
        readonly revisions: readonly Revision[];
      };
    }[];
  };
};

async function report(indicator: string) {
  const named = `indicator: "${indicator}", period: "2023"`;
  const effect = 'effect { difference incomparable }';
  const told = await hub.read<Told>(`{
    provinceOutcome(${named}) { value }
    outcomeRevisions(${named}) {
      summary { now { value } firstComplete { value } ${effect} }
      edges { node { organization { code } area { code name { en } }
        revisions { areaBefore { value } areaAfter { value } ${effect} } } }
    }
  }`);
  const { summary, edges } = told.outcomeRevisions;
  const of = Object.fromEntries(
    edges.map(({ node }) => [node.organization?.code ?? node.area?.code, node.revisions]),
  );
  const areas = edges.flatMap(({ node }) => node.area?.name.en ?? []);
  return { province: told.provinceOutcome, summary, of, areas };
}

describe('what a revision did to the province', () => {
  test('is nothing, when others speak for the same people', async () => {
    await define('nested', {
      universe: { kind: 'LISTED', bodies: [body.peel, body.mississauga, body.hamilton] },
    });
    await hub.report('nested', body.peel, '2023', { value: '90' });
    await hub.report('nested', body.hamilton, '2023', { value: '10' });
    await hub.report('nested', body.mississauga, '2023', { value: '80' });
    await correct('nested', body.peel, '95');
    await correct('nested', body.mississauga, '81');
    const { province, summary, of } = await report('nested');
    expect(province).toEqual({ value: '91' });
    expect(summary).toMatchObject({
      now: province,
      firstComplete: { value: '100' },
      effect: { difference: '-9' },
    });
    expect(of[body.peel]).toMatchObject([
      { areaBefore: { value: '90' }, areaAfter: { value: '90' }, effect: { difference: '0' } },
    ]);
    expect(of[body.mississauga]).toMatchObject([{ effect: { difference: '1' } }]);
  });

  test('is told of reporting areas as of bodies', async () => {
    await hub.record(defineArea, {
      code: 'peel-police',
      kind: 'POLICE_SERVICE',
      name: { en: 'Peel police' },
      from: '2000-01-01',
      members: [body.mississauga],
      crosses: [],
      method: 'source-crosswalk',
      source: { en: 'Crosswalk' },
    } as never);
    await define('policed', {
      universe: { kind: 'LISTED', bodies: [body.hamilton], areas: ['peel-police'] },
    });
    await hub.report('policed', body.hamilton, '2023', { value: '10' });
    const police = { indicator: 'policed', area: 'peel-police', period: '2023' };
    await hub.record(recordPublishedObservation, { ...police, value: '50' } as never);
    await hub.record(correctPublishedObservation, { ...police, value: '52', reason } as never);
    const { province, summary, of, areas } = await report('policed');
    expect(areas).toEqual(['Peel police']);
    expect(summary).toMatchObject({ now: province, effect: { difference: '2' } });
    expect(of['peel-police']).toMatchObject([
      { areaBefore: { value: '60' }, areaAfter: { value: '62' }, effect: { difference: '2' } },
    ]);
    await hub.record(tellAreaStory, { ...police, text: reason } as never);
    await hub.record(judgeProgress, { ...police, status: 'LIMITED', reason } as never);
    const source = `{ outcomeSeries(indicator: "policed", area: "peel-police") {
      stories { text { en } } progress { status judgement { reason { en } } } } }`;
    expect(await hub.read(source)).toEqual({
      outcomeSeries: {
        stories: [{ text: reason }],
        progress: { status: 'LIMITED', judgement: { reason } },
      },
    });
  });

  test('never adds numbers of different definitions, nor compares them', async () => {
    await define('broken', {});
    for (const [organization, value] of [
      [body.hamilton, '1'],
      [body.ottawa, '2'],
      [body.cockburnIsland, '4'],
      [body.mississauga, '8'],
    ] as const)
      await hub.report('broken', organization, '2023', { value });
    await hub.record(reviseIndicator, {
      indicator: 'broken',
      ...yearly,
      comparability: 'BREAK',
      reason,
    } as never);
    await correct('broken', body.hamilton, '100');
    const one = await report('broken');
    // Three under the first definition stand against one under the second.
    expect(one.province).toEqual({ value: '14' });
    expect(one.summary).toMatchObject({
      now: one.province,
      firstComplete: { value: '15' },
      effect: { difference: null, incomparable: 'BREAK' },
    });
    await correct('broken', body.ottawa, '200');
    const two = await report('broken');
    expect(two.province).toEqual({ value: '300' });
    expect(two.of[body.ottawa]).toMatchObject([
      {
        areaBefore: { value: '14' },
        areaAfter: { value: '300' },
        effect: { difference: null, incomparable: 'BREAK' },
      },
    ]);
  });
});

test('a report is refused for a period that the indicator is not observed for', async () => {
  const source = '{ outcomeRevisions(indicator: "calls", period: "2023") { totalCount } }';
  const { errors } = await hub.ask(source);
  expect(errors?.[0]?.extensions).toMatchObject({ reason: 'period-kind-mismatch' });
});
