import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { demoCommands, loadDemo } from '../../../src/adapters/demo/load-demo.js';
import type { StoredEvent } from '../../../src/domain/event.js';
import { commandDesk } from '../../support/command-desk.js';

const data = fileURLToPath(new URL('../../../data', import.meta.url));

describe('the demonstration', () => {
  const desk = commandDesk();
  desk.clock.now = '2026-11-23T15:00:00.000Z';
  let events: readonly StoredEvent[];
  const ofType = (type: string) => events.filter((event) => event.type === type);

  beforeAll(async () => {
    await loadDemo(desk.execute, data);
    events = await desk.everything();
  });

  it('registers the 444 municipalities with their duties', () => {
    const kinds = ofType('OrganizationRegistered').map(({ data: { kind } }) => kind);
    expect(kinds.filter((kind) => kind === 'MUNICIPALITY')).toHaveLength(444);
    const duties = ofType('ObligationSet').map(({ data: { duty } }) => duty as string);
    const counts = Object.groupBy(duties, (duty) => duty);
    expect(counts['REQUIRED']).toHaveLength(372);
    expect(counts['COVERED_THROUGH_UPPER_TIER']).toHaveLength(49);
    expect(counts['NOT_REQUIRED']).toHaveLength(23);
  });

  it('keeps what the census suppressed apart from what it lacks in part', () => {
    const housing = ofType('ObservationRecorded').filter(
      ({ data: { indicator } }) => indicator === 'housing-cost-burden',
    );
    expect(housing).toHaveLength(414);
    const statuses = housing.map(({ data: { status } }) => status);
    expect(statuses.filter((status) => status === 'SUPPRESSED_AT_SOURCE')).toHaveLength(14);
    const partial = housing.filter(({ data: { flags } }) => String(flags) === 'PARTIAL');
    expect(partial).toHaveLength(99);
    expect(partial.every(({ data: { missingUnits } }) => missingUnits !== undefined)).toBe(true);
  });

  it('records what the later vintage of the crime severity index changed as revisions', () => {
    const corrected = ofType('ObservationCorrected').filter(
      ({ data: { indicator } }) => indicator === 'crime-severity-index',
    );
    const changes = corrected.map(({ data: { period, value } }) => [period, value]);
    expect(changes.toSorted()).toEqual([
      ['2022', '78.74'],
      ['2023', '81.27'],
      ['2024', '78.84'],
    ]);
  });

  it('sets the published baselines, targets and limits of the catalogue', () => {
    const rules = ofType('ProgressRuleSet').map((event) => [event.stream, event.data] as const);
    expect(rules).toHaveLength(32);
    const of = new Map(rules);
    expect(of.get('indicator-cif_3_13_1')).toMatchObject({
      baselinePeriod: '2016',
      target: { period: '2028', value: '10' },
    });
    expect(of.get('indicator-cif_9_4_1')).toMatchObject({ baselinePeriod: '2015', limit: '100' });
    expect(of.get('indicator-cif_9_4_1')?.['target']).toBeUndefined();
  });

  it('opens a single-tier, a joint and a regional plan with strategies in all four areas', () => {
    const plans = ofType('PlanOpened');
    expect(plans.map(({ data: { bodies } }) => (bodies as unknown[]).length)).toEqual([1, 8, 1]);
    expect(plans.every(({ data: { demonstration } }) => demonstration)).toBe(true);
    for (const { stream } of plans) {
      const strategies = ofType('StrategyAdopted').filter((event) => event.stream === stream);
      expect(new Set(strategies.map(({ data: { area } }) => area)).size).toBe(4);
      expect(ofType('PlanPublished').some((event) => event.stream === stream)).toBe(true);
    }
  });

  it('shows commitments with resources and with milestones reached, late and still to come', () => {
    expect(ofType('CommitmentResourcePledged').map(({ data: { kind } }) => kind)).toEqual([
      'FUNDING',
      'STAFF',
    ]);
    const reached = new Map(
      ofType('CommitmentMilestoneReached').map((event) => [event.data['milestoneId'], event.data]),
    );
    const days = ofType('CommitmentMilestoneSet').map(({ data: { milestoneId, dueOn } }) => [
      dueOn,
      reached.get(milestoneId)?.['reachedOn'],
    ]);
    expect(days).toEqual([
      ['2023-03-31', '2023-03-17'],
      ['2024-06-28', '2024-06-28'],
      ['2025-12-31', undefined],
      ['2024-04-30', '2024-05-13'],
      ['2025-04-30', undefined],
      ['2023-12-29', '2023-12-15'],
    ]);
  });

  it('opens a reporting cycle in which nobody has reported yet', () => {
    expect(ofType('CycleOpened').map(({ stream }) => stream)).toEqual(['cycle-2026_q1']);
    expect(ofType('SubmissionFiled')).toEqual([]);
  });

  it('consists of as many commands as its progress says, and repeats without writing', async () => {
    const head = await desk.log.head();
    expect(await loadDemo(desk.execute, data)).toBe(demoCommands);
    expect(await desk.log.head()).toBe(head);
  });
});
