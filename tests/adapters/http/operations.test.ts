import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { planServer, problemOf, type PlanServer } from './plan-server.js';

const json = { 'content-type': 'application/json' };
const preflight = { 'apollo-require-preflight': 'yes' };
const byUrl = (query: string, more = '') => `/graphql?query=${encodeURIComponent(query)}${more}`;
let server: PlanServer;

beforeAll(async () => {
  server = await planServer();
});
afterAll(() => server.stop());

const post = (body: string | Buffer, headers: Readonly<Record<string, string>> = json) =>
  server.send({ method: 'POST', path: '/graphql', headers, body });

test('a query is answered by POST', async () => {
  const reply = await server.ask('{ plan(id: "kenora") { title } }');
  expect(reply.status).toBe(200);
  expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
  expect(reply.json()).toEqual({ data: { plan: { title: 'Kenora' } } });
});

test('a query is answered by GET with a header that no foreign form can send', async () => {
  const path = byUrl('query A($id: ID!) { plan(id: $id) { title } }');
  const variables = encodeURIComponent('{"id":"kenora"}');
  const reply = await server.send({
    path: `${path}&operationName=A&variables=${variables}`,
    headers: preflight,
  });
  expect(reply.json()).toEqual({ data: { plan: { title: 'Kenora' } } });
});

test('a GET that a foreign page could send is refused, remembered or not', async () => {
  await server.send({ path: byUrl('{ who }'), headers: preflight });
  const reply = await server.send({ path: byUrl('{ who }') });
  expect(problemOf(reply)).toBe('400 BAD_REQUEST');
  expect(reply.text).toContain('CSRF');
});

test('a mutation by GET is refused and does nothing', async () => {
  const path = byUrl('mutation { rename(id: "kenora", title: "Else") }');
  const reply = await server.send({ path, headers: preflight });
  expect(reply.status).toBe(405);
  expect(reply.headers.allow).toBe('POST');
  expect(server.store.snapshot().titles.get('kenora')).toBe('Kenora');
});

test('a mutation is answered by POST, never remembered, and moves the position', async () => {
  const reply = await server.ask('mutation { rename(id: "orillia", title: "Orillia") }');
  const position = String(server.store.snapshot().position);
  expect(reply.json()).toEqual({ data: { rename: position } });
  expect(reply.headers['jalon-position']).toBe(position);
  expect(reply.headers['cache-control']).toBe('no-store');
  expect(reply.headers.etag).toBeUndefined();
});

test('a subscription is sent to its own address', async () => {
  const reply = await server.ask('subscription { counted }');
  expect(problemOf(reply)).toBe('400 BAD_REQUEST subscription-over-events');
});

test.each([
  ['no JSON', '{', json, '400 BAD_REQUEST body-not-json'],
  ['an empty body', '', json, '400 BAD_REQUEST body-not-json'],
  [
    'bytes that are not UTF-8',
    Buffer.from([0x22, 0xff, 0x22]),
    json,
    '400 BAD_REQUEST body-not-utf8',
  ],
  ['a prototype in disguise', '{"__proto__":{}}', json, '400 BAD_REQUEST body-not-json'],
  [
    'a form',
    'query={who}',
    { 'content-type': 'application/x-www-form-urlencoded' },
    '415 UNSUPPORTED_MEDIA_TYPE content-type-unsupported',
  ],
  [
    'plain text',
    '{"query":"{who}"}',
    { 'content-type': 'text/plain' },
    '415 UNSUPPORTED_MEDIA_TYPE content-type-unsupported',
  ],
  [
    'another character set',
    '{"query":"{who}"}',
    { 'content-type': 'application/json; charset=utf-16' },
    '415 UNSUPPORTED_MEDIA_TYPE content-type-unsupported',
  ],
  [
    'a compressed body',
    '{"query":"{who}"}',
    { ...json, 'content-encoding': 'gzip' },
    '415 UNSUPPORTED_MEDIA_TYPE content-encoding-unsupported',
  ],
  ['a batch', '[{"query":"{who}"},{"query":"{who}"}]', json, '400 BAD_REQUEST'],
  ['an array', '[]', json, '400 BAD_REQUEST'],
  ['no query', '{"variables":{}}', json, '400 BAD_REQUEST'],
  ['a query that is a number', '{"query":1}', json, '400 BAD_REQUEST'],
  ['variables that are a list', '{"query":"{who}","variables":[]}', json, '400 BAD_REQUEST'],
  [
    'an operation that is not there',
    '{"query":"{who}","operationName":"B"}',
    json,
    '400 OPERATION_RESOLUTION_FAILURE',
  ],
  ['a document that does not parse', '{"query":"{"}', json, '400 GRAPHQL_PARSE_FAILED'],
  ['a field that is not there', '{"query":"{ nothing }"}', json, '400 GRAPHQL_VALIDATION_FAILED'],
])('%s is refused with a code', async (_, body, headers, problem) => {
  const reply = await post(body, headers);
  expect(problemOf(reply)).toBe(problem);
  expect(reply.headers['content-type']).toContain('application/json');
  expect(reply.headers['jalon-position']).toBe(String(server.store.snapshot().position));
});

test('an unencoded body may say so, and a character set may be UTF-8 in any case', async () => {
  const headers = {
    'content-type': 'application/json; charset="UTF-8"',
    'content-encoding': 'identity',
  };
  expect((await post('{"query":"{ who }"}', headers)).status).toBe(200);
});

test('the media type is the one the client accepts', async () => {
  const accept = 'application/graphql-response+json';
  const first = await server.ask('{ who }', { headers: { accept } });
  const again = await server.ask('{ who }', { headers: { accept } });
  const plain = await server.ask('{ who }', { headers: { accept: 'application/json' } });
  const types = [first, again, plain].map((reply) => reply.headers['content-type']);
  expect(types).toEqual([
    'application/graphql-response+json; charset=utf-8',
    'application/graphql-response+json; charset=utf-8',
    'application/json; charset=utf-8',
  ]);
  const neither = await server.ask('{ who }', { headers: { accept: 'image/png' } });
  expect(neither.status).toBe(406);
});

test('what is not there and what is not taken is said in JSON, in the language asked for', async () => {
  const headers = { 'accept-language': 'fr-CA' };
  const missing = await server.send({ path: '/nothing', headers });
  expect(problemOf(missing)).toBe('404 NOT_FOUND path-unknown');
  expect(missing.json().errors?.[0]?.message).toBe("Il n'y a rien ici.");
  const put = await server.send({ method: 'PUT', path: '/graphql' });
  expect(problemOf(put)).toBe('405 METHOD_NOT_ALLOWED method-not-allowed');
  expect(put.headers.allow).toBe('GET, POST');
  const escape = await server.send({ path: '/%zz' });
  expect(problemOf(escape)).toBe('400 BAD_REQUEST url-invalid');
});

test('an error of the program shows nothing of its inside', async () => {
  const reply = await server.ask('{ broken }');
  expect(reply.text).not.toContain('inside');
  expect(reply.text).not.toContain('stack');
  expect(reply.json().errors?.[0]?.extensions['code']).toBe('INTERNAL_SERVER_ERROR');
});

test('the schema can be asked for', async () => {
  const reply = await server.ask('{ __schema { queryType { name } } }');
  expect(reply.json()).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
});

test('a snapshot is given back whatever the answer', async () => {
  await server.ask('{ plan(id: "kenora") { title } broken }');
  await server.ask('{ unsaid }', { headers: { accept: 'image/png' } });
  await new Promise(setImmediate);
  expect(server.stage.snapshots).toBe(0);
});
