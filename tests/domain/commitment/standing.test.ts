import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageBucketOf, ageingOf } from '../../../src/domain/commitment/ageing.js';
import {
  standingOf,
  type CommitmentFacts,
  type CommitmentRules,
} from '../../../src/domain/commitment/standing.js';
import { addDays } from '../../../src/domain/civil-date.js';

const rules: CommitmentRules = {
  staleDays: [
    { from: '2020-01-01', amount: 180 },
    { from: '2024-07-01', amount: 90 },
  ],
};
const made: CommitmentFacts = {
  madeOn: '2024-01-10',
  dueOn: '2025-03-31',
  progress: [],
  declarations: [],
  milestones: [],
};
const status = (facts: Partial<CommitmentFacts>, on: string) => {
  const { status: stands, reason, daysLate } = standingOf({ ...made, ...facts }, rules, on);
  return { stands, reason, daysLate };
};

describe('how a commitment stands', () => {
  it('on its due day it is not late, and the day after it is late by one day', () => {
    const progress = [{ reportedOn: '2025-03-01' }];
    expect(status({ progress }, '2025-03-31').stands).toBe('ON_TRACK');
    expect(status({ progress }, '2025-04-01')).toEqual({
      stands: 'LATE',
      reason: 'past-due',
      daysLate: 1,
    });
  });

  it('counts days over 29 February', () => {
    const leap = { madeOn: '2024-01-01', dueOn: '2024-02-28' };
    expect(status(leap, '2024-03-01').daysLate).toBe(2);
  });

  it('is stale once the days of the rule in force passed without a word', () => {
    expect(status({}, '2024-06-30').stands).toBe('ON_TRACK');
    // From July 90 days are allowed, and 173 have passed.
    expect(status({}, '2024-07-01')).toMatchObject({ stands: 'STALE', reason: 'no-report' });
    expect(standingOf(made, rules, '2024-06-30').staleAfter).toBe('2024-07-08');
    const reported = { progress: [{ reportedOn: '2024-06-20' }] };
    expect(status(reported, '2024-07-01').stands).toBe('ON_TRACK');
    expect(status(reported, '2024-09-19').stands).toBe('STALE');
  });

  it('is never stale without a rule', () => {
    expect(standingOf(made, {}, '2025-03-31')).toMatchObject({
      status: 'ON_TRACK',
      staleAfter: null,
    });
  });

  it('is at risk from the day its partner says so until it says otherwise', () => {
    const declarations = [
      { outlook: 'AT_RISK' as const, declaredOn: '2024-03-01' },
      { outlook: 'ON_TRACK' as const, declaredOn: '2024-05-01' },
    ];
    expect(status({ declarations }, '2024-02-29').stands).toBe('ON_TRACK');
    expect(status({ declarations }, '2024-03-01')).toMatchObject({
      stands: 'AT_RISK',
      reason: 'declared-at-risk',
    });
    expect(status({ declarations }, '2024-05-01').stands).toBe('ON_TRACK');
  });

  it('is at risk while a milestone is missed, not once it is reached or dropped', () => {
    const milestone = { dueOn: '2024-02-01' };
    expect(status({ milestones: [milestone] }, '2024-02-01').stands).toBe('ON_TRACK');
    expect(status({ milestones: [milestone] }, '2024-02-02').reason).toBe('milestone-missed');
    for (const end of [{ reachedOn: '2024-02-10' }, { droppedOn: '2024-02-10' }]) {
      const milestones = [{ ...milestone, ...end }];
      expect(status({ milestones }, '2024-02-09').reason).toBe('milestone-missed');
      expect(status({ milestones }, '2024-02-10').reason).toBeNull();
    }
  });

  it('once kept says how late it was kept, and no longer ages', () => {
    const kept = { fulfilledOn: '2025-04-10' };
    expect(status(kept, '2027-01-01')).toEqual({
      stands: 'FULFILLED',
      reason: null,
      daysLate: 10,
    });
    expect(status(kept, '2025-04-09').stands).toBe('LATE');
    expect(status({ withdrawnOn: '2025-04-10' }, '2027-01-01').stands).toBe('WITHDRAWN');
  });
});

describe('the ageing of commitments', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2024-01-01', days));
  const facts: fc.Arbitrary<CommitmentFacts> = fc
    .record(
      { madeOn: day, dueOn: day, fulfilledOn: day, withdrawnOn: day },
      { requiredKeys: ['madeOn'] },
    )
    .map((dates) => ({ ...dates, progress: [], declarations: [], milestones: [] }));

  it('puts 30, 31, 90, 91, 180 and 181 days where they belong', () => {
    expect([0, 30, 31, 90, 91, 180, 181].map(ageBucketOf)).toEqual([
      'UP_TO_30',
      'UP_TO_30',
      'UP_TO_90',
      'UP_TO_90',
      'UP_TO_180',
      'UP_TO_180',
      'OVER_180',
    ]);
  });

  it('counts every commitment once by status, late ones and open ones once by age', () => {
    fc.assert(
      fc.property(fc.array(facts), day, (all, on) => {
        const aged = all.map((each) => ({
          standing: standingOf(each, rules, on),
          isReported: false,
        }));
        const report = ageingOf(aged);
        const sum = (counts: readonly { readonly count: number }[]) =>
          counts.reduce((total, { count }) => total + count, 0);
        const of = (name: string) =>
          report.byStatus.find((each) => each.status === name)?.count ?? 0;
        expect(sum(report.byStatus)).toBe(all.length);
        expect(sum(report.overdue)).toBe(of('LATE'));
        const open = all.length - of('FULFILLED') - of('WITHDRAWN');
        expect([sum(report.sinceHeard), report.withoutProgress]).toEqual([open, open]);
      }),
    );
  });
});
