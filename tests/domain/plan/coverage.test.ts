import { describe, expect, it } from '@jest/globals';
import { coverageOf, type CoveredPlan } from '../../../src/domain/plan/coverage.js';

const strategy = (id: string, changes: object = {}) => ({
  id,
  area: 'PREVENTION' as const,
  sectors: ['police'],
  risks: ['risk-1'],
  retired: false,
  ...changes,
});
const commitment = (id: string, strategyId: string, status: string, reports = 0) => ({
  id,
  strategyId,
  status,
  progress: Array.from({ length: reports }),
});
const covered = (changes: Partial<CoveredPlan> = {}, plan: object = {}): CoveredPlan => ({
  plan: {
    id: 'plan-1',
    risks: [
      { id: 'risk-1', code: 'homelessness', rank: 1 },
      { id: 'risk-2', code: 'drug-use' },
    ],
    strategies: [strategy('strategy-1')],
    ...plan,
  },
  commitments: [],
  measures: [],
  ...changes,
});
const at = (id: string) => ({ planId: 'plan-1', id });

describe('what coverage finds missing', () => {
  it('strategies within which nothing is undertaken, or nothing any more', () => {
    const strategies = [
      strategy('bare'),
      strategy('given-up'),
      strategy('kept'),
      strategy('retired', { retired: true }),
    ];
    const commitments = [
      commitment('a', 'given-up', 'WITHDRAWN'),
      commitment('b', 'kept', 'FULFILLED'),
    ];
    const { strategiesWithoutCommitments } = coverageOf([covered({ commitments }, { strategies })]);
    expect(strategiesWithoutCommitments).toEqual([at('bare'), at('given-up')]);
  });

  it('commitments that stand and were never reported on', () => {
    const commitments = [
      commitment('silent', 'strategy-1', 'ACTIVE'),
      commitment('reported', 'strategy-1', 'ACTIVE', 1),
      commitment('closed', 'strategy-1', 'FULFILLED'),
    ];
    expect(coverageOf([covered({ commitments })]).commitmentsWithoutProgress).toEqual([
      at('silent'),
    ]);
  });

  it('priority risks that nothing but work done is measured of', () => {
    const measured = (level: string, retired = false) =>
      coverageOf([covered({ measures: [{ level, riskId: 'risk-1', retired }] })])
        .risksWithoutOutcomes;
    expect(measured('OUTPUT')).toEqual([at('risk-1')]);
    expect(measured('LONG_TERM', true)).toEqual([at('risk-1')]);
    expect(measured('INTERMEDIATE')).toEqual([]);
  });

  it('areas in which no strategy that is followed meets a priority risk', () => {
    const strategies = [
      strategy('strategy-1'),
      strategy('old', { area: 'RISK_INTERVENTION', retired: true }),
      strategy('other', { area: 'INCIDENT_RESPONSE', risks: ['risk-2'] }),
    ];
    const { gaps } = coverageOf([covered({}, { strategies }), covered({}, { id: 'plan-2' })]);
    expect(gaps.map(({ area, plans }) => [area, plans])).toEqual([
      ['SOCIAL_DEVELOPMENT', 2],
      ['RISK_INTERVENTION', 2],
      ['INCIDENT_RESPONSE', 2],
    ]);
  });
});
