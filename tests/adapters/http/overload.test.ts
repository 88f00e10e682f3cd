import { expect, test } from '@jest/globals';
import { gate } from '../../../src/adapters/http/gate.js';
import { planServer, problemOf, withServer } from './plan-server.js';

const held = () => Promise.withResolvers<string>();

test('beyond what runs and waits, requests are refused at once and told to come back', () =>
  withServer({ limits: { runningMax: 2, queuedMax: 1 } }, async ({ ask, stage }) => {
    const holding = held();
    stage.slow = holding.promise;
    const asked = Array.from({ length: 5 }, () => ask('{ slow }'));
    const refused = [];
    // Two run and one waits until they are let go: only the others can have answered.
    for (let count = 0; count < 2; count++) {
      const [index, reply] = await Promise.race(
        asked.map(async (each, at) => [at, await each] as const),
      );
      refused.push(reply);
      asked.splice(index, 1);
    }
    for (const reply of refused) {
      expect(problemOf(reply)).toBe('503 SERVICE_UNAVAILABLE overloaded');
      expect(reply.headers['retry-after']).toBe('1');
    }
    holding.resolve('done');
    expect((await Promise.all(asked)).map((reply) => reply.status)).toEqual([200, 200, 200]);
  }));

test('what is remembered is answered even when nothing more can run', () =>
  withServer({ limits: { runningMax: 1, queuedMax: 0 } }, async ({ ask, stage }) => {
    await ask('{ who }');
    const holding = held();
    stage.slow = holding.promise;
    const slow = ask('{ slow }');
    while (stage.executed < 2) await new Promise(setImmediate);
    expect(problemOf(await ask('{ language }'))).toBe('503 SERVICE_UNAVAILABLE overloaded');
    expect((await ask('{ who }')).status).toBe(200);
    holding.resolve('done');
    expect((await slow).status).toBe(200);
  }));

test('an operation that takes too long is answered, and keeps its place until it ends', () =>
  withServer({ limits: { answerMsMax: 20 } }, async ({ ask, send, stage }) => {
    const running = async () => {
      const { text } = await send({ path: '/metrics' });
      return Number(/^jalon_operations_running (\d+)/m.exec(text)?.[1]);
    };
    const holding = held();
    stage.slow = holding.promise;
    expect(problemOf(await ask('{ slow }'))).toBe('503 SERVICE_UNAVAILABLE answer-too-slow');
    expect(await running()).toBe(1);
    holding.resolve('done');
    await new Promise(setImmediate);
    expect(await running()).toBe(0);
  }));

test('the queue is served in order, and never beyond the limit', async () => {
  const narrow = gate({ runningMax: 1, queuedMax: 2, queuedMsMax: 60_000 });
  const first = held();
  const order: string[] = [];
  const work = (name: string, until: Promise<string>) => async () => {
    order.push(name);
    expect(narrow.running()).toBe(1);
    return until;
  };
  const a = narrow.pass(work('a', first.promise));
  const b = narrow.pass(work('b', Promise.resolve('b')));
  const c = narrow.pass(async () => {
    order.push('c');
    throw new Error('c failed');
  });
  const d = narrow.pass(work('d', Promise.resolve('d')));
  await expect(d).rejects.toMatchObject({ reason: 'overloaded' });
  expect([narrow.running(), narrow.queued()]).toEqual([1, 2]);
  first.resolve('a');
  const ends = await Promise.allSettled([a, b, c]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect([order.join(), narrow.running(), narrow.queued()]).toEqual(['a,b,c', 0, 0]);
});

test('a wait has an end', async () => {
  const narrow = gate({ runningMax: 1, queuedMax: 1, queuedMsMax: 20 });
  const holding = held();
  const running = narrow.pass(() => holding.promise);
  await expect(narrow.pass(() => Promise.resolve('late'))).rejects.toMatchObject({
    reason: 'overloaded',
  });
  holding.resolve('done');
  expect([await running, narrow.running(), narrow.queued()]).toEqual(['done', 0, 0]);
});

test('many short works leave room for requests in between, and all are done', async () => {
  const wide = gate({ runningMax: 128, queuedMax: 1_000, queuedMsMax: 60_000 });
  let rounds = 0;
  const count = () => {
    rounds += 1;
    if (wide.queued() > 0) setImmediate(count);
  };
  const busy = async () => {
    for (const until = performance.now() + 2; performance.now() < until;);
  };
  const all = Array.from({ length: 200 }, () => wide.pass(busy));
  setImmediate(count);
  await Promise.all(all);
  expect(rounds).toBeGreaterThan(100);
});

test('a server that stops lets what is under way finish and takes nothing more', async () => {
  // Longer than the test may take: nothing but the last answer ends the connection.
  const server = await planServer({ limits: { drainMsMax: 30_000, keepAliveMsMax: 30_000 } });
  const holding = held();
  server.stage.slow = holding.promise;
  const slow = server.ask('{ slow }');
  while (server.stage.executed < 1) await new Promise(setImmediate);
  const stopped = server.stop();
  await expect(server.ask('{ who }')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  holding.resolve('done');
  expect((await slow).json()).toEqual({ data: { slow: 'done' } });
  await stopped;
}, 10_000);

test('a server that will stop says so, and serves until proxies had time to notice', async () => {
  const server = await planServer({ limits: { stopNoticeMs: 1_000 } });
  const stopped = server.stop();
  const readiness = await server.send({ path: '/readyz' });
  expect([readiness.status, readiness.json()]).toMatchObject([503, { reasons: ['stopping'] }]);
  expect((await server.ask('{ who }')).status).toBe(200);
  await stopped;
  await expect(server.ask('{ who }')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a server that stops does not wait for ever', async () => {
  const server = await planServer({ limits: { drainMsMax: 20 } });
  server.stage.slow = new Promise(() => undefined);
  const slow = server.ask('{ slow }');
  while (server.stage.executed < 1) await new Promise(setImmediate);
  const [failure] = await Promise.allSettled([slow, server.stop()]);
  expect(failure).toMatchObject({ reason: { code: 'ECONNRESET' } });
});
