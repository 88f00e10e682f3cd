import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { defaultHttpLimits } from '../../../src/adapters/http/http-limits.js';
import { operationLimits } from '../../../src/adapters/http/operation-limits.js';
import { contractOperations } from '../../support/contract-operations.js';
import { planServer, problemOf, withServer, type PlanServer } from './plan-server.js';

const json = { 'content-type': 'application/json' };
let server: PlanServer;

beforeAll(async () => {
  server = await planServer();
});
afterAll(() => server.stop());

const nested = (levels: number) =>
  `{ plan(id: "kenora") { ${'parent { '.repeat(levels)}id${' }'.repeat(levels)} } }`;
/** A request of exactly so many bytes. */
const bodyOf = (bytes: number) => {
  const bare = JSON.stringify({ query: '{ who }', filler: '' }).length;
  return JSON.stringify({ query: '{ who }', filler: 'x'.repeat(bytes - bare) });
};
const post = (body: string) =>
  server.send({ method: 'POST', path: '/graphql', headers: json, body });

test('10,000 aliases are refused while they are parsed', async () => {
  const aliases = Array.from({ length: 10_000 }, (_, at) => `a${at}:who`).join(' ');
  const { executed } = server.stage;
  const reply = await withLargeBody(`{${aliases}}`);
  expect(problemOf(reply)).toBe('400 GRAPHQL_PARSE_FAILED');
  expect(reply.text).toContain('1000 tokens');
  expect(server.stage.executed).toBe(executed);
});

async function withLargeBody(query: string) {
  const roomy = await planServer({ limits: { bodyBytesMax: 1_000_000 } });
  try {
    return await roomy.ask(query);
  } finally {
    await roomy.stop();
  }
}

test.each([
  ['a query nested too deep', nested(12), 'depth-limit-exceeded'],
  [
    'a page too large for its fields',
    '{ plans(first: 50000) { id title } }',
    'cost-limit-exceeded',
  ],
  [
    'too many aliases',
    `{ ${Array.from({ length: 51 }, (_, at) => `a${at}:who `).join('')} }`,
    'alias-limit-exceeded',
  ],
  [
    'too many directives',
    `{ ${'who @include(if: true) '.repeat(51)} }`,
    'directive-limit-exceeded',
  ],
])('%s is refused before it is executed', async (_, query, reason) => {
  const { executed } = server.stage;
  const reply = await server.ask(query);
  expect(reply.status).toBe(400);
  expect(reply.json().errors?.map(({ extensions }) => extensions)).toContainEqual({
    code: 'GRAPHQL_VALIDATION_FAILED',
    reason,
  });
  expect(server.stage.executed).toBe(executed);
});

test('a query just within the depth is answered', async () => {
  expect((await server.ask(nested(10))).status).toBe(200);
});

test('pages count at the size their variables give, each time', async () => {
  const query = 'query Pages($n: Int! = 60000) { plans(first: $n) { id } }';
  const statusOf = async (variables: Readonly<Record<string, unknown>>) =>
    (await server.ask(query, { variables })).status;
  const statuses = [{ n: 10 }, { n: 60_000 }, { n: 10 }, { n: 60_000 }, {}, { n: 'x' }];
  const found = [];
  for (const variables of statuses) found.push(await statusOf(variables));
  expect(found).toEqual([200, 400, 200, 400, 400, 400]);
  const refused = await server.ask(query, { variables: { n: 60_000 } });
  expect(problemOf(refused)).toBe('400 GRAPHQL_VALIDATION_FAILED cost-limit-exceeded');
});

test('a body of 64 KiB is taken, one byte more is not', async () => {
  expect((await post(bodyOf(65_536))).status).toBe(200);
  expect(problemOf(await post(bodyOf(65_537)))).toBe('413 PAYLOAD_TOO_LARGE body-too-large');
});

test('a body that does not say how long it is is counted as it comes', async () => {
  const headers = { ...json, 'transfer-encoding': 'chunked' };
  const reply = await server.send({
    method: 'POST',
    path: '/graphql',
    headers,
    body: bodyOf(70_000),
  });
  expect(problemOf(reply)).toBe('413 PAYLOAD_TOO_LARGE body-too-large');
});

test('headers have a limit, too', async () => {
  const reply = await server.send({ path: '/healthz', headers: { 'x-long': 'x'.repeat(20_000) } });
  expect(problemOf(reply)).toBe('431 HEADERS_TOO_LARGE headers-too-large');
});

test('an answer holds ten errors at most', async () => {
  const invalid = await server.ask(`{ ${'nothing '.repeat(30)} }`);
  const failing = await server.ask('{ faults(count: 30) }');
  expect(invalid.json().errors?.length).toBe(10);
  expect(failing.json().errors?.length).toBe(10);
});

test('a limit can be set', () =>
  withServer({ limits: { bodyBytesMax: 100, depthMax: 2 } }, async (strict) => {
    expect((await strict.ask(`{ who } # ${'x'.repeat(100)}`)).status).toBe(413);
    expect((await strict.ask(nested(2))).status).toBe(400);
  }));

test.each([...contractOperations])('%s, with the largest page, is within the limits', (_, text) => {
  const { tokensMax } = defaultHttpLimits;
  const schema = buildSchema('type Query { anything: Int }');
  const limits = operationLimits(schema, defaultHttpLimits);
  const document = parse(text, { maxTokens: tokensMax });
  expect(validate(schema, document, limits.rules)).toEqual([]);
  expect(limits.checkPages(document, { first: 500 })).toBeUndefined();
});
