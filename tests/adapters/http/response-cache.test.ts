import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { planServer, withServer, type PlanServer } from './plan-server.js';

let server: PlanServer;

beforeEach(async () => {
  server = await planServer();
});
afterEach(() => server.stop());

const kenora = '{ plan(id: "kenora") { title } }';
const long = '{ plans(first: 200) { title } }';

/** Which of two equal requests reached the API: false means the second was remembered. */
async function executesAgain(first: () => Promise<unknown>, second: () => Promise<unknown>) {
  await first();
  const { executed } = server.stage;
  await second();
  return server.stage.executed > executed;
}

test('the same query is executed once, whoever of the public asks and in whichever way', async () => {
  const query = 'query One($id: ID!) { plan(id: $id) { title } }';
  const url = new URLSearchParams({ query, operationName: 'One', variables: '{"id":"kenora"}' });
  const headers = { 'apollo-require-preflight': 'yes' };
  const post = () => server.ask(query, { variables: { id: 'kenora' }, operationName: 'One' });
  const get = () => server.send({ path: `/graphql?${url}`, headers });
  expect(await executesAgain(post, get)).toBe(false);
  expect((await post()).text).toBe((await get()).text);
});

test.each([
  ['another query', () => server.ask('{ plan(id: "kenora") { id } }')],
  ['other variables', () => server.ask('query($id: ID = "kenora") { plan(id: $id) { title } }')],
  ['another language', () => server.ask(kenora, { headers: { 'accept-language': 'fr' } })],
  [
    'somebody with a token',
    () => server.ask(kenora, { headers: { authorization: 'Bearer editor' } }),
  ],
])('%s is not answered with what was remembered', async (_, other) => {
  expect(await executesAgain(() => server.ask(kenora), other)).toBe(true);
});

test('people with other organizations, or acting for another, never share an answer', async () => {
  const who = (headers: Readonly<Record<string, string>>) => server.ask('{ who }', { headers });
  const askers = [
    { authorization: 'Bearer editor' },
    { authorization: 'Bearer colleague' },
    { authorization: 'Bearer colleague', 'jalon-acting-for': '3560027' },
    { authorization: 'Bearer analyst' },
  ];
  const answersOf = async () =>
    (await Promise.all(askers.map(who))).map((reply) => reply.json().data?.['who']);
  const expected = [
    'ed municipal-editor 3560010 -',
    'ed municipal-editor 3560010 3560027 -',
    'ed municipal-editor 3560010 3560027 3560027',
    'ann ministry-analyst solgen -',
  ];
  expect(await answersOf()).toEqual(expected);
  expect(await answersOf()).toEqual(expected);
  expect(server.stage.executed).toBe(askers.length);
});

test('an answer is dropped when its own plan changes, and kept when another one does', async () => {
  const ask = () => server.ask(kenora);
  await ask();
  server.store.write('orillia', 'Orillia');
  expect(await executesAgain(ask, ask)).toBe(false);
  const position = server.store.write('kenora', 'Kenora, revised');
  const reply = await ask();
  expect(reply.json()).toEqual({ data: { plan: { title: 'Kenora, revised' } } });
  expect(reply.headers['jalon-position']).toBe(String(position));
});

test('a plan that is not there is remembered as missing until it is written', async () => {
  const ask = () => server.ask('{ plan(id: "orillia") { title } }');
  expect(await executesAgain(ask, ask)).toBe(false);
  server.store.write('orillia', 'Orillia');
  expect((await ask()).json()).toEqual({ data: { plan: { title: 'Orillia' } } });
});

test('a remembered answer says for which position it is known to hold', async () => {
  await server.ask(kenora);
  const position = server.store.write('orillia', 'Orillia');
  const reply = await server.ask(kenora);
  expect(reply.headers['jalon-position']).toBe(String(position));
  expect(server.stage.executed).toBe(1);
});

test('what was read before a write is not remembered after it', async () => {
  server.stage.afterRead = () => void server.store.write('kenora', 'Newer');
  expect((await server.ask(kenora)).json()).toEqual({ data: { plan: { title: 'Kenora' } } });
  server.stage.afterRead = () => undefined;
  expect((await server.ask(kenora)).json()).toEqual({ data: { plan: { title: 'Newer' } } });
});

test('what depends on the calendar is dropped when the day changes in Toronto', async () => {
  const today = async () => (await server.ask('{ today }')).json().data?.['today'];
  server.stage.now = '2026-01-06T04:59:00.000Z';
  expect([await today(), await today()]).toEqual(['2026-01-05', '2026-01-05']);
  expect(server.stage.executed).toBe(1);
  server.stage.now = '2026-01-06T05:00:00.000Z';
  expect(await today()).toBe('2026-01-06');
});

