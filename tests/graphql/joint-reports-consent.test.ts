import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../src/domain/authority.js';
import { callers, kincardine, openTerms, openUp, shareWithFirstNation } from './consent-town.js';
import { queryHub, type QueryHub } from './query-hub.js';

let hub: QueryHub;
beforeEach(async () => {
  hub = await queryHub();
  await shareWithFirstNation(hub);
});
afterEach(() => hub.close());

const joint = async (caller: Caller): Promise<unknown> => {
  const { reportingCycle } = await hub.read<{
    reportingCycle: { readonly jointReports: unknown };
  }>(
    '{ reportingCycle(id: "cycle-2023") { jointReports { state waitingFor { code } } } }',
    {},
    { caller },
  );
  return reportingCycle.jointReports;
};

describe('a First Nation that shows its numbers', () => {
  it('but not its part in plans is not told to be reporting with others', async () => {
    await openUp(hub, { ...openTerms, plans: false });
    expect(await joint(callers.neighbour)).toEqual([]);
    expect(await joint(callers.analyst)).toEqual([]);
    expect(await joint(callers.itself)).not.toEqual([]);
  });

  it('and its part in plans is waited for, and waits, like any other body', async () => {
    await openUp(hub, openTerms);
    const waiting = [{ state: 'DRAFT', waitingFor: [{ code: kincardine }] }];
    expect(await joint(callers.neighbour)).toEqual(waiting);
    expect(await joint(callers.analyst)).toEqual(waiting);
  });
});
