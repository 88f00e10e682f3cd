import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClient } from 'graphql-sse';
import { openStream, type EventStream } from './event-stream.js';
import { planServer, problemOf, withServer, type PlanServer } from './plan-server.js';

const json = { 'content-type': 'application/json' };
const accept = { accept: 'text/event-stream' };
let server: PlanServer;

beforeEach(async () => {
  server = await planServer();
});
afterEach(() => server.stop());

const next = (number: number) => ({
  event: 'next',
  data: { data: { counted: expect.stringMatching(`^${number} `) } },
});
const drain = async (stream: EventStream) => {
  const events = [];
  for (let event = await stream.next(); event; event = await stream.next()) events.push(event);
  return events;
};
/** Waits until something is so; the test's own time-out is the bound. */
const until = async (isSo: () => boolean) => {
  while (!isSo()) await nextTurn();
};

test('a subscription is a stream of events that says when it is complete', async () => {
  const stream = await openStream(server, 'subscription { counted(to: 3) }');
  expect(stream.status).toBe(200);
  expect(stream.response.headers['content-type']).toBe('text/event-stream; charset=utf-8');
  const complete = { event: 'complete', data: null };
  expect(await drain(stream)).toEqual([next(1), next(2), next(3), complete]);
  expect([server.stage.sources, server.stage.snapshots]).toEqual([0, 0]);
});

test('a stream begins with a comment, so that a client knows it is open', async () => {
  server.stage.beforeNumber = () => new Promise<void>(() => undefined);
  const stream = await openStream(server, 'subscription { counted }');
  const first = stream.next();
  await until(() => stream.text() !== '');
  expect(stream.text()).toBe(':\n\n');
  stream.close();
  await expect(first).rejects.toThrow('Premature close');
});

test('a stream on which nothing happens is kept alive', async () => {
  const real = ['setImmediate', 'setTimeout', 'nextTick', 'queueMicrotask', 'performance'] as const;
  jest.useFakeTimers({ doNotFake: [...real, 'Date', 'hrtime', 'clearImmediate', 'clearTimeout'] });
  try {
    server.stage.beforeNumber = () => new Promise<void>(() => undefined);
    const stream = await openStream(server, 'subscription { counted }');
    const first = stream.next();
    await until(() => stream.text() === ':\n\n');
    jest.advanceTimersByTime(30_000);
    await until(() => stream.text() === ':\n\n'.repeat(3));
    stream.close();
    await expect(first).rejects.toThrow('Premature close');
  } finally {
    jest.useRealTimers();
  }
});

test('a client that lost its connection resumes where it was', async () => {
  const first = await openStream(server, 'subscription { counted }');
  expect([await first.next(), await first.next()]).toEqual([next(1), next(2)]);
  first.close();
  await until(() => server.stage.sources === 0);
  const second = await openStream(server, 'subscription { counted(since: 2) }');
  expect(await second.next()).toEqual(next(3));
  second.close();
});

test('the common client library is understood', async () => {
  const client = createClient({ url: `${server.url}/graphql/stream`, retryAttempts: 0 });
  const numbers = [];
  for await (const { data } of client.iterate<{ counted: string }>({
    query: 'subscription C($to: Int) { counted(to: $to) }',
    variables: { to: 2 },
  }))
    numbers.push(data?.counted.slice(0, 1));
  expect(numbers).toEqual(['1', '2']);
});

test('a browser opens a stream by GET', async () => {
  const query = encodeURIComponent('subscription { counted(to: 1) }');
  const reply = await server.send({ path: `/graphql/stream?query=${query}`, headers: accept });
  expect(reply.text).toContain('event: next');
});

test('a slow client is sent no more than it takes', async () => {
  const stream = await openStream(server, 'subscription { counted }');
  await stream.next();
  stream.response.pause();
  const stood: number[] = [];
  while (stood.length < 20 || stood.at(-1) !== stood.at(-20)) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    stood.push(server.stage.counted);
  }
  expect(server.stage.counted).toBeLessThan(50_000);
  stream.close();
  await until(() => server.stage.sources === 0);
});

test('an error when it is opened ends the stream with its code', async () => {
  const stream = await openStream(server, 'subscription { missing }');
  const [event, end] = [await stream.next(), await stream.next()];
  const errors = [expect.objectContaining({ extensions: { code: 'NOT_FOUND' } })];
  expect(event?.data).toMatchObject({ errors });
  expect(end?.event).toBe('complete');
});

