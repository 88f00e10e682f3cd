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
  withServer(
    { limits: { answerMsMax: 20, runningMax: 1, queuedMax: 0 } },
    async ({ ask, stage }) => {
      const holding = held();
      stage.slow = holding.promise;
      expect(problemOf(await ask('{ slow }'))).toBe('503 SERVICE_UNAVAILABLE answer-too-slow');
      expect(problemOf(await ask('{ who }'))).toBe('503 SERVICE_UNAVAILABLE overloaded');
      holding.resolve('done');
      await new Promise(setImmediate);
      expect((await ask('{ who }')).status).toBe(200);
    },
  ));

test('the queue is served in order, never beyond the limit, and a wait has an end', async () => {
  const narrow = gate({ runningMax: 1, queuedMax: 2, queuedMsMax: 30 });
  const first = held();
  const order: string[] = [];
  const work = (name: string, until: Promise<string>) => async () => {
    order.push(name);
    expect(narrow.running()).toBe(1);
    return until;
  };
  const a = narrow.pass(work('a', first.promise));
  const b = narrow.pass(work('b', Promise.resolve('b')));
  const c = narrow.pass(work('c', Promise.reject(new Error('c failed'))));
  await expect(narrow.pass(work('d', Promise.resolve('d')))).rejects.toMatchObject({
    reason: 'overloaded',
  });
  first.resolve('a');
  expect(await Promise.all([a, b])).toEqual(['a', 'b']);
  await expect(c).rejects.toThrow('c failed');
  expect([order.join(), narrow.running(), narrow.queued()]).toEqual(['a,b,c', 0, 0]);

  const second = held();
  const running = narrow.pass(work('e', second.promise));
  await expect(narrow.pass(work('f', Promise.resolve('f')))).rejects.toMatchObject({
    reason: 'overloaded',
  });
  second.resolve('e');
  await running;
  expect([narrow.running(), narrow.queued()]).toEqual([0, 0]);
});

test('a server that stops lets what is under way finish and takes nothing more', async () => {
  const server = await planServer();
  const holding = held();
  server.stage.slow = holding.promise;
  const slow = server.ask('{ slow }');
  while (server.stage.executed < 1) await new Promise(setImmediate);
  const stopped = server.stop();
  await expect(server.ask('{ who }')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  holding.resolve('done');
  expect((await slow).json()).toEqual({ data: { slow: 'done' } });
  await stopped;
});

test('a server that stops does not wait for ever', async () => {
  const server = await planServer({ limits: { drainMsMax: 20 } });
  server.stage.slow = new Promise(() => undefined);
  const slow = server.ask('{ slow }');
  while (server.stage.executed < 1) await new Promise(setImmediate);
  const [failure] = await Promise.allSettled([slow, server.stop()]);
  expect(failure).toMatchObject({ reason: { code: 'ECONNRESET' } });
});
