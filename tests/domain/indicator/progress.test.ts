import { describe, expect, it } from '@jest/globals';
import {
  progressOf,
  type GrowthGap,
  type ProgressQuestion,
  type ProgressStatus,
} from '../../../src/domain/indicator/progress.js';

type Published = {
  readonly indicator: string;
  readonly direction: 'HIGHER' | 'LOWER';
  readonly baseline: readonly [number, string];
  readonly current: readonly [number, string];
  readonly target?: readonly [number, string];
  readonly ratio: number;
  readonly status: ProgressStatus;
};

const at = ([year, value]: readonly [number, string]) => ({ year, value });

const question = ({ direction, baseline, current, target }: Published): ProgressQuestion => ({
  direction,
  baseline: at(baseline),
  current: at(current),
  target: target && at(target),
});

// Inputs and results as Statistics Canada publishes them for the Canadian Indicator Framework.
const published: readonly Published[] = [
  {
    indicator: '1.1.1 poverty rate',
    direction: 'LOWER',
    baseline: [2015, '14.5'],
    current: [2023, '10.4'],
    target: [2030, '7.25'],
    ratio: 0.9010899546976208,
    status: 'MODERATE',
  },
  {
    indicator: '11.1.1 chronic homelessness',
    direction: 'LOWER',
    baseline: [2016, '26866'],
    current: [2024, '36058'],
    target: [2028, '13433'],
    ratio: -0.6675781357974336,
    status: 'DETERIORATION',
  },
  {
    indicator: '11.5.1 sustainable commuting',
    direction: 'HIGHER',
    baseline: [2016, '19.3'],
    current: [2021, '13.9'],
    target: [2030, '22.0'],
    ratio: -6.76154243963871,
    status: 'DETERIORATION',
  },
  {
    indicator: '12.1.1 zero-emission vehicles',
    direction: 'HIGHER',
    baseline: [2015, '0.37'],
    current: [2025, '9.53'],
    target: [2030, '60'],
    ratio: 0.9504069883014249,
    status: 'SUBSTANTIAL',
  },
  {
    indicator: '6.1.1 drinking water advisories',
    direction: 'LOWER',
    baseline: [2015, '103'],
    current: [2023, '29'],
    target: [2030, '0.1'],
    ratio: 0.3956861571147466,
    status: 'LIMITED',
  },
  {
    indicator: '3.9.1 meningitis vaccination',
    direction: 'HIGHER',
    baseline: [2015, '87.8'],
    current: [2021, '90.5'],
    target: [2025, '95'],
    ratio: 0.6395836985040276,
    status: 'MODERATE',
  },
  {
    indicator: '16.5.1 time to complete court cases, without a target',
    direction: 'LOWER',
    baseline: [2015, '126'],
    current: [2023, '189'],
    ratio: -0.05198950550864412,
    status: 'DETERIORATION',
  },
  {
    indicator: '3.10.1 ischemic heart disease, without a target',
    direction: 'LOWER',
    baseline: [2015, '630'],
    current: [2022, '553'],
    ratio: 0.01845077808371265,
    status: 'SUBSTANTIAL',
  },
  {
    indicator: '7.3.1 energy use per person, without a target',
    direction: 'LOWER',
    baseline: [2015, '0.23'],
    current: [2024, '0.21'],
    ratio: 0.010057061463150552,
    status: 'MODERATE',
  },
  {
    indicator: '1.3.1 household debt, without a target',
    direction: 'LOWER',
    baseline: [2015, '178.8'],
    current: [2025, '173.3'],
    ratio: 0.003119490847657058,
    status: 'LIMITED',
  },
  {
    indicator: '16.1.1 safety after dark, without a change',
    direction: 'HIGHER',
    baseline: [2021, '79'],
    current: [2022, '79'],
    ratio: 0,
    status: 'LIMITED',
  },
];

