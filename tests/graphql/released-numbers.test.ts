import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicCaller, type Caller } from '../../src/domain/authority.js';
import { administrator } from '../support/command-desk.js';
import { numbers } from './query-numbers.js';
import { body } from './query-town.js';
import type { QueryHub } from './query-hub.js';

const editor = (...organizations: string[]): Caller => ({
  actor: 'editor',
  role: 'municipal-editor',
  organizations,
});

let hub: QueryHub;
beforeAll(async () => {
  ({ hub } = await numbers());
});
afterAll(() => hub.close());

async function outcome(args: string, caller: Caller) {
  const source = `{ provinceOutcome(${args}) { value numerator absence
    completeness { bodiesReporting } } }`;
  return (await hub.read<{ provinceOutcome: object }>(source, {}, { caller })).provinceOutcome;
}

type Row = { organization: { code: string }; value: string | null; absence: string | null };
type Rows = { outcomesByBody: { edges: readonly { node: Row }[] } };

describe('a number that is not released', () => {
  const calls = 'indicator: "calls-for-service", period: "2023"';
  const analyst: Caller = { actor: 'a', role: 'ministry-analyst', organizations: ['solgen'] };
  const researcher: Caller = { actor: 'r', role: 'researcher', organizations: [body.hamilton] };

  test('of the province is for the ministry', async () => {
    for (const caller of [analyst, administrator])
      expect(await outcome(calls, caller)).toMatchObject({ value: '1200', absence: null });
    for (const caller of [publicCaller, researcher, editor(body.hamilton)])
      expect(await outcome(calls, caller)).toMatchObject({
        value: null,
        numerator: null,
        absence: 'NOT_RELEASED',
        completeness: { bodiesReporting: 2 },
      });
  });

  const rows = async (caller: Caller) => {
    const source = `{ outcomesByBody(indicator: "calls-for-service", period: "2023", first: 9) {
      totalCount edges { node { organization { code } value absence status review flags } } } }`;
    const { outcomesByBody } = await hub.read<Rows>(source, {}, { caller });
    return outcomesByBody.edges.map(({ node }) => [
      node.organization.code,
      node.value,
      node.absence,
    ]);
  };

  test('of a body is for the body itself and the ministry; every expected body is there', async () => {
    const others = [
      [body.mississauga, null, 'NO_REPORTS'],
      [body.hamilton, '1200', null],
      [body.cockburnIsland, null, 'NO_REPORTS'],
    ];
    const ottawa = (value: string | null, absence: string | null) => [body.ottawa, value, absence];
    expect(await rows(analyst)).toEqual([ottawa('0', null), ...others]);
    expect(await rows(editor(body.hamilton))).toEqual([ottawa(null, 'NOT_RELEASED'), ...others]);
    others[1] = [body.hamilton, null, 'NOT_RELEASED'];
    expect(await rows(publicCaller)).toEqual([ottawa(null, 'NOT_RELEASED'), ...others]);
    expect(await rows(researcher)).toEqual([ottawa(null, 'NOT_RELEASED'), ...others]);
  });

  test('leaves no trace in a series either', async () => {
    const source = `{ mine: outcomeSeries(indicator: "calls-for-service",
        organization: "3525005") { points { value absence status } progress { status } }
      province: outcomeSeries(indicator: "calls-for-service") { points { value absence } } }`;
    const hidden = [{ value: null, absence: 'NOT_RELEASED' }];
    const asPublic = await hub.ask(source);
    expect(asPublic.data).toMatchObject({
      mine: { points: [{ ...hidden[0], status: 'REPORTED' }] },
      province: { points: hidden },
    });
    const asEditor = await hub.ask(source, {}, { caller: editor(body.hamilton) });
    expect(asEditor.data).toMatchObject({
      mine: { points: [{ value: '1200', absence: null }] },
      province: { points: hidden },
    });
  });
});
