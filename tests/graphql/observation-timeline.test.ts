import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../src/domain/authority.js';
import { approver } from '../support/command-desk.js';
import type { QueryHub } from './query-hub.js';
import { numbers } from './query-numbers.js';
import { body } from './query-town.js';

let hub: QueryHub;
beforeAll(async () => {
  ({ hub } = await numbers());
});
afterAll(() => hub.close());

type Entry = { readonly sentence: string; readonly reason: { readonly en: string } | null };
type Data = { observationTimeline: { edges: readonly { node: Entry }[] } | null };

async function timeline(args: string, caller: Caller = publicCaller) {
  const source = `{ observationTimeline(${args}) { edges { node { sentence reason { en } } } } }`;
  const { data, errors } = await hub.ask<Data>(source, {}, { caller });
  const entries = data?.observationTimeline?.edges.map(({ node }) => node);
  return { entries, refused: errors?.[0]?.extensions };
}

describe('the timeline of a number', () => {
  test('tells each version, with the reason of a correction', async () => {
    const { entries } = await timeline('indicator: "crime-severity-index", area: "01"');
    expect(entries).toEqual([
      { sentence: expect.stringContaining('77.89'), reason: null },
      { sentence: expect.stringContaining('78.84'), reason: { en: 'Revised by its source' } },
    ]);
  });

  test('of a body is read page by page', async () => {
    const hamilton = 'indicator: "housing-cost-burden", organization: "3525005", first: 2';
    expect((await timeline(hamilton)).entries).toHaveLength(2);
  });

  test('is for those who may read the number', async () => {
    const hamilton = 'indicator: "calls-for-service", organization: "3525005"';
    expect((await timeline(hamilton, approver(body.hamilton))).entries).toHaveLength(1);
    const denied = await timeline(hamilton, approver(body.ottawa));
    expect(denied.refused).toEqual({ code: 'FORBIDDEN', reason: 'not-permitted' });
    const asPublic = await timeline(hamilton);
    expect(asPublic.refused).toEqual({
      code: 'UNAUTHENTICATED',
      reason: 'authentication-required',
    });
  });

  test('is empty where nothing was recorded', async () => {
    const none = 'indicator: "housing-cost-burden", organization: "3521005"';
    expect((await timeline(none)).entries).toEqual([]);
  });
});
