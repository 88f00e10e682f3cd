import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPostgresImportStore } from '../../src/adapters/import-store/open-postgres-import-store.js';
import type { DatabaseOptions } from '../../src/adapters/postgres/database-options.js';
import { definitions } from '../graphql/query-town.js';
import { rawAnswer } from '../support/contract-answers.js';
import { operation } from '../support/contract-operations.js';
import { noFaults, type Faults } from '../support/event-server/faults.js';
import { postgresDatabases } from '../support/postgres-databases.js';
import { firstStreamed } from '../support/streamed.js';
import { twoNodes, type TwoNodes } from '../support/two-nodes.js';

const databases = postgresDatabases();
/** How long the event server may take, and the bound that is promised for every answer. */
const answerMsMax = 3_000;
const promisedMs = 1.2 * answerMsMax;

type Payload = {
  readonly position: string | null;
  readonly refusals: readonly unknown[];
  readonly plan?: { readonly id: string };
};
type Answer = {
  readonly data?: Readonly<Record<string, Payload>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string; reason?: string } }[];
};

type Imported = Payload & { readonly attempt: { readonly reportPath: string } | null };
const noRoom = { reportsBytesMax: 0, uploadsBytesMax: 0, uploadMs: 0 };

describe('two nodes of one hub', () => {
  let nodes: TwoNodes;
  let database: DatabaseOptions;
  let bearer: { readonly authorization: string };
  beforeAll(async () => {
    database = await databases.create();
    nodes = await twoNodes(database, 3, { JALON_ESDB_MS_MAX: `${answerMsMax}ms` });
    await Promise.all([nodes.start(0), nodes.start(1)]);
    const order = ['token', '--role', 'administrator', '--organization', 'solgen'] as const;
    bearer = { authorization: `Bearer ${(await nodes.run(...order)).stdout.trim()}` };
    const ministry = { idempotencyKey: 'solgen', code: 'solgen', kind: 'MINISTRY' };
    await give(0, 'registerOrganization', { ...ministry, name: { en: 'Ministry' } });
    const name = { en: 'Kincardine' };
    const town = { code: '3541024', kind: 'MUNICIPALITY', tier: 'SINGLE', name };
    await give(1, 'registerOrganization', { idempotencyKey: 'town', ...town });
  }, 120_000);
  afterAll(() => nodes?.close());

  const url = (node: number): string => nodes.url(node) as string;
  const ask = async (node: number, query: string, variables: object, headers: object = {}) => {
    const all = { ...bearer, ...headers };
    const answer = await rawAnswer(url(node), { query, variables }, all);
    return { ...answer, json: JSON.parse(answer.body) as Answer };
  };
  const send = (node: number, field: string, input: object) => {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) {
      given: ${field}(input: $input) { position refusals { code } }
    }`;
    return ask(node, query, { input });
  };
  async function give(node: number, field: string, input: object): Promise<string> {
    const { json, body } = await send(node, field, input);
    const { position, refusals } = json.data?.['given'] ?? { position: null, refusals: [body] };
    expect(refusals).toEqual([]);
    return position as string;
  }
  const opened = ({ data }: Answer): Payload => data?.['openPlan'] as Payload;
  const partner = (key: string) => ({
    idempotencyKey: key,
    code: `partner-${key}`,
    kind: 'PARTNER',
    sector: 'health',
    name: { en: `Partner ${key}` },
  });
  const count = `{ organizations(first: 1) { totalCount } }`;
  const after = (position: string) => ({ 'jalon-min-position': position });

  it('let a reader at one node see what was written at the other, remembered answers included', async () => {
    for (let number = 0; number < 10; number++) {
      const [writer, reader] = number % 2 === 0 ? [0, 1] : [1, 0];
      const before = await ask(reader, count, {});
      expect((await ask(reader, count, {})).etag).toBe(before.etag);
      const position = await give(writer, 'registerOrganization', partner(`seen-${number}`));
      const now = await ask(reader, count, {}, after(position));
      expect(now.etag).not.toBe(before.etag);
      expect(now).toEqual(await ask(writer, count, {}));
    }
  });

  it('take a command once, at whichever node it is repeated', async () => {
    const input = { idempotencyKey: 'p1', title: { en: 'A plan' }, bodies: ['3541024'] };
    const first = await ask(0, operation('OpenPlan'), { input });
    expect(await ask(1, operation('OpenPlan'), { input })).toEqual(first);
  });

  it('go on while one of them is frozen, which then catches up and repeats nothing', async () => {
    for (const frozen of [0, 1]) {
      const other = 1 - frozen;
      const input = partner(`frozen-${frozen}`);
      const before = (await nodes.server.look()).events;
      nodes.freeze(frozen, true);
      let position: string | null | undefined;
      // The first tries may be answered before the other node feeds the views.
      while (!position)
        position = (await send(other, 'registerOrganization', input)).json.data?.['given']
          ?.position;
      nodes.freeze(frozen, false);
      const caughtUp = () => ask(frozen, count, {}, after(position as string));
      let answer = await caughtUp();
      while (answer.json.errors !== undefined) answer = await caughtUp();
      expect(answer).toEqual(await ask(other, count, {}));
      expect((await nodes.server.look()).events).toBe(before + 1);
    }
  });

  it('redact a text at both once it is redacted at one', async () => {
    const title = { en: 'About Zebediah Quackenbush' };
    const input = { idempotencyKey: 'p2', title, bodies: ['3541024'] };
    const { json } = await ask(0, operation('OpenPlan'), { input });
    const { plan, position } = opened(json);
    const id = plan?.id as string;
    const titled = 'query ($id: ID!) { plan(id: $id) { title { en key } } }';
    const shown = await ask(1, titled, { id }, after(position as string));
    expect(shown.body).toContain('Quackenbush');
    const key = /"key":"([^"]+)"/.exec(shown.body)?.[1];
    const reason = { en: 'Names a person' };
    const order = { idempotencyKey: 'r1', stream: id, keys: [key], authority: 's. 14', reason };
    const redacted = await give(0, 'redactTexts', order);
    expect((await ask(1, titled, { id }, after(redacted))).body).not.toContain('Quackenbush');
    expect((await ask(0, titled, { id })).body).not.toContain('Quackenbush');
  });

  it('go on with a subscriber who comes from a node that was further on', async () => {
    const input = { idempotencyKey: 'p1', title: { en: 'A plan' }, bodies: ['3541024'] };
    const planId = opened((await ask(1, operation('OpenPlan'), { input })).json).plan?.id as string;
    const consult = (key: string) => ({
      idempotencyKey: key,
      planId,
      groups: ['youth'],
      heldOn: '2026-01-05',
    });
    const since = await give(0, 'recordConsultation', consult('c1'));
    const question = { query: operation('PlanChanged'), variables: { planId, since } };
    const resumed = firstStreamed(url(1), question, 1);
    const next = await give(0, 'recordConsultation', consult('c2'));
    expect((await resumed)[0]).toContain(`"position":"${next}"`);
  });

  it('import at one what was uploaded at the other, for one organization in turn', async () => {
    const town = '3541024';
    const definition = {
      idempotencyKey: 'calls',
      key: 'calls',
      ...definitions['calls-for-service'],
    };
    const defined = await give(0, 'defineIndicator', definition);
    const order = ['token', '--role', 'municipal-editor', '--organization', town] as const;
    const authorization = `Bearer ${(await nodes.run(...order)).stdout.trim()}`;
    const text = 'year,calls\n2021,12\n2022,many\n';
    const headers = { authorization, 'content-type': 'text/csv' };
    const taken = await fetch(`${url(0)}/imports`, { method: 'POST', headers, body: text });
    const { upload } = (await taken.json()) as { readonly upload: string };
    const importing = async (node: number, idempotencyKey: string, dryRun: boolean) => {
      const columns = { period: { column: 'year' }, value: { column: 'calls' } };
      const mapping = JSON.stringify({ indicator: 'calls', body: town, ...columns });
      const input = { idempotencyKey, upload, mapping, dryRun, acceptValid: true };
      const query = `mutation ($input: ImportObservationsInput!) {
        importObservations(input: $input) {
          attempt { reportPath } result { outcome recorded rejected } position refusals { code }
        }
      }`;
      const { json } = await ask(node, query, { input }, { authorization, ...after(defined) });
      return json.data?.['importObservations'] as unknown as Imported;
    };
    const third = await openPostgresImportStore(database, noRoom, Date.now);
    const turn = await third.takeTurn(town);
    for (const node of [0, 1])
      expect((await importing(node, 'refused', false)).refusals).toEqual([
        { code: 'import-under-way' },
      ]);
    await turn?.[Symbol.asyncDispose]();
    await third.close();
    const result = { recorded: 1, rejected: 1 };
    expect(await importing(1, 'foreseen', true)).toMatchObject({ attempt: null, result });
    const imported = await importing(1, 'imported', false);
    expect(imported).toMatchObject({ result, refusals: [] });
    expect(await importing(0, 'imported', false)).toEqual(imported);
    const report = await fetch(`${url(0)}${imported.attempt?.reportPath}`, {
      headers: { authorization, ...after(imported.position as string) },
    });
    expect([report.status, await report.text()]).toEqual([200, expect.stringContaining('many')]);
  });

  describe('whose event server fails', () => {
    /** The code of what became of a command, and whether that was known in the time promised. */
    const outcomeOf = async (node: number, key: string) => {
      const start = performance.now();
      const { json } = await send(node, 'registerOrganization', partner(key));
      const inTime = performance.now() - start < promisedMs;
      const [error] = json.errors ?? [];
      return {
        code: error?.extensions.code ?? (json.data?.['given']?.position ? 'accepted' : 'refused'),
        reason: error?.extensions.reason,
        inTime,
      };
    };
    const isRefused = {
      code: 'SERVICE_UNAVAILABLE',
      reason: 'event-log-unavailable',
      inTime: true,
    };
    const isAccepted = { code: 'accepted', inTime: true };
    const events = async () => (await nodes.server.look()).events;

    it.each<[string, Partial<Faults>]>([
      ['an answer is lost after the commit', { unanswered: 1 }],
      ['the connection breaks after the commit', { cutAfter: 1 }],
      ['the connection breaks before the commit', { cutBefore: 1 }],
      ['a subscription is dropped as too slow', { drops: 2 }],
    ])('accept a command as exactly one event when %s', async (_, faults) => {
      const key = `fault-${Object.keys(faults)[0]?.toLowerCase()}`;
      const before = await events();
      await nodes.server.fail(faults);
      expect(await outcomeOf(0, key)).toEqual(isAccepted);
      expect((await nodes.server.look()).faults).toEqual(noFaults());
      expect(await outcomeOf(1, key)).toEqual(isAccepted);
      expect(await events()).toBe(before + 1);
    });

    it('refuse in time when it says nothing, and take the command again once it does', async () => {
      const before = await events();
      await nodes.server.freeze(true);
      expect(await outcomeOf(0, 'mute')).toEqual(isRefused);
      await nodes.server.freeze(false);
      await give(1, 'registerOrganization', partner('mute'));
      expect(await events()).toBe(before + 1);
    });

    it('accept or refuse in time while the leader changes, and write nothing twice', async () => {
      const before = await events();
      await nodes.server.killLeader();
      expect(await outcomeOf(0, 'leader')).toEqual(isRefused);
      await nodes.server.elect(1);
      await give(1, 'registerOrganization', partner('leader'));
      await give(0, 'registerOrganization', partner('leader'));
      expect(await events()).toBe(before + 1);
    });
  });
});
