import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineArea } from '../../src/domain/area/commands.js';
import { defineIndicator, reviseIndicator } from '../../src/domain/indicator/commands.js';
import { recordPublishedObservation } from '../../src/domain/observation/commands.js';
import {
  registerOrganization,
  succeedOrganization,
} from '../../src/domain/organization/commands.js';
import { housingCostBurden } from '../domain/indicator/definitions.js';
import { approver } from '../support/command-desk.js';
import { body } from './query-town.js';
import { calls, rollupHub, verdicts, type Rolled, type RollupHub } from './rollup-hub.js';

let hub: RollupHub;
beforeAll(async () => {
  hub = await rollupHub();
});
afterAll(() => hub.close());

describe('an area that reports', () => {
  it('takes the place of its municipalities, and is refused beside one that it crosses', async () => {
    await hub.record(defineArea, {
      code: 'district-police',
      kind: 'POLICE_SERVICE',
      name: { en: 'Hamilton and district police' },
      from: '2000-01-01',
      members: [body.hamilton],
      crosses: [body.ottawa],
      method: 'source-crosswalk',
      source: { en: 'Crosswalk' },
    } as never);
    await hub.record(defineIndicator, {
      key: 'incidents',
      ...calls,
      periodKind: 'YEAR',
      universe: {
        kind: 'LISTED',
        bodies: [body.hamilton, body.ottawa, body.cockburnIsland],
        areas: ['district-police'],
      },
    });
    const year = () => hub.rolledUp('indicator: "incidents", period: "2023"');
    await hub.record(recordPublishedObservation, {
      indicator: 'incidents',
      area: 'district-police',
      period: '2023',
      value: '50',
    } as never);
    await hub.report('incidents', body.hamilton, '2023', { value: '40' });
    await hub.report('incidents', body.cockburnIsland, '2023', { value: '0' });
    const resolved = await year();
    expect(resolved).toMatchObject({ value: '50' });
    expect(verdicts(resolved)).toEqual({
      'district-police': 'COUNTED',
      [body.hamilton]: 'STANDS_ASIDE',
      [body.ottawa]: 'NOT_REPORTED',
      [body.cockburnIsland]: 'COUNTED',
    });
    await hub.report('incidents', body.ottawa, '2023', { value: '60' });
    expect(await year()).toMatchObject({ value: null, absence: 'OVERLAP' });
    const { outcomeSeries } = await hub.read<{ outcomeSeries: object }>(
      '{ outcomeSeries(indicator: "incidents") { points { period value absence } } }',
    );
    expect(outcomeSeries).toEqual({
      points: [{ period: '2023', value: null, absence: 'OVERLAP' }],
    });
  });
});

describe('a break of the definition', () => {
  it('keeps numbers of different definitions apart and reads each by its own', async () => {
    const share = {
      ...housingCostBurden,
      overTime: 'NONE' as const,
      overSpace: 'RATIO_OF_SUMS' as const,
    };
    await hub.record(defineIndicator, { key: 'burden', ...share });
    const parts = (numerator: string, denominator: string) => ({ numerator, denominator });
    await hub.report('burden', body.hamilton, '2021', parts('1', '4'));
    await hub.report('burden', body.ottawa, '2021', parts('1', '4'));
    await hub.record(reviseIndicator, {
      indicator: 'burden',
      ...share,
      factor: '1000',
      comparability: 'BREAK',
      reason: { en: 'Per thousand' },
    } as never);
    await hub.report('burden', body.cockburnIsland, '2021', parts('3', '4'));
    const before = await hub.rolledUp('indicator: "burden", period: "2021"');
    // Two bodies under the first definition stand against one under the second.
    expect(before).toMatchObject({ value: '25.00', numerator: '2', rule: { versions: [1] } });
    expect(verdicts(before)).toMatchObject({
      [body.hamilton]: 'COUNTED',
      [body.cockburnIsland]: 'OTHER_DEFINITION',
    });
    const { provinceOutcome } = await hub.read<{ provinceOutcome: object }>(
      '{ provinceOutcome(indicator: "burden", period: "2021") { value } }',
    );
    expect(provinceOutcome).toEqual({ value: '25.00' });
    await hub.report('burden', body.mississauga, '2021', parts('1', '4'));
    // Two against two: the newest definition is read.
    expect(await hub.rolledUp('indicator: "burden", period: "2021"')).toMatchObject({
      value: '500.00',
      rule: { versions: [2] },
    });
  });
});

describe('an amalgamation', () => {
  it('leaves periods before it with the boundaries they had', async () => {
    for (const [code, existsFrom] of [['9001'], ['9002'], ['9003', '2023-01-01']] as const)
      await hub.record(registerOrganization, {
        code,
        kind: 'MUNICIPALITY',
        tier: 'SINGLE',
        name: { en: code },
        ...(existsFrom && { existsFrom }),
      } as never);
    for (const organization of ['9001', '9002'])
      await hub.record(succeedOrganization, {
        organization,
        successor: '9003',
        endedOn: '2023-01-01',
      });
    await hub.report('calls', '9001', '2022-12', { value: '5' });
    await hub.report('calls', '9002', '2022-12', { value: '7' });
    await hub.report('calls', '9003', '2023-01', { value: '13' });
    const of = (period: string) =>
      hub.rolledUp(`indicator: "calls", period: "${period}", organization: "9003"`);
    const before = await of('2022-12');
    expect(before).toMatchObject({ value: '12' });
    expect(verdicts(before)).toEqual({ 9001: 'COUNTED', 9002: 'COUNTED' });
    expect(await of('2023-01')).toMatchObject({ value: '13' });
  });
});

describe('who may read', () => {
  it('sees of a guarded number only what is their own', async () => {
    await hub.record(defineIndicator, { key: 'guarded', ...calls, sensitivity: 'CELL_11' });
    await hub.report('guarded', body.hamilton, '2024-01', { value: '12' });
    const source = `{
      province: outcomeRollup(indicator: "guarded", period: "2024-01") {
        value absence units { verdict value organization { code } }
      }
      own: outcomeRollup(
        indicator: "guarded", period: "2024-01", organization: "${body.hamilton}"
      ) { value }
    }`;
    type Told = { province: Rolled; own: Rolled };
    const guest = await hub.read<Told>(source);
    expect(guest.province).toMatchObject({ value: null, absence: 'NOT_RELEASED' });
    expect(guest.province.units.every(({ value }) => value === null)).toBe(true);
    expect(guest.own.value).toBeNull();
    const clerk = await hub.read<Told>(source, {}, { caller: approver(body.hamilton) });
    expect(clerk.province.value).toBeNull();
    expect(clerk.own.value).toBe('12');
  });
});
