import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reviseIndicator } from '../../src/domain/indicator/commands.js';
import {
  correctPublishedObservation,
  recordObservation,
  recordPublishedObservation,
} from '../../src/domain/observation/commands.js';
import { administrator } from '../support/command-desk.js';
import { body, defineIndicators, definitions, registerTowns } from './query-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

let hub: QueryHub;
let firstVintage: number;
const calls = { indicator: 'calls-for-service', organization: body.hamilton };
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  const { record } = hub;
  const severity = { indicator: 'crime-severity-index', area: '35' };
  for (const [period, value] of [
    ['2022', '60'],
    ['2020', '64'],
    ['2021', '62.005'],
  ] as const)
    firstVintage = (await record(recordPublishedObservation, { ...severity, period, value }))
      .position;
  hub.clock.now = '2024-06-16T16:00:00.000Z';
  await record(correctPublishedObservation, {
    ...severity,
    period: '2022',
    value: '59.5',
    flags: ['REVISED'],
    reason: { en: 'Revised by its source' },
  });
  for (const [period, value] of [
    ['2019', '1000'],
    ['2021', '1100'],
  ] as const)
    await record(recordObservation, { ...calls, period, value });
  await record(recordObservation, {
    ...calls,
    organization: body.ottawa,
    period: '2021',
    value: '900',
  });
});
afterAll(() => hub.close());

const fields = `organization { code } area { code } points { period value absence status flags
  recordedAt revisions } progress { status ratio baseline { period value } target { value } }`;

async function series(args: string) {
  const source = `{ outcomeSeries(${args}) { ${fields} } }`;
  const asking = { caller: administrator };
  const { data, errors, tags } = await hub.ask<{ outcomeSeries: object }>(source, {}, asking);
  return { ...data?.outcomeSeries, tags, extensions: errors?.[0]?.extensions };
}

describe('a series', () => {
  test('of the province is what sources published, in order of period, rounded', async () => {
    expect(await series('indicator: "crime-severity-index"')).toMatchObject({
      organization: null,
      area: { code: '35' },
      points: [
        { period: '2020', value: '64.00', revisions: 0, recordedAt: '2024-06-15T16:00:00.000Z' },
        { period: '2021', value: '62.01', flags: [] },
        {
          period: '2022',
          value: '59.50',
          flags: ['REVISED'],
          revisions: 1,
          recordedAt: '2024-06-16T16:00:00.000Z',
        },
      ],
      // (59.5 / 64) ^ (1 / 2) - 1, and lower is better
      progress: {
        status: 'SUBSTANTIAL',
        ratio: expect.stringMatching(/^0\.0357/),
        baseline: { period: '2020', value: '64.00' },
        target: null,
      },
      tags: new Set(['indicators', 'code-lists', 'series:crime-severity-index:35']),
    });
  });

  test('of a past has the numbers of that past', async () => {
    const past = `indicator: "crime-severity-index", asOf: { position: "${firstVintage}" }`;
    expect(await series(past)).toMatchObject({
      points: [{}, {}, { period: '2022', value: '60.00', revisions: 0, flags: [] }],
    });
  });

  test('of a body is what it observed', async () => {
    expect(await series('indicator: "calls-for-service", organization: "3525005"')).toMatchObject({
      organization: { code: '3525005' },
      area: null,
      points: [
        { period: '2019', value: '1000' },
        { period: '2021', value: '1100' },
      ],
      progress: { status: 'DETERIORATION', baseline: { period: '2019', value: '1000' } },
    });
  });

  test('of the province is of its bodies together when nothing was published', async () => {
    expect(await series('indicator: "calls-for-service"')).toMatchObject({
      area: { code: '35' },
      points: [
        { period: '2019', value: '1000', status: 'REPORTED' },
        { period: '2021', value: '2000', recordedAt: '2024-06-16T16:00:00.000Z' },
      ],
      tags: expect.objectContaining({ size: 8 }),
    });
  });

  test('of another area has nothing unless it was published', async () => {
    expect(await series('indicator: "calls-for-service", area: "01"')).toMatchObject({
      points: [],
      progress: { status: 'NOT_AVAILABLE', ratio: null, baseline: null },
    });
  });

  test('is not compared across a break', async () => {
    const { 'calls-for-service': definition } = definitions;
    await hub.record(reviseIndicator, {
      indicator: 'calls-for-service',
      ...definition,
      comparability: 'BREAK',
      reason: { en: 'Counted by call centre' },
    });
    await hub.record(recordObservation, { ...calls, period: '2022', value: '700' });
    await hub.record(recordObservation, { ...calls, period: '2023', value: '690' });
    expect(await series('indicator: "calls-for-service", organization: "3525005"')).toMatchObject({
      progress: { status: 'MODERATE', baseline: { period: '2022', value: '700' } },
    });
  });

  test('is not compared across a number flagged as a break', async () => {
    await hub.record(recordObservation, {
      ...calls,
      period: '2024',
      value: '10',
      flags: ['BREAK'],
    });
    expect(await series('indicator: "calls-for-service", organization: "3525005"')).toMatchObject({
      progress: { status: 'NOT_AVAILABLE', baseline: { period: '2024', value: '10' } },
    });
  });

  test.each([
    ['geography-ambiguous', 'indicator: "calls-for-service", organization: "3525005", area: "35"'],
    ['organization-unknown', 'indicator: "calls-for-service", organization: "1"'],
    ['area-unknown', 'indicator: "calls-for-service", area: "3525005"'],
    ['indicator-unknown', 'indicator: "calls"'],
  ])('is refused as %s', async (reason, args) => {
    expect((await series(args)).extensions).toMatchObject({ reason });
  });
});
