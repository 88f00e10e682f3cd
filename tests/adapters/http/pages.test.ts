import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { hash } from 'node:crypto';
import { buildSchema, printSchema } from 'graphql';
import { planServer, problemOf, withServer, type PlanServer } from './plan-server.js';

let server: PlanServer;

beforeAll(async () => {
  server = await planServer();
});
afterAll(() => server.stop());

const page = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  server.send({ path, headers });
/** Addresses that a page makes a browser load by itself. */
const loadedBy = (html: string): readonly string[] =>
  [...html.matchAll(/(?:src|href)="([^"]*)"|(?:from|import)\s+"([^"]*)"|url\(([^)]*)\)/g)].map(
    ([, attribute, imported, url]) => attribute ?? imported ?? url ?? '',
  );

test('the start page says in both languages where to go, and loads nothing', async () => {
  const { text, headers } = await page('/');
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(text).toMatch(/<section lang="en"[^]*<section lang="fr"/);
  for (const address of loadedBy(text)) expect((await page(address)).status).toBe(200);
  expect(new Set(loadedBy(text))).toEqual(new Set(['/graphiql', '/schema.graphql']));
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

test('GraphiQL is served whole by this server: nothing comes from anywhere else', async () => {
  const { text } = await page('/graphiql');
  expect(text).not.toMatch(/https?:|"\/\//);
  const files = loadedBy(text);
  expect(files).toContain('/graphiql/static/ruru.js');
  for (const file of files) {
    const reply = await page(file);
    expect([file, reply.status, reply.bytes.length > 0]).toEqual([file, 200, true]);
  }
});

test('every inline script and style of a page is one that its policy names', async () => {
  for (const path of ['/', '/graphiql']) {
    const { text, headers } = await page(path);
    const policy = String(headers['content-security-policy']);
    const inline = [...text.matchAll(/<(script|style)[^>]*>([^]+?)<\/\1>/g)].filter(
      ([, tag]) => tag === 'script' || !policy.includes("'unsafe-inline'"),
    );
    expect(inline.length).toBeGreaterThan(0);
    for (const [, , source = ''] of inline)
      expect(policy).toContain(`'sha256-${hash('sha256', source, 'base64')}'`);
    expect(policy).not.toMatch(/script-src[^;]*'unsafe/);
    expect(policy).not.toMatch(/https?:/);
  }
});

test('a file of GraphiQL comes compressed where that is accepted, and once', async () => {
  const path = '/graphiql/static/ruru.css';
  const compressed = await page(path, { 'accept-encoding': 'br' });
  expect(compressed.headers['content-encoding']).toBe('br');
  const etag = String(compressed.headers.etag);
  expect((await page(path, { 'if-none-match': etag })).status).toBe(304);
  expect(problemOf(await page('/graphiql/static/none.js'))).toBe('404 NOT_FOUND path-unknown');
});

test('a server can do without GraphiQL', () =>
  withServer({ graphiql: false }, async ({ send }) => {
    expect((await send({ path: '/graphiql' })).status).toBe(404);
    expect(loadedBy((await send({ path: '/' })).text)).not.toContain('/graphiql');
  }));

test('the schema is served sorted, and costs nothing when it is known', async () => {
  const { text, headers } = await page('/schema.graphql');
  const types = [...text.matchAll(/^(?:type) (\w+)/gm)].map(([, name]) => name);
  expect(types).toEqual(types.toSorted());
  expect(printSchema(buildSchema(text))).toBe(text.trim());
  const known = await page('/schema.graphql', { 'if-none-match': String(headers.etag) });
  expect([known.status, known.bytes.length]).toEqual([304, 0]);
});

test('health is of the process, readiness of what is behind it', async () => {
  expect((await page('/healthz')).json()).toEqual({ ok: true });
  const ready = await page('/readyz');
  const { position } = server.store.snapshot();
  expect(ready.status).toBe(200);
  expect(ready.json()).toEqual({
    ready: true,
    reasons: [],
    position: String(position),
    head: String(position),
  });
});

test.each([
  ['the log cannot be reached', 'log-unreachable', { logHead: () => Promise.reject(new Error()) }],
  ['the log does not answer', 'log-unreachable', { logHead: () => new Promise<number>(() => {}) }],
  ['the views are far behind', 'views-behind', { logHead: async () => 10_002 }],
])('a hub is not ready when %s', (_, reason, options) =>
  withServer({ ...options, limits: { logMsMax: 20 } }, async ({ send }) => {
    const reply = await send({ path: '/readyz' });
    expect([reply.status, reply.json()]).toMatchObject([503, { ready: false, reasons: [reason] }]);
    expect((await send({ path: '/healthz' })).status).toBe(200);
  }),
);

test('a hub is not ready when its projector failed, and its log says once why', () =>
  withServer({}, async ({ send, store, log }) => {
    await send({ path: '/readyz' });
    for (const cause of ['unknown event', 'unknown event', 'disk full']) {
      store.fail(new Error(cause));
      const reply = await send({ path: '/readyz' });
      expect([reply.status, reply.json()]).toMatchObject([503, { reasons: ['projector-failed'] }]);
      expect(reply.text).not.toContain(cause);
    }
    const msg = 'the views stand still';
    expect(log).toMatchObject([
      { msg, err: { message: 'unknown event' } },
      { msg, err: { message: 'disk full' } },
    ]);
  }));

test('metrics count what was asked and say how far everything is', () =>
  withServer({ logHead: async () => 4 }, async ({ ask, send }) => {
    for (const query of ['{ who }', '{ who }', '{', 'mutation { rename(id: "a", title: "A") }'])
      await ask(query);
    const { text, headers } = await send({ path: '/metrics' });
    expect(headers['content-type']).toContain('text/plain');
    const lines = [
      'jalon_http_request_duration_seconds_count{type="query",status="200"} 2',
      'jalon_http_request_duration_seconds_count{type="mutation",status="200"} 1',
      'jalon_http_request_duration_seconds_count{type="none",status="400"} 1',
      'jalon_response_cache_lookups_total{outcome="hit"} 1',
      'jalon_response_cache_lookups_total{outcome="miss"} 1',
      'jalon_log_reachable 1',
      'jalon_log_head 4',
      'jalon_views_position 2',
      'jalon_views_lag_events 2',
      'jalon_streams_open 0',
    ];
    for (const line of lines) expect(text.split('\n')).toContain(line);
    for (const name of ['nodejs_eventloop_lag_seconds', 'process_cpu_seconds_total'])
      expect(text).toContain(name);
  }));

test('metrics say of a hub alone that it feeds its views, until they stand still', () =>
  withServer({}, async ({ send, store }) => {
    const lines = async () => (await send({ path: '/metrics' })).text.split('\n');
    expect(await lines()).toContain('jalon_projector_active 1');
    store.fail(new Error('unknown event'));
    expect(await lines()).toContain('jalon_projector_active 0');
    expect(await lines()).toContain('jalon_projector_takeovers_total 0');
  }));

test('metrics include what the program measures itself, counters as they stand', () =>
  withServer(
    {
      readings: {
        gauges: { disk_free_bytes: ['Free.', async () => 5], unknown: ['None.', () => undefined] },
        counters: { appends_total: ['Appends.', () => 3] },
      },
    },
    async ({ send }) => {
      await send({ path: '/metrics' });
      const { text } = await send({ path: '/metrics' });
      for (const line of ['disk_free_bytes 5', '# TYPE appends_total counter', 'appends_total 3'])
        expect(text.split('\n')).toContain(line);
    },
  ));

test('a request is one line of the log, with nothing in it that anybody wrote', () =>
  withServer({}, async ({ ask, send, log }) => {
    const headers = { 'x-request-id': 'follow-me', authorization: 'Bearer editor' };
    await ask('query Secret { plan(id: "kenora") { title } }', { headers });
    await ask('query Secret { plan(id: "kenora") { title } }', { headers });
    await send({ path: '/graphql?query={who}&token=hidden' });
    const common = { msg: 'request', path: '/graphql' };
    expect(log).toMatchObject([
      { ...common, correlationId: 'follow-me', operation: 'Secret', status: 200, cache: 'miss' },
      { ...common, correlationId: 'follow-me', operation: 'Secret', status: 200, cache: 'hit' },
      { ...common, method: 'GET', operation: null, status: 400, cache: 'miss' },
    ]);
    for (const word of ['kenora', 'editor', 'hidden', 'who'])
      expect(JSON.stringify(log)).not.toContain(word);
  }));

test('probes that are asked all the time are neither counted nor told about', () =>
  withServer({ logHead: () => Promise.reject(new Error()) }, async ({ send, log }) => {
    for (const path of ['/healthz', '/readyz', '/metrics', '/nothing']) await send({ path });
    const { text } = await send({ path: '/metrics' });
    const counts = text.split('\n').filter((line) => line.includes('_seconds_count{type='));
    expect(counts).toEqual([
      'jalon_http_request_duration_seconds_count{type="none",status="404"} 1',
    ]);
    expect(log).toMatchObject([{ path: '/nothing', status: 404 }]);
  }));

test('pages of another origin may call the API only where that is configured', () =>
  withServer({ origins: ['https://plans.example.org'] }, async ({ ask, send }) => {
    const from = (origin: string) => ask('{ who }', { headers: { origin } });
    const allowed = 'https://plans.example.org';
    expect((await from(allowed)).headers['access-control-allow-origin']).toBe(allowed);
    const other = await from('https://else.example.org');
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
    const preflight = await send({
      method: 'OPTIONS',
      path: '/graphql',
      headers: { origin: allowed, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-headers']).toContain('jalon-min-position');
    const { headers } = await server.ask('{ who }', { headers: { origin: allowed } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  }));