test('a variable of the wrong type is an error of input', async () => {
  const reply = await server.send({
    method: 'POST',
    path: '/graphql/stream',
    headers: { ...json, ...accept },
    body: '{"query":"subscription($to: Int) { counted(to: $to) }","variables":{"to":"x"}}',
  });
  expect(reply.text).toContain('"code":"BAD_USER_INPUT"');
});

const deep = '{ __type(name: "Plan") { fields { type '.concat(
  '{ ofType '.repeat(12),
  '{ name }',
  ' }'.repeat(12),
  ' } } }',
);

test.each([
  ['a query', '{"query":"{ who }"}', {}, '400 BAD_REQUEST stream-serves-subscriptions'],
  ['no document', '{"query":1}', {}, '400 BAD_REQUEST request-invalid'],
  ['a document that does not parse', '{"query":"{"}', {}, '400 GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{"query":"subscription { nothing }"}', {}, '400 GRAPHQL_VALIDATION_FAILED'],
  [
    'too many tokens',
    JSON.stringify({ query: `subscription { ${'counted '.repeat(1_000)}}` }),
    {},
    '400 GRAPHQL_PARSE_FAILED',
  ],
  [
    'too much depth',
    JSON.stringify({ query: deep }),
    {},
    '400 GRAPHQL_VALIDATION_FAILED depth-limit-exceeded',
  ],
  [
    'a large body',
    JSON.stringify({ query: 'x'.repeat(70_000) }),
    {},
    '413 PAYLOAD_TOO_LARGE body-too-large',
  ],
  [
    'a bad token',
    '{"query":"subscription { counted }"}',
    { authorization: 'Bearer nobody' },
    '401 UNAUTHENTICATED token-invalid',
  ],
  [
    'another media type',
    '{"query":"subscription { counted }"}',
    { accept: 'application/json' },
    '406 NOT_ACCEPTABLE event-stream-not-accepted',
  ],
])('%s is refused as anywhere', async (_, body, headers, problem) => {
  const reply = await server.send({
    method: 'POST',
    path: '/graphql/stream',
    headers: { ...json, ...accept, ...headers },
    body,
  });
  expect(problemOf(reply)).toBe(problem);
});

test('no more streams are open than may be, and a place given back is free', () =>
  withServer({ limits: { streamsMax: 1 } }, async (small) => {
    const first = await openStream(small, 'subscription { counted }');
    const second = await small.send({
      method: 'POST',
      path: '/graphql/stream',
      headers: { ...json, ...accept },
      body: '{"query":"subscription { counted(to: 1) }"}',
    });
    expect(problemOf(second)).toBe('503 SERVICE_UNAVAILABLE too-many-streams');
    expect(second.headers['retry-after']).toBe('1');
    first.close();
    await until(() => small.stage.sources === 0);
    const third = await openStream(small, 'subscription { counted(to: 1) }');
    expect(third.status).toBe(200);
    await drain(third);
  }));

test('a stream ends when its token no longer holds', () =>
  withServer({ limits: { streamCheckMs: 0 } }, async (strict) => {
    const token = { authorization: 'Bearer editor' };
    const stream = await openStream(strict, 'subscription { counted }', token);
    expect(await stream.next()).toEqual(next(1));
    strict.revoked.add('editor');
    const rest = await drain(stream);
    expect(rest.at(-1)?.data).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'token-invalid' } }],
    });
    await until(() => strict.stage.sources === 0);
  }));

test('a stream ends when its caller holds another role', async () => {
  let role: 'municipal-editor' | 'public' = 'municipal-editor';
  const authenticate = async () => ({ actor: 'ed', role, organizations: ['3560010'] });
  await withServer({ limits: { streamCheckMs: 0 }, identity: { authenticate } }, async (strict) => {
    const token = { authorization: 'Bearer anything' };
    const stream = await openStream(strict, 'subscription { counted }', token);
    expect(await stream.next()).toEqual(next(1));
    role = 'public';
    const rest = await drain(stream);
    expect(rest.at(-1)?.data).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});

test('streams end when the server stops, without saying that they are complete', async () => {
  const stopping = await planServer();
  const stream = await openStream(stopping, 'subscription { counted }');
  await stream.next();
  const stopped = stopping.stop();
  const rest = await drain(stream);
  expect(rest.some(({ event }) => event === 'complete')).toBe(false);
  await stopped;
  expect([stopping.stage.sources, stopping.stage.snapshots]).toEqual([0, 0]);
});
