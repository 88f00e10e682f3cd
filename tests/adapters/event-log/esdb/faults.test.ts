import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { NewEvent } from '../../../../src/domain/event.js';
import { EventLogUnavailable, noStream, type EventLog } from '../../../../src/domain/event-log.js';
import { startEventServer, type EventServer } from '../../../support/event-server/event-server.js';
import { noFaults, type Faults } from '../../../support/event-server/faults.js';
import { aStream, anEvent, collected, events, idsOf, numbersFrom, take } from '../sample-events.js';
import { temporaryEsdbLog } from './temporary-esdb-log.js';

/** Time for an answer, and the bound that is promised for it: a fifth more. */
const answerMsMax = 3_000;
const promisedMs = 1.2 * answerMsMax;
/** Time for an answer where nothing is promised, enough on the slowest machine. */
const patientMs = 30_000;

let server: EventServer;
let log: EventLog;

const open = async (members = 1, msMax = answerMsMax): Promise<void> => {
  server = await startEventServer(members);
  log = await temporaryEsdbLog(server.url, { answerMsMax: msMax, attemptMsMax: 600 });
};
afterEach(async () => {
  await log.close();
  await server.dispose();
});

/** What became of it, and whether that was known in the time promised. */
async function outcomeOf(work: Promise<unknown>) {
  const start = performance.now();
  const outcome = await work.then(
    () => 'done',
    (error: unknown) => error,
  );
  return { outcome, inTime: performance.now() - start < promisedMs };
}

const isRefused = { outcome: expect.any(EventLogUnavailable), inTime: true };

describe('An append ends in exactly one event', () => {
  beforeEach(() => open());

  test.each<[string, Partial<Faults>]>([
    ['it is neither committed nor answered', { ignored: 1 }],
    ['its answer is lost after it was committed', { unanswered: 1 }],
    ['the connection breaks before it is committed', { cutBefore: 1 }],
    ['the connection breaks after it was committed', { cutAfter: 1 }],
    ['the server is still starting', { notReady: 3 }],
    ['one thing after the other goes wrong', { cutBefore: 1, cutAfter: 1, notReady: 1 }],
    ['the server is slow, but not too slow', { slowMs: 200 }],
    ['the server drops who follows it as too slow', { drops: 2 }],
    ['it is answered twice', { answeredTwice: 1 }],
  ])('when %s', async (_, faults) => {
    const stream = aStream();
    const [first, ...same] = events(3);
    await log.append(stream, noStream, [first as NewEvent]);
    await server.fail(faults);
    const append = log.append(stream, 0, same);
    expect(await outcomeOf(append)).toEqual({ outcome: 'done', inTime: true });
    expect(await append).toEqual({
      outcome: 'appended',
      revision: 2,
      position: 3,
      replayed: false,
    });
    expect(await log.append(stream, 0, same)).toEqual({ ...(await append), replayed: true });
    expect(idsOf(await log.readStream(stream))).toEqual(idsOf([first as NewEvent, ...same]));
    expect(await log.head()).toBe(3);
  });

  test('or in a conflict, when it was never taken and another one was meanwhile', async () => {
    const stream = aStream();
    await server.fail({ cutBefore: 1 });
    const [lost, other] = [log.append(stream, noStream, events(1)), events(1)];
    const taken = log.append(stream, noStream, other);
    const outcomes = [(await lost).outcome, (await taken).outcome];
    expect(outcomes.toSorted()).toEqual(['appended', 'conflict']);
    expect(await log.readStream(stream)).toHaveLength(1);
  });

  test('and appends to one stream keep their order when the connection breaks', async () => {
    const stream = aStream();
    await server.fail({ cutAfter: 2, cutBefore: 1 });
    const all = events(30);
    const results = await Promise.all(all.map((one, at) => log.append(stream, at - 1, [one])));
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
    expect(idsOf(await log.readStream(stream))).toEqual(idsOf(all));
  });
});

describe('A server that says nothing', () => {
  beforeEach(() => open());

  test('ends in a refusal in time, and the same append again finds out what became of it', async () => {
    const stream = aStream();
    const same = events(2);
    await log.append(aStream(), noStream, events(1));
    await server.freeze(true);
    const works = [log.append(stream, noStream, same), log.readStream(stream), log.head()];
    for (const outcome of await Promise.all(works.map(outcomeOf)))
      expect(outcome).toEqual(isRefused);
    await server.freeze(false);
    await log.append(stream, noStream, same);
    expect(idsOf(await log.readStream(stream))).toEqual(idsOf(same));
    expect(await log.head()).toBe(3);
  });

  test('refuses all appends of many that wait, and takes them when it answers again', async () => {
    await log.append(aStream(), noStream, events(1));
    await server.freeze(true);
    const many = Array.from({ length: 200 }, () => {
      const [stream, large] = [aStream(), anEvent({ text: 'x'.repeat(20_000) })];
      return () => log.append(stream, noStream, [large]);
    });
    const outcomes = await Promise.all(many.map((append) => outcomeOf(append())));
    expect(outcomes).toEqual(many.map(() => isRefused));
    await server.freeze(false);
    for (const append of many) expect(await append()).toMatchObject({ outcome: 'appended' });
    expect(await log.head()).toBe(201);
  });

  test('refuses an append that it answers always too late, though it was stored', async () => {
    const stream = aStream();
    const same = events(1);
    await server.fail({ slowMs: 1_000 });
    expect(await outcomeOf(log.append(stream, noStream, same))).toEqual(isRefused);
    await server.fail(noFaults());
    expect(await log.append(stream, noStream, same)).toMatchObject({ position: 1, replayed: true });
  });

  test('that is killed and started again has kept what it acknowledged', async () => {
    const stream = aStream();
    const [before, during] = [events(3), events(2)];
    await log.append(stream, noStream, before);
    const seen = take(5, log.subscribe(0));
    await server.kill();
    expect(await outcomeOf(log.append(stream, 2, during))).toEqual(isRefused);
    await server.restart();
    expect(await log.append(stream, 2, during)).toMatchObject({ revision: 4, position: 5 });
    expect(idsOf(await seen)).toEqual(idsOf([...before, ...during]));
  });
});

