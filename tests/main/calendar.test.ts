import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import type { HttpServer } from '../../src/adapters/http/start-http.js';
import { readConfiguration } from '../../src/main/configuration.js';
import { openHub, type Hub } from '../../src/main/open-hub.js';
import { dataFolder } from '../support/hub-process.js';

const { folder, remove } = dataFolder();
let hub: Hub;
let server: HttpServer;
let token: string;

/** Sets the clock of the hub; everything else goes on as before. */
const setClock = (instant: string): void => {
  jest.useFakeTimers({
    now: new Date(instant),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
};

beforeAll(async () => {
  const settings = { JALON_EVENT_LOG: 'memory', JALON_DATA_DIR: folder, JALON_PORT: '0' };
  const reading = readConfiguration(settings);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  setClock('2024-03-09T17:00:00.000Z');
  hub = await openHub(reading.configuration);
  server = await hub.listen(pino({ level: 'silent' }));
  const administrator = { role: 'administrator', organizations: ['solgen'] } as const;
  ({ token } = await hub.identity.issueToken({ ...administrator, validMs: 400 * 86_400_000 }));
  const town = { kind: 'MUNICIPALITY', tier: 'SINGLE' };
  const solgen = { code: 'solgen', kind: 'MINISTRY', name: { en: 'Ministry' } };
  await give('registerOrganization', solgen);
  await give('registerOrganization', { ...town, code: hamilton, name: { en: 'Hamilton' } });
});
afterAll(async () => {
  await server.stop();
  await hub.close();
  jest.useRealTimers();
  remove();
});

const hamilton = '3525005';
type Data = Readonly<Record<string, unknown>>;

async function ask(query: string, variables: object = {}, asking?: string): Promise<Data> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(asking !== undefined && { authorization: `Bearer ${asking}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: readonly object[] };
  if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(errors));
  return data;
}

let given = 0;
async function give(mutation: string, input: object, entity = ''): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) {
    ${mutation}(input: $input) { ${entity} refusals { code } }
  }`;
  const idempotencyKey = `given ${(given += 1)}`;
  const answer = (await ask(query, { input: { idempotencyKey, ...input } }, token))[mutation] as {
    readonly plan?: { readonly id: string };
    readonly refusals: readonly object[];
  };
  if (answer.refusals.length > 0) throw new Error(JSON.stringify(answer.refusals));
  return answer.plan?.id ?? '';
}

async function adoptedPlan(adoptedOn: string): Promise<string> {
  const title = { en: 'A plan', fr: 'Un plan' };
  const planId = await give('openPlan', { title, bodies: [hamilton] }, 'plan { id }');
  await give('adoptPlan', { planId, body: hamilton, adoptedOn, resolution: '2024-7' });
  return planId;
}

const hits = async (): Promise<number> => {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/lookups_total\{outcome="hit"\} (\d+)/.exec(text)?.[1] ?? 0);
};

/** What the public is told before midnight in Toronto, from memory too, and right after it. */
async function overMidnight(midnight: string, query: string) {
  setClock(new Date(Date.parse(midnight) - 1).toISOString());
  const before = await ask(query);
  const known = await hits();
  expect(await ask(query)).toEqual(before);
  expect(await hits()).toBe(known + 1);
  setClock(midnight);
  return [before, await ask(query)] as const;
}

describe('a remembered answer does not outlive its day in Toronto', () => {
  it('when a plan becomes late on the night clocks were put forward, after a leap day', async () => {
    setClock('2024-03-09T17:00:00.000Z');
    const planId = await adoptedPlan('2024-02-09');
    const clocks = `{ plan(id: "${planId}") { clocks { code status dueOn daysLate } } }`;
    const read = (status: string, daysLate: number | null) => ({
      plan: {
        clocks: [
          { code: 'publication', status, dueOn: '2024-03-10', daysLate },
          { code: 'review', status: 'DUE', dueOn: '2028-02-09', daysLate: null },
        ],
      },
    });
    expect(await overMidnight('2024-03-10T05:00:00.000Z', clocks)).toEqual([
      read('DUE', null),
      read('DUE', null),
    ]);
    // The day had 23 hours: midnight is an hour earlier in Greenwich than the night before.
    expect(await overMidnight('2024-03-11T04:00:00.000Z', clocks)).toEqual([
      read('DUE', null),
      read('LATE', 1),
    ]);
  });

  it('when the register counts those who are late, on the night clocks were put back', async () => {
    setClock('2024-10-09T16:00:00.000Z');
    const planId = await adoptedPlan('2024-10-04');
    const late = `{ statutoryClocks(first: 50, filter: { status: LATE, code: "publication" }) {
      edges { node { planId daysLate } }
    } }`;
    const [before, after] = await overMidnight('2024-11-04T05:00:00.000Z', late);
    expect(JSON.stringify(before)).not.toContain(planId);
    expect(JSON.stringify(after)).toContain(`"planId":"${planId}","daysLate":1`);
  });

  it('when a rule changes: a plan in preparation is asked for more, one adopted before is not', async () => {
    setClock('2024-03-15T16:00:00.000Z');
    const title = { en: 'A plan', fr: 'Un plan' };
    const open = await give('openPlan', { title, bodies: [hamilton] }, 'plan { id }');
    const adopted = await adoptedPlan('2024-03-01');
    const group = 'mental-health-or-addictions-services';
    const lacks = (planId: string) => `{ plan(id: "${planId}") { findings { code subject } } }`;
    const isAsked = (answers: readonly Data[]) =>
      answers.map((each) => JSON.stringify(each).includes(group));
    const midnight = '2024-04-01T04:00:00.000Z';
    expect(isAsked(await overMidnight(midnight, lacks(open)))).toEqual([false, true]);
    expect(isAsked(await overMidnight(midnight, lacks(adopted)))).toEqual([false, false]);
  });

  it('when the rules themselves are asked for; those of an earlier day stay', async () => {
    const groups = `consultations { group name { fr } }`;
    const rules = `{
      statutoryRules { on ${groups} }
      before: statutoryRules(on: "2024-03-31") { on ${groups} }
    }`;
    const [before, after] = await overMidnight('2024-04-01T04:00:00.000Z', rules);
    const counts = (answer: Data) =>
      [answer['statutoryRules'], answer['before']].map((each) => {
        const { on, consultations } = each as { on: string; consultations: readonly object[] };
        return [on, consultations.length];
      });
    expect(counts(before)).toEqual([
      ['2024-03-31', 6],
      ['2024-03-31', 6],
    ]);
    expect(counts(after)).toEqual([
      ['2024-04-01', 7],
      ['2024-03-31', 6],
    ]);
    const all = `{ statutoryRules(on: "2021-07-01") {
      firstAdoptionBy publicationDays { from amount } reviewYears { amount }
      committeeSeats { seat whereItExists } content
    } }`;
    expect(await ask(all)).toMatchObject({
      statutoryRules: {
        firstAdoptionBy: '2021-07-01',
        publicationDays: { from: '2019-01-01', amount: 30 },
        reviewYears: { amount: 4 },
        committeeSeats: expect.arrayContaining([
          { seat: 'municipality', whereItExists: false },
          { seat: 'custodial-services-to-youth', whereItExists: true },
        ]),
        content: expect.arrayContaining(['strategy-per-priority-risk']),
      },
    });
    expect(
      await ask('{ statutoryRules(on: "2018-12-31") { publicationDays { amount } } }'),
    ).toEqual({
      statutoryRules: { publicationDays: null },
    });
  });

  it('when a duty begins', async () => {
    setClock('2024-05-01T16:00:00.000Z');
    await give('setObligation', {
      organization: hamilton,
      duty: 'REQUIRED',
      from: '2024-06-01',
      rule: 'ministry-faq-question-8',
    });
    const counts = '{ obligations { required } }';
    expect(await overMidnight('2024-06-01T04:00:00.000Z', counts)).toEqual([
      { obligations: { required: 0 } },
      { obligations: { required: 1 } },
    ]);
    const required = '{ organizations(filter: { duty: REQUIRED }) { totalCount } }';
    expect(await overMidnight('2024-06-01T04:00:00.000Z', required)).toEqual([
      { organizations: { totalCount: 0 } },
      { organizations: { totalCount: 1 } },
    ]);
  });

  it('when the next version of a list begins, by which a number is broken down', async () => {
    setClock('2024-08-02T16:00:00.000Z');
    await give('defineIndicator', {
      key: 'calls',
      kind: 'COUNT_FLOW',
      name: { en: 'Calls', fr: 'Appels' },
      unit: { en: 'calls', fr: 'appels' },
      decimals: 0,
      direction: 'LOWER',
      universe: { kind: 'MUNICIPALITIES' },
      sensitivity: 'PUBLIC',
      overTime: 'SUM',
      overSpace: 'SUM',
      periodKind: 'YEAR',
      dimensions: ['genders'],
    });
    await give('recordObservation', {
      indicator: 'calls',
      organization: hamilton,
      period: '2023',
      value: '40',
    });
    await give('publishCodeListVersion', {
      scheme: 'genders',
      version: 'two',
      from: '2024-09-01',
      source: 'Statistics Canada',
      codes: [{ code: 'everybody', label: { en: 'Everybody', fr: 'Tout le monde' } }],
    });
    const broken = `{ outcomeBreakdown(indicator: "calls", period: "2023", dimension: "genders") {
      categories { category }
    } }`;
    const [before, after] = await overMidnight('2024-09-01T04:00:00.000Z', broken);
    expect(JSON.stringify(before)).not.toContain('everybody');
    expect(after).toEqual({ outcomeBreakdown: { categories: [{ category: 'everybody' }] } });
  });

  // From here on every answer depends on the day, because the consent has one.
  it('when a consent runs out', async () => {
    setClock('2024-09-02T16:00:00.000Z');
    const nation = { code: 'saugeen', kind: 'FIRST_NATION', name: { en: 'Saugeen' } };
    await give('registerOrganization', nation);
    const title = { en: 'Ours', fr: 'Le nôtre' };
    await give('openPlan', { title, bodies: ['saugeen'] });
    const terms = { audiences: ['PUBLIC'], level: 'IDENTIFIED', plans: true };
    await give('grantConsent', { firstNation: 'saugeen', ...terms, until: '2024-09-30' });
    const shown = '{ plans(filter: { body: "saugeen" }) { totalCount } }';
    expect(await overMidnight('2024-10-01T04:00:00.000Z', shown)).toEqual([
      { plans: { totalCount: 1 } },
      { plans: { totalCount: 0 } },
    ]);
  });
});