test.each([
  ['a mutation', 'mutation { rename(id: "kenora", title: "Again") }'],
  ['an answer with errors', '{ broken }'],
  ['a query that does not say what it read', '{ unsaid }'],
])('%s is not remembered', async (_, query) => {
  const ask = () => server.ask(query);
  expect(await executesAgain(ask, ask)).toBe(true);
});

test('when the hub forgets, so does an answer still in the making', async () => {
  await server.ask(kenora);
  server.forgetAnswers();
  server.stage.afterRead = () => server.forgetAnswers();
  expect(
    await executesAgain(
      () => Promise.resolve(),
      () => server.ask(kenora),
    ),
  ).toBe(true);
  server.stage.afterRead = () => undefined;
  expect(
    await executesAgain(
      () => Promise.resolve(),
      () => server.ask(kenora),
    ),
  ).toBe(true);
});

test('an unchanged answer costs no body', async () => {
  const first = await server.ask(kenora);
  const etag = String(first.headers.etag);
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  const again = await server.ask(kenora, { headers: { 'if-none-match': etag } });
  expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag]);
  server.store.write('kenora', 'Else');
  const changed = await server.ask(kenora, { headers: { 'if-none-match': `"x", ${etag}` } });
  expect([changed.status, changed.headers.etag === etag]).toEqual([200, false]);
});

test('an answer made afresh that the client has already costs no body either', async () => {
  const etag = String((await server.ask(kenora)).headers.etag);
  server.store.write('kenora', 'Kenora');
  const again = await server.ask(kenora, { headers: { 'if-none-match': etag } });
  expect([again.status, server.stage.executed]).toEqual([304, 2]);
});

test('clients keep an answer to themselves and ask again', async () => {
  const { headers } = await server.ask(kenora);
  expect(headers['cache-control']).toBe('private, no-cache');
  for (const name of ['authorization', 'accept-language', 'accept-encoding', 'jalon-acting-for'])
    expect(headers.vary).toContain(name);
});

test('an answer comes in the coding that the client accepts, under a tag of its own', async () => {
  const plain = await server.ask(long);
  const replies = await Promise.all(
    ['gzip, deflate, br', 'gzip', 'br;q=0, gzip', 'identity', 'br;q=0'].map((accepted) =>
      server.ask(long, { headers: { 'accept-encoding': accepted } }),
    ),
  );
  const codings = replies.map((reply) => reply.headers['content-encoding'] ?? 'identity');
  expect(codings).toEqual(['br', 'gzip', 'gzip', 'identity', 'identity']);
  expect(brotliDecompressSync(replies[0]?.bytes ?? '').toString()).toBe(plain.text);
  expect(gunzipSync(replies[1]?.bytes ?? '').toString()).toBe(plain.text);
  expect(new Set(replies.map((reply) => reply.headers.etag)).size).toBe(3);
  expect(server.stage.executed).toBe(1);
  const etag = String(replies[0]?.headers.etag);
  const known = await server.ask(long, { headers: { 'if-none-match': etag } });
  expect(known.status).toBe(304);
});

test('a short answer is not compressed', async () => {
  const { headers } = await server.ask(kenora, { headers: { 'accept-encoding': 'br' } });
  expect(headers['content-encoding']).toBeUndefined();
});

test('a server told to remember nothing executes every time', () =>
  withServer({ limits: { cacheBytesMax: 0 } }, async (forgetful) => {
    await forgetful.ask(kenora);
    const reply = await forgetful.ask(kenora);
    expect([forgetful.stage.executed, typeof reply.headers.etag]).toEqual([2, 'string']);
  }));

test('an answer larger than an entry may be is not remembered', () =>
  withServer({ limits: { cacheEntryBytesMax: 2_000 } }, async (small) => {
    for (const query of [long, long, kenora, kenora]) await small.ask(query);
    expect(small.stage.executed).toBe(3);
  }));

test('the answers remembered take no more bytes than they may', () =>
  withServer({ limits: { cacheBytesMax: 20_000 } }, async (small) => {
    for (let at = 0; at < 60; at++) await small.ask(`{ plan(id: "plan-${at}") { title } }`);
    const metrics = (await small.send({ path: '/metrics' })).text;
    const bytes = Number(/^jalon_response_cache_bytes (\d+)/m.exec(metrics)?.[1]);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(20_000);
    await small.ask('{ plan(id: "plan-59") { title } }');
    await small.ask('{ plan(id: "plan-0") { title } }');
    expect(small.stage.executed).toBe(61);
  }));
