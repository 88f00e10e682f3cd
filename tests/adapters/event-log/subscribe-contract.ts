import { expect, test } from '@jest/globals';
import type { EventLog } from '../../../src/domain/event-log.js';
import { aStream, collected, events, idsOf, numbersFrom, take } from './sample-events.js';

/** What subscribing must do; see `eventLogContract`. */
export function subscribeContract(log: () => EventLog): void {
  const grow = async (count: number): Promise<void> => {
    const stream = aStream();
    for (let at = 0; at < count; at += 10) await log().append(stream, at - 1, events(10));
  };

  test('a subscription from 0 begins with the first event of the log', async () => {
    await grow(20);
    const head = await log().head();
    const seen = await take(head, log().subscribe(0));
    expect(seen.map(({ position }) => position)).toEqual(numbersFrom(1, head));
    expect(seen).toEqual(await collected(log().readAll()));
  });

  test('a subscription from the middle begins after the position named', async () => {
    await grow(20);
    const after = (await log().head()) - 7;
    const seen = await take(7, log().subscribe(after));
    expect(seen.map(({ position }) => position)).toEqual(numbersFrom(after + 1, 7));
  });

  test('a subscription waits for what is appended later', async () => {
    const head = await log().head();
    const seen = take(2, log().subscribe(head));
    const later = events(2);
    const stream = aStream();
    for (const [at, event] of later.entries()) {
      await new Promise(setImmediate);
      await log().append(stream, at - 1, [event]);
    }
    expect(idsOf(await seen)).toEqual(idsOf(later));
  });

  test('catching up goes over to following without gap or duplicate', async () => {
    const after = await log().head();
    await grow(3_000);
    const followers = [after, after, after + 1_500].map((from) =>
      take(after + 4_000 - from, log().subscribe(from)),
    );
    await Promise.all([grow(500), grow(500)]);
    for (const [at, seen] of (await Promise.all(followers)).entries()) {
      const from = at < 2 ? after : after + 1_500;
      expect(seen.map(({ position }) => position)).toEqual(
        numbersFrom(from + 1, after + 4_000 - from),
      );
    }
  });

  test('a slow taker holds nothing back and still gets everything', async () => {
    const after = await log().head();
    const slow = log().subscribe(after)[Symbol.asyncIterator]();
    const first = slow.next();
    const quick = take(5_000, log().subscribe(after));
    await grow(5_000);
    expect(await quick).toHaveLength(5_000);
    const seen = [...((await first).value ?? [])];
    while (seen.length < 5_000) {
      await new Promise(setImmediate);
      seen.push(...((await slow.next()).value ?? []));
    }
    await slow.return?.();
    expect(seen.map(({ position }) => position)).toEqual(numbersFrom(after + 1, 5_000));
  });

  test('an abort ends a subscription that waits', async () => {
    const abort = new AbortController();
    const seen = collected(log().subscribe(await log().head(), abort.signal));
    await new Promise(setImmediate);
    abort.abort();
    expect(await seen).toEqual([]);
  });

  test('an abort ends a subscription between two batches', async () => {
    await grow(2_500);
    const abort = new AbortController();
    let batches = 0;
    for await (const batch of log().subscribe(0, abort.signal)) {
      batches += Math.sign(batch.length);
      abort.abort();
    }
    expect(batches).toBe(1);
  });

  test('a signal that was aborted before gives nothing', async () => {
    expect(await collected(log().subscribe(0, AbortSignal.abort()))).toEqual([]);
  });

  test('leaving a subscription ends a wait that is under way', async () => {
    const head = await log().head();
    const waiting = log().subscribe(head)[Symbol.asyncIterator]();
    const next = waiting.next();
    await waiting.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await waiting.next()).toEqual({ done: true, value: undefined });
  });

  test('other work goes on while a subscriber catches up', async () => {
    await grow(3_000);
    const head = await log().head();
    let turned = false;
    let position = 0;
    for await (const batch of log().subscribe(0)) {
      if (position === 0) setImmediate(() => (turned = true));
      position = batch.at(-1)?.position ?? position;
      if (position >= head) break;
    }
    expect(turned).toBe(true);
  });
}
