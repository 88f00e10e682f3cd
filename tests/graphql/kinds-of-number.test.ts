import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineIndicator, reviseIndicator } from '../../src/domain/indicator/commands.js';
import {
  correctObservation,
  recordPublishedObservation,
} from '../../src/domain/observation/commands.js';
import { crimeSeverityIndex } from '../domain/indicator/definitions.js';
import { body } from './query-town.js';
import { calls, rollupHub, type RollupHub } from './rollup-hub.js';

const { hamilton, ottawa } = body;
const ofTowns = { universe: { kind: 'MUNICIPALITIES' } } as const;

let hub: RollupHub;
beforeAll(async () => {
  hub = await rollupHub();
});
afterAll(() => hub.close());

const define = (key: string, definition: object) =>
  hub.record(defineIndicator, { key, ...crimeSeverityIndex, ...ofTowns, ...definition } as never);

const ask = async (key: string) => {
  const named = `indicator: "${key}", period: "2023"`;
  return hub.read<Record<string, object>>(`{
    province: provinceOutcome(${named}) { value absence basis approximate }
    rollup: outcomeRollup(${named}) { value absence approximate attribution }
    bodies: outcomesByBody(${named}, first: 1) { edges { node {
      organization { code } value approximate interval { lower upper level }
    } } }
    distribution: outcomeDistribution(${named}) { bodies spread { min median max } }
  }`);
};

describe('a median', () => {
  test('read off counts by bucket is labelled approximate wherever it is shown', async () => {
    await define('wait', {
      kind: 'MEDIAN_OR_PERCENTILE',
      decimals: 1,
      overSpace: 'HISTOGRAM',
      overTime: 'HISTOGRAM',
      histogram: { percentile: '50', bounds: ['0', '10', '20', '40'] },
    });
    await hub.report('wait', ottawa, '2023', { histogram: ['4', '0', '1'] });
    await hub.report('wait', hamilton, '2023', { value: '21', histogram: ['0', '2', '3'] });
    // 10 cases, the fifth: one of the two from 10 to 20. Of Ottawa's 5, 2.5 of the 4 under 10.
    expect(await ask('wait')).toMatchObject({
      province: { value: '15.0', basis: 'ROLLED_UP', approximate: true },
      rollup: { value: '15.0', approximate: true },
      bodies: {
        edges: [{ node: { organization: { code: ottawa }, value: '6.3', approximate: true } }],
      },
    });
  });

  test('that a source published is not', async () => {
    await hub.record(recordPublishedObservation, {
      indicator: 'wait',
      area: '35',
      period: '2023',
      value: '14',
    } as never);
    expect(await ask('wait')).toMatchObject({
      province: { value: '14.0', basis: 'PUBLISHED', approximate: false },
      rollup: { value: '15.0', approximate: true },
    });
  });
});

describe('an estimate of a survey', () => {
  test('has its confidence interval, and is never put together', async () => {
    await define('safety', { kind: 'SURVEY_ESTIMATE', decimals: 1 });
    const interval = { lower: '61.5', upper: '70.1', level: '95' };
    await hub.report('safety', ottawa, '2023', { value: '65.8', interval });
    await hub.report('safety', hamilton, '2023', { value: '60' });
    expect(await ask('safety')).toMatchObject({
      province: { value: null, absence: 'NOT_AGGREGATABLE', approximate: false },
      rollup: { value: null, absence: 'NOT_AGGREGATABLE', approximate: false },
      bodies: { edges: [{ node: { value: '65.8', approximate: false, interval } }] },
      distribution: { bodies: 2, spread: { min: '60', median: '62.9', max: '65.8' } },
    });
    const wider = { lower: '60.0', upper: '71.6', level: '99' };
    await hub.record(correctObservation, {
      indicator: 'safety',
      organization: ottawa,
      period: '2023',
      value: '65.8',
      interval: wider,
      reason: { en: 'At the level of the other surveys' },
    } as never);
    const source = `{ observations(indicator: "safety", organization: "${ottawa}", versions: true,
      first: 9) { edges { node { value interval { lower upper level } } } } }`;
    expect(await hub.read(source)).toEqual({
      observations: {
        edges: [
          { node: { value: '65.8', interval } },
          { node: { value: '65.8', interval: wider } },
        ],
      },
    });
  });
});

test('a number put together may be read as attribution only of performance', async () => {
  await hub.report('calls', hamilton, '2023-01', { value: '1' });
  const named = 'indicator: "calls", period: "2023-01"';
  const source = `{ outcomeRollup(${named}) { attribution } }`;
  expect(await hub.read(source)).toEqual({ outcomeRollup: { attribution: true } });
  const { question: _, ...unasked } = calls;
  await hub.record(reviseIndicator, {
    indicator: 'calls',
    ...unasked,
    accountability: 'POPULATION',
    comparability: 'COMPARABLE',
    reason: { en: 'Of everybody' },
  } as never);
  expect(await hub.read(source)).toEqual({ outcomeRollup: { attribution: false } });
});
