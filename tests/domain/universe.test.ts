import { describe, expect, it } from '@jest/globals';
import { periodOf } from '../../src/domain/period.js';
import { isExpected, type Member } from '../../src/domain/universe.js';

const hamilton: Member = {
  code: '3525005',
  kind: 'MUNICIPALITY',
  tier: 'SINGLE',
  obligations: [{ duty: 'REQUIRED', from: '2019-01-01' }],
};
const durham: Member = { ...hamilton, code: '3518', tier: 'UPPER' };
const ajax: Member = {
  ...hamilton,
  code: '3518005',
  tier: 'LOWER',
  obligations: [{ duty: 'COVERED_THROUGH_UPPER_TIER', from: '2019-01-01' }],
};
const in2021 = periodOf('2021');

describe('the bodies expected to report', () => {
  it('are the single and lower tiers where an indicator covers the municipalities', () => {
    const set = { kind: 'MUNICIPALITIES' } as const;
    expect([hamilton, durham, ajax].map((body) => isExpected(set, body, in2021))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('are those that must plan where an indicator covers the obliged', () => {
    const set = { kind: 'OBLIGED' } as const;
    expect([hamilton, durham, ajax].map((body) => isExpected(set, body, in2021))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('are those listed, and no other', () => {
    const set = { kind: 'LISTED' as const, bodies: ['3518'] };
    expect([hamilton, durham].map((body) => isExpected(set, body, in2021))).toEqual([false, true]);
  });

  it('exist on the last day of the period', () => {
    const set = { kind: 'MUNICIPALITIES' } as const;
    const merged = { ...hamilton, endedOn: '2021-12-31' };
    expect(isExpected(set, merged, in2021)).toBe(false);
    expect(isExpected(set, merged, periodOf('2020'))).toBe(true);
    const born = { ...hamilton, existsFrom: '2021-12-31' };
    expect(isExpected(set, born, in2021)).toBe(true);
    expect(isExpected(set, born, periodOf('2021-Q3'))).toBe(false);
  });

  it('follow the duty in force at the end of the period', () => {
    const set = { kind: 'OBLIGED' } as const;
    const changed: Member = {
      ...hamilton,
      obligations: [
        { duty: 'REQUIRED', from: '2019-01-01' },
        { duty: 'NOT_REQUIRED', from: '2022-01-01' },
      ],
    };
    expect(isExpected(set, changed, in2021)).toBe(true);
    expect(isExpected(set, changed, periodOf('2022'))).toBe(false);
    expect(isExpected(set, changed, periodOf('2010'))).toBe(true);
  });
});
