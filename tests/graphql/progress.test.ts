import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../src/domain/authority.js';
import { reviseIndicator } from '../../src/domain/indicator/commands.js';
import {
  judgeProgress,
  setProgressRule,
  withdrawProgressJudgement,
} from '../../src/domain/indicator/commands-progress.js';
import {
  recordObservation,
  recordPublishedObservation,
} from '../../src/domain/observation/commands.js';
import { markRecordedInError } from '../../src/domain/record/commands.js';
import { administrator } from '../support/command-desk.js';
import { queryHub, type QueryHub } from './query-hub.js';
import { body, defineIndicators, definitions, registerTowns } from './query-town.js';

let hub: QueryHub;
let beforeRule: number;
const severity = { indicator: 'crime-severity-index', area: '35' };
const calls = { indicator: 'calls-for-service', organization: body.hamilton };
const reason = { en: 'The method of the source is under review', fr: 'La méthode est révisée' };
beforeAll(async () => {
  hub = await queryHub();
  await registerTowns(hub);
  await defineIndicators(hub);
  for (const [period, value] of [
    ['2014', '80'],
    ['2016', '64'],
    ['2023', '60'],
  ] as const)
    await hub.record(recordPublishedObservation, { ...severity, period, value });
  for (const [period, value] of [
    ['2021', '1000'],
    ['2023', '900'],
  ] as const)
    beforeRule = (await hub.record(recordObservation, { ...calls, period, value })).position;
  await hub.record(setProgressRule, {
    indicator: severity.indicator,
    baselinePeriod: '2015',
    target: { period: '2030', value: '50' },
    limit: '0',
    cutOffs: { withTarget: { substantial: '0.9', moderate: '0.5' } },
    tolerance: '0.5',
    reason,
  });
});
afterAll(() => hub.close());

const fields = `status computedStatus gap ratio direction years observedGrowth requiredGrowth limit
  tolerance method methodVersion ruleReason { en fr } baseline { period value }
  current { period value } target { period value } cutOffs { substantial moderate }
  judgement { status reason { en } actingFor { code } actor recordedAt }`;

async function progress(args: string, caller: Caller = administrator) {
  const source = `{ outcomeSeries(${args}) { progress { ${fields} } } }`;
  type Data = { outcomeSeries: { progress: object } };
  return (await hub.read<Data>(source, {}, { caller })).outcomeSeries.progress;
}
const ofSeverity = 'indicator: "crime-severity-index"';
const ofCalls = 'indicator: "calls-for-service", organization: "3525005"';

describe('progress', () => {
  test('says everything it follows from', async () => {
    // Observed (60 / 64) ^ (1 / 7) - 1, required (50 / 64) ^ (1 / 14) - 1.
    expect(await progress(ofSeverity)).toEqual({
      status: 'MODERATE',
      computedStatus: 'MODERATE',
      gap: null,
      ratio: expect.stringMatching(/^0\.52507/),
      direction: 'LOWER',
      baseline: { period: '2016', value: '64.00' },
      current: { period: '2023', value: '60.00' },
      target: { period: '2030', value: '50' },
      years: 7,
      observedGrowth: expect.stringMatching(/^-0\.00917/),
      requiredGrowth: expect.stringMatching(/^-0\.01747/),
      limit: '0',
      tolerance: '0.5',
      cutOffs: { substantial: '0.9', moderate: '0.5' },
      ruleReason: { en: reason.en, fr: reason.fr },
      judgement: null,
      method: 'statistics-canada-cagr',
      methodVersion: 2,
    });
  });

  test('of a past follows the rule of that past', async () => {
    expect(await progress(`${ofSeverity}, asOf: { position: "${beforeRule}" }`)).toMatchObject({
      status: 'SUBSTANTIAL',
      baseline: { period: '2014', value: '80.00' },
      target: null,
      requiredGrowth: null,
      ruleReason: null,
      cutOffs: { substantial: '0.015', moderate: '0.005' },
    });
  });

  test('is told with the rule of its indicator', async () => {
    const source = `{ indicator(key: "crime-severity-index") { progressRule { baselinePeriod limit
      tolerance target { period value }
      cutOffs { withTarget { moderate } withoutTarget { moderate } } } } }`;
    expect(await hub.read(source)).toMatchObject({
      indicator: {
        progressRule: {
          baselinePeriod: '2015',
          target: { period: '2030', value: '50' },
          limit: '0',
          tolerance: '0.5',
          cutOffs: { withTarget: { moderate: '0.5' }, withoutTarget: null },
        },
      },
    });
  });

  test('is not told to one who may not read the numbers, judged or not', async () => {
    await hub.record(judgeProgress, { ...calls, period: '2023', status: 'LIMITED', reason });
    const hidden = { status: 'NOT_AVAILABLE', gap: 'NOT_RELEASED', judgement: null, current: null };
    expect(await progress(ofCalls, publicCaller)).toMatchObject(hidden);
    const editor = {
      actor: 'e',
      role: 'municipal-editor',
      organizations: [body.hamilton],
    } as const;
    expect(await progress(ofCalls, editor)).toMatchObject({
      status: 'LIMITED',
      computedStatus: 'SUBSTANTIAL',
      judgement: { reason: { en: reason.en }, actor: null },
    });
  });
});