test('A reading that the server gives up is asked again', async () => {
  await open(1, patientMs);
  const stream = aStream();
  const all = events(3);
  await log.append(stream, noStream, all);
  await server.fail({ readsTimedOut: 3 });
  expect(idsOf(await log.readStream(stream))).toEqual(idsOf(all));
  expect((await server.look()).faults.readsTimedOut).toBe(0);
});

describe('A subscription', () => {
  beforeEach(() => open(1, patientMs));

  test('dropped as too slow goes on after the last event it gave', async () => {
    const stream = aStream();
    const seen = take(200, log.subscribe(0));
    await server.fail({ drops: 6 });
    const all = events(200);
    for (const [at, event] of all.entries()) await log.append(stream, at - 1, [event]);
    expect((await seen).map(({ position }) => position)).toEqual(numbersFrom(1, 200));
    expect(idsOf(await seen)).toEqual(idsOf(all));
    expect((await server.look()).faults.drops).toBe(0);
  });

  test('that the server denied for a while counts on once it may', async () => {
    const stream = aStream();
    await server.fail({ drops: 1, denied: 5 });
    await log.append(stream, noStream, events(1));
    expect(await log.append(stream, 0, events(1))).toMatchObject({ position: 2 });
    expect(await log.head()).toBe(2);
    expect((await server.look()).faults.denied).toBe(0);
  });

  test('goes on after every break of the connection', async () => {
    const stream = aStream();
    const seen = take(60, log.subscribe(0));
    const all = events(60);
    for (const [at, event] of all.entries()) {
      await log.append(stream, at - 1, [event]);
      if (at % 20 === 10) await server.cut();
    }
    expect(idsOf(await seen)).toEqual(idsOf(all));
  });
});

test('The head is the last event of ours, however many records of others come after it', async () => {
  await open(1, patientMs);
  const others = await temporaryEsdbLog(server.url);
  const stream = aStream();
  await server.fail({ drops: 1, denied: 1_000 });
  await log.append(stream, noStream, events(1));
  const uncounted = log.append(stream, 0, events(1));
  for (let at = 0; at < 20; at++) await others.append(aStream(), noStream, events(1));
  const head = log.head();
  await server.fail(noFaults());
  expect(await head).toBe(2);
  expect(await uncounted).toMatchObject({ position: 2 });
  await others.close();
});

describe('A taker that stands still', () => {
  beforeEach(() => open(1, patientMs));

  /** Looks until nothing more is sent to the newest subscription, and tells how much was. */
  async function sentInTheEnd(): Promise<number> {
    let before = 0;
    for (let same = 0; same < 20;) {
      const now = (await server.look()).sent.at(-1) ?? 0;
      same = now > 0 && now === before ? same + 1 : 0;
      before = now;
      await sleep(20);
    }
    return before;
  }

  test('is sent a few batches of what there is, and all of it when it goes on', async () => {
    const all = 10_000;
    for (let at = 0; at < all; at += 1_000) await log.append(aStream(), noStream, events(1_000));
    const following = log.subscribe(0)[Symbol.asyncIterator]();
    const taken: number[] = [];
    const goOn = async () => {
      const { value: batch } = await following.next();
      taken.push(...(batch ?? []).map(({ position }: { position: number }) => position));
    };
    await goOn();
    expect(await sentInTheEnd()).toBeLessThan(5_000);
    while (taken.length < all) await goOn();
    expect(taken).toEqual(numbersFrom(1, all));
    await following.return?.();
  });
});

describe('A cluster', () => {
  beforeEach(() => open(3));

  test('that has no leader refuses in time, and takes appends once it has one', async () => {
    const stream = aStream();
    const same = events(2);
    await log.append(aStream(), noStream, events(1));
    await server.killLeader();
    expect(await outcomeOf(log.append(stream, noStream, same))).toEqual(isRefused);
    await server.elect(1);
    expect(await log.append(stream, noStream, same)).toMatchObject({ revision: 1, position: 3 });
    expect(await log.head()).toBe(3);
  });

  test('that changes its leader under load loses nothing and writes nothing twice', async () => {
    const callers = Array.from({ length: 16 }, async () => {
      const stream = aStream();
      for (let at = 0; at < 20; at++) await log.append(stream, at - 1, [anEvent({ at })]);
    });
    await server.killLeader();
    await server.elect(2);
    await Promise.all(callers);
    const stored = await collected(log.readAll());
    expect(stored.map(({ position }) => position)).toEqual(numbersFrom(1, 320));
    expect(new Set(idsOf(stored)).size).toBe(320);
  });
});
