import { describe, expect, it } from '@jest/globals';
import { progressOf, type GrowthGap } from '../../../src/domain/indicator/progress.js';

describe('progress', () => {
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

  it('of the worked examples is what the documentation says', () => {
    const poverty = progressOf({
      direction: 'LOWER',
      baseline: { year: 2015, value: '14.5' },
      current: { year: 2023, value: '10.4' },
      target: { year: 2030, value: '7.25' },
    });
    expect(poverty).toMatchObject({ status: 'MODERATE', ratio: '0.901089954698' });
    expect(poverty.observedGrowth).toMatch(/^-0\.04069[12]/);
    expect(poverty.requiredGrowth).toMatch(/^-0\.045158/);
    const mobile = progressOf({
      direction: 'HIGHER',
      baseline: { year: 2015, value: '97.4' },
      current: { year: 2022, value: '99.7' },
      limit: '100',
    });
    expect(mobile.status).toBe('SUBSTANTIAL');
    expect(mobile.cutOffs?.substantial).toMatch(/^0\.001655/);
    expect(mobile.cutOffs?.moderate).toMatch(/^0\.000551/);
  });

  const last = (value: string) => ({ year: 2023, value });
  const coverage = { year: 2022, value: '97.4' };

  it('is asked less of a series that began near a limit it cannot pass', () => {
    const asked = { direction: 'HIGHER', baseline: coverage, current: last('97.8') } as const;
    expect(progressOf(asked).status).toBe('LIMITED');
    const near = progressOf({ ...asked, limit: '100' });
    // 1 - 0.974 ^ 4.44 = 0.11036…
    expect(near).toMatchObject({ status: 'SUBSTANTIAL', ratio: progressOf(asked).ratio });
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
    const asked = { direction: 'HIGHER', baseline: coverage, current: last('97.5') } as const;
    const target = { year: 2030, value: '99' };
    expect(progressOf({ ...asked, target, limit: '100' })).toEqual(
      progressOf({ ...asked, target }),
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
    const asked = {
      direction: 'HIGHER',
      baseline: last('100'),
      current: { year: 2024, value: '102' },
    };
    const withoutTarget = { substantial: '0.03', moderate: '0.02' };
    const own = progressOf({ ...asked, direction: 'HIGHER', cutOffs: { withoutTarget } });
    expect(own).toMatchObject({ status: 'MODERATE', cutOffs: withoutTarget });
  });
});