describe('a judgment', () => {
  const at = { ...severity, period: '2023' };

  test('stands in place of the computed status until it is withdrawn', async () => {
    const { position } = await hub.record(judgeProgress, { ...at, status: 'LIMITED', reason });
    const judged = {
      status: 'LIMITED',
      computedStatus: 'MODERATE',
      gap: null,
      judgement: {
        status: 'LIMITED',
        reason: { en: reason.en },
        actor: administrator.actor,
        recordedAt: hub.clock.now,
      },
    };
    expect(await progress(ofSeverity)).toMatchObject(judged);
    expect(await progress(ofSeverity, publicCaller)).toMatchObject({ judgement: { actor: null } });
    await hub.record(withdrawProgressJudgement, { ...at, reason });
    expect(await progress(ofSeverity)).toMatchObject({ status: 'MODERATE', judgement: null });
    const then = `${ofSeverity}, asOf: { position: "${position}" }`;
    expect(await progress(then)).toMatchObject(judged);
  });

  test('recorded in error is none', async () => {
    const { stream, revision } = (
      await hub.record(judgeProgress, { ...at, status: 'DETERIORATION', reason })
    ).events[0] as { stream: string; revision: number };
    expect(await progress(ofSeverity)).toMatchObject({ status: 'DETERIORATION' });
    await hub.record(markRecordedInError, { stream, revision, reason });
    expect(await progress(ofSeverity)).toMatchObject({ status: 'MODERATE', judgement: null });
  });

  test('does not outlive the value it was given for', async () => {
    await hub.record(judgeProgress, { ...at, status: 'LIMITED', reason });
    await hub.record(recordPublishedObservation, { ...severity, period: '2024', value: '49' });
    expect(await progress(ofSeverity)).toMatchObject({
      status: 'TARGET_ACHIEVED',
      current: { period: '2024' },
      judgement: null,
    });
  });

  test('is possible where nothing can be computed', async () => {
    const canada = { ...severity, area: '01', period: '2023' };
    await hub.record(judgeProgress, { ...canada, status: 'SUBSTANTIAL', reason });
    expect(await progress(`${ofSeverity}, area: "01"`)).toMatchObject({
      status: 'SUBSTANTIAL',
      computedStatus: 'NOT_AVAILABLE',
      gap: 'TOO_FEW_VALUES',
      baseline: null,
      current: null,
    });
  });
});

describe('progress across a break', () => {
  test('is not computed from a baseline that lies before it', async () => {
    await hub.record(recordPublishedObservation, {
      ...severity,
      period: '2022',
      value: '62',
      flags: ['BREAK'],
    });
    expect(await progress(ofSeverity)).toMatchObject({
      status: 'TARGET_ACHIEVED',
      ratio: null,
      observedGrowth: null,
      gap: null,
    });
    await hub.record(setProgressRule, { indicator: severity.indicator, baselinePeriod: '2015' });
    expect(await progress(ofSeverity)).toMatchObject({
      status: 'NOT_AVAILABLE',
      gap: 'BREAK',
      ratio: null,
      baseline: { period: '2016' },
      current: { period: '2024' },
    });
    await hub.record(setProgressRule, { indicator: severity.indicator });
    expect(await progress(ofSeverity)).toMatchObject({
      gap: null,
      baseline: { period: '2022', value: '62.00' },
    });
  });

  test('begins anew with another definition, which has no rule yet', async () => {
    await hub.record(setProgressRule, { indicator: severity.indicator, tolerance: '2' });
    await hub.record(reviseIndicator, {
      indicator: severity.indicator,
      ...definitions['crime-severity-index'],
      direction: 'NONE',
      comparability: 'BREAK',
      reason,
    });
    expect(await progress(ofSeverity)).toMatchObject({
      status: 'NOT_AVAILABLE',
      gap: 'NO_DIRECTION',
      direction: 'NONE',
      tolerance: null,
    });
  });
});