describe('progress', () => {
  it.each(published)('of $indicator is what its publisher computed', (row) => {
    const { status, ratio } = progressOf(question(row));
    expect(status).toBe(row.status);
    expect(Math.abs(Number(ratio) - row.ratio)).toBeLessThan(1e-9);
  });

  const baseline = { year: 2015, value: '20' };
  const current = { year: 2023, value: '10' };

  it('counts from each cut-off on', () => {
    const afterOneYear = (value: string, target?: string) =>
      progressOf({
        direction: 'HIGHER',
        baseline: { year: 2022, value: '1000' },
        current: { year: 2023, value },
        ...(target !== undefined && { target: { year: 2023, value: target } }),
      }).status;
    expect(afterOneYear('1015')).toBe('SUBSTANTIAL');
    expect(afterOneYear('1014.9')).toBe('MODERATE');
    expect(afterOneYear('1005')).toBe('MODERATE');
    expect(afterOneYear('1004.9')).toBe('LIMITED');
    expect(afterOneYear('999.9')).toBe('DETERIORATION');
    expect(afterOneYear('1095', '1100')).toBe('SUBSTANTIAL');
    expect(afterOneYear('1094.9', '1100')).toBe('MODERATE');
    expect(afterOneYear('1060', '1100')).toBe('MODERATE');
    expect(afterOneYear('1059.9', '1100')).toBe('LIMITED');
    expect(afterOneYear('1100', '1100')).toBe('TARGET_ACHIEVED');
  });

  it('is an achieved target from the value aimed at on, however it was reached', () => {
    const target = { year: 2030, value: '10' };
    const reached = progressOf({ direction: 'LOWER', baseline, current, target });
    expect(reached.status).toBe('TARGET_ACHIEVED');
    const fromZero = { year: 2015, value: '0' };
    const started = { direction: 'HIGHER', baseline: fromZero, current, target } as const;
    expect(progressOf(started)).toMatchObject({
      status: 'TARGET_ACHIEVED',
      ratio: null,
      gap: null,
    });
    expect(progressOf({ ...started, current: { year: 2023, value: '9.99' } }).status).toBe(
      'NOT_AVAILABLE',
    );
  });

  it('aims at a thousandth where the target is zero', () => {
    const zero = { year: 2030, value: '0' };
    const thousandth = { year: 2030, value: '0.001' };
    const towards = (target: typeof zero) =>
      progressOf({ direction: 'LOWER', baseline, current, target });
    expect(towards(zero)).toEqual(towards(thousandth));
    expect(towards(zero).status).toBe('LIMITED');
  });

  const notAvailable = (gap: GrowthGap) =>
    expect.objectContaining({ status: 'NOT_AVAILABLE', ratio: null, gap });

  it('cannot be told without a direction, a baseline or a later value', () => {
    expect(progressOf({ direction: 'NONE', baseline, current })).toEqual(
      notAvailable('NO_DIRECTION'),
    );
    expect(progressOf({ direction: 'LOWER', current })).toEqual(notAvailable('TOO_FEW_VALUES'));
    expect(progressOf({ direction: 'LOWER', baseline })).toEqual(notAvailable('TOO_FEW_VALUES'));
    for (const year of [2014, 2015])
      expect(progressOf({ direction: 'LOWER', baseline, current: { year, value: '10' } })).toEqual(
        notAvailable('WITHIN_ONE_YEAR'),
      );
  });

  it('is undefined from a baseline of zero or less, and for a value below zero', () => {
    for (const value of ['0', '-3'])
      expect(progressOf({ direction: 'LOWER', baseline: { year: 2015, value }, current })).toEqual(
        notAvailable('BASELINE_NOT_POSITIVE'),
      );
    const below = { year: 2023, value: '-1' };
    expect(progressOf({ direction: 'LOWER', baseline, current: below })).toEqual(
      notAvailable('VALUE_NEGATIVE'),
    );
  });

  it('cannot be told towards a target that no growth leads to', () => {
    for (const target of [
      { year: 2015, value: '5' },
      { year: 2030, value: '-5' },
    ])
      expect(progressOf({ direction: 'LOWER', baseline, current, target })).toEqual(
        notAvailable('TARGET_WITHOUT_GROWTH'),
      );
    const unchanged = { year: 2030, value: '20' };
    const worse = { year: 2023, value: '25' };
    expect(progressOf({ direction: 'LOWER', baseline, current: worse, target: unchanged })).toEqual(
      notAvailable('TARGET_WITHOUT_GROWTH'),
    );
  });

  it('says everything it was computed from', () => {
    const target = { year: 2031, value: '5' };
    expect(progressOf({ direction: 'LOWER', baseline, current, target })).toEqual({
      status: 'SUBSTANTIAL',
      ratio: '1.000000000000',
      gap: null,
      years: 8,
      observedGrowth: '-0.082995956795',
      requiredGrowth: '-0.082995956795',
      cutOffs: { substantial: '0.95', moderate: '0.6' },
    });
  });

  const last = (value: string) => ({ year: 2023, value });
  const coverage = { year: 2022, value: '97.4' };

  it('is asked less of a series that began near a limit it cannot pass', () => {
    const question = { direction: 'HIGHER', baseline: coverage, current: last('97.8') } as const;
    expect(progressOf(question).status).toBe('LIMITED');
    const near = progressOf({ ...question, limit: '100' });
    // 1 - 0.974 ^ 4.44 = 0.11036…
    expect(near).toMatchObject({ status: 'SUBSTANTIAL', ratio: progressOf(question).ratio });
    expect(near.cutOffs?.substantial).toMatch(/^0\.00165/);
    expect(near.cutOffs?.moderate).toMatch(/^0\.00055/);
  });

  it('asks nothing but to hold on at the limit, and everything far from it', () => {
    const held = { direction: 'HIGHER', baseline: { ...coverage, value: '100' } } as const;
    const holding = progressOf({ ...held, current: last('100'), limit: '100' });
    expect(holding.status).toBe('SUBSTANTIAL');
    const lost = progressOf({ ...held, current: last('99.9'), limit: '100' });
    expect(lost.status).toBe('DETERIORATION');
    for (const limit of ['0', '48.7']) {
      const far = progressOf({
        direction: 'LOWER',
        baseline: coverage,
        current: last('96'),
        limit,
      });
      expect(far.cutOffs).toEqual({ substantial: expect.anything(), moderate: expect.anything() });
      expect(Number(far.cutOffs?.substantial)).toBe(0.015);
    }
  });

  it('counts no limit where there is a target', () => {
    const question = { direction: 'HIGHER', baseline: coverage, current: last('97.5') } as const;
    const target = { year: 2030, value: '99' };
    expect(progressOf({ ...question, target, limit: '100' })).toEqual(
      progressOf({ ...question, target }),
    );
  });

  it('is limited, never deterioration, for a change within the tolerance', () => {
    const from = { direction: 'LOWER', baseline: { year: 2022, value: '20' } } as const;
    const with1 = (value: string) => progressOf({ ...from, current: last(value), tolerance: '1' });
    expect(progressOf({ ...from, current: last('21') }).status).toBe('DETERIORATION');
    for (const value of ['19', '20', '21']) expect(with1(value).status).toBe('LIMITED');
    expect(with1('21.01').status).toBe('DETERIORATION');
    expect(with1('18.99').status).toBe('SUBSTANTIAL');
    expect(with1('21').ratio).toBe('-0.050000000000');
  });

  it('follows the cut-offs an indicator has of its own', () => {
    const question = {
      direction: 'HIGHER',
      baseline: last('100'),
      current: { year: 2024, value: '102' },
    };
    const withoutTarget = { substantial: '0.03', moderate: '0.02' };
    const own = progressOf({ ...question, direction: 'HIGHER', cutOffs: { withoutTarget } });
    expect(own).toMatchObject({ status: 'MODERATE', cutOffs: withoutTarget });
  });
});
