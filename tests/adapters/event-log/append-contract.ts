import { expect, test } from '@jest/globals';
import { AppendTooLarge, noStream, type EventLog } from '../../../src/domain/event-log.js';
import { aStream, anEvent, collected, events, idsOf, numbersFrom } from './sample-events.js';

const appended = { outcome: 'appended', replayed: false };

/** What appending must do; see `eventLogContract`. */
export function appendContract(log: () => EventLog): void {
  test('the first events of a stream get the revisions from 0 and the next positions', async () => {
    const stream = aStream();
    const head = await log().head();
    const result = await log().append(stream, noStream, events(3));
    expect(result).toEqual({ ...appended, revision: 2, position: head + 3 });
    const stored = await log().readStream(stream);
    expect(stored.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect(stored.map(({ position }) => position)).toEqual(numbersFrom(head + 1, 3));
    expect(await log().head()).toBe(head + 3);
  });

  test('an append after the revision the caller saw is added', async () => {
    const stream = aStream();
    const [first, second] = [anEvent(), anEvent()];
    await log().append(stream, noStream, [first]);
    expect(await log().append(stream, 0, [second])).toMatchObject({ ...appended, revision: 1 });
    expect(idsOf(await log().readStream(stream))).toEqual(idsOf([first, second]));
  });

  test.each([
    ['the stream moved on', 0],
    ['the stream was thought new', noStream],
    ['the stream is behind what the caller claims', 5],
  ])('an append is a conflict and writes nothing when %s', async (_, expected) => {
    const stream = aStream();
    const first = events(2);
    await log().append(stream, noStream, first);
    const head = await log().head();
    const result = await log().append(stream, expected, events(2));
    expect(result).toEqual({ outcome: 'conflict', actualRevision: 1 });
    expect(idsOf(await log().readStream(stream))).toEqual(idsOf(first));
    expect(await log().head()).toBe(head);
  });

  test('an append to a stream that should exist but does not is a conflict', async () => {
    const stream = aStream();
    const result = await log().append(stream, 0, events(1));
    expect(result).toEqual({ outcome: 'conflict', actualRevision: noStream });
    expect(await log().readStream(stream)).toEqual([]);
  });

  test('the same append again is a success that writes nothing, also much later', async () => {
    const stream = aStream();
    const [first, second] = [events(2), events(2)];
    const result = await log().append(stream, noStream, first);
    await log().append(stream, 1, second);
    const head = await log().head();
    expect(await log().append(stream, noStream, first)).toEqual({ ...result, replayed: true });
    expect(await log().append(stream, 1, second)).toMatchObject({ revision: 3, position: head });
    expect(await log().head()).toBe(head);
  });

  test('two of the same append at once are written once', async () => {
    const stream = aStream();
    const same = events(2);
    const results = await Promise.all([1, 2].map(() => log().append(stream, noStream, same)));
    expect(results.map((result) => result.outcome === 'appended' && result.replayed)).toEqual([
      false,
      true,
    ]);
    expect(idsOf(await log().readStream(stream))).toEqual(idsOf(same));
  });

  test('an append that repeats only a part of an earlier one is a conflict', async () => {
    const stream = aStream();
    const [one, two, three] = [anEvent(), anEvent(), anEvent()];
    await log().append(stream, noStream, [one, two]);
    const conflict = { outcome: 'conflict', actualRevision: 1 };
    expect(await log().append(stream, noStream, [one, three])).toEqual(conflict);
    expect(await log().append(stream, noStream, [one, two, three])).toEqual(conflict);
    expect(await log().append(stream, noStream, [two, one])).toEqual(conflict);
    expect(await log().append(stream, noStream, [two])).toEqual(conflict);
    expect(idsOf(await log().readStream(stream))).toEqual(idsOf([one, two]));
  });

  test('64 callers at once leave no gap in positions and none in any stream', async () => {
    const head = await log().head();
    const streams = Array.from({ length: 64 }, () => aStream());
    const caller = async (stream: string): Promise<void> => {
      for (let at = 0; at < 10; at++) await log().append(stream, at - 1, [anEvent({ at })]);
    };
    await Promise.all(streams.map(caller));
    const all = await collected(log().readAll({ from: head + 1 }));
    expect(all.map(({ position }) => position)).toEqual(numbersFrom(head + 1, 640));
    for (const stream of streams) {
      const own = all.filter((event) => event.stream === stream);
      expect(own.map(({ revision }) => revision)).toEqual(numbersFrom(0, 10));
      expect(own.map(({ data }) => data['at'])).toEqual(numbersFrom(0, 10));
    }
  });

  test('of 64 callers who saw the same revision exactly one wins', async () => {
    const stream = aStream();
    const tries = Array.from({ length: 64 }, () => log().append(stream, noStream, events(2)));
    const results = await Promise.all(tries);
    expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(await log().readStream(stream)).toHaveLength(2);
  });

  test('appends to one stream in one breath are taken in the order they were made', async () => {
    const stream = aStream();
    const all = events(50);
    const results = await Promise.all(all.map((one, at) => log().append(stream, at - 1, [one])));
    expect(results.every(({ outcome }) => outcome === 'appended')).toBe(true);
    expect(idsOf(await log().readStream(stream))).toEqual(idsOf(all));
  });

  test('an append is never seen in part', async () => {
    const stream = aStream();
    const seen = new Set<number>();
    for (let last = noStream; last < 300; last += 5) {
      const written = log().append(stream, last, events(5));
      for (let look = 0; look < 5; look++) {
        seen.add((await log().readStream(stream)).length % 5);
        await new Promise(setImmediate);
      }
      await written;
    }
    expect([...seen]).toEqual([0]);
  });

  test.each([
    ['no events', 'plan-1', noStream, []],
    ['a stream without a category', 'plan', noStream, events(1)],
    ['a stream without an id', 'plan-', noStream, events(1)],
    ['a stream whose id holds the separator', 'plan-thunder-bay', noStream, events(1)],
    ['a stream with a name of 201 characters', `plan-${'b'.repeat(196)}`, noStream, events(1)],
    ['an expected revision below -1', 'plan-1', -2, events(1)],
    ['an expected revision that is no whole number', 'plan-1', 0.5, events(1)],
    ['an event without an id', 'plan-1', noStream, [{ ...anEvent(), id: '' }]],
    ['an event without a version', 'plan-1', noStream, [{ ...anEvent(), schemaVersion: NaN }]],
  ])('an append with %s is rejected and writes nothing', async (_, stream, expected, all) => {
    const head = await log().head();
    await expect(log().append(stream, expected, all)).rejects.toThrow(RangeError);
    expect(await log().head()).toBe(head);
  });

  test('an event of 1,048,320 bytes of JSON is stored; a byte more is too large', async () => {
    const stream = aStream();
    const event = anEvent({ text: '' });
    const rest = JSON.stringify(event.data).length + JSON.stringify(event.metadata).length;
    const withText = (length: number) => ({ ...event, data: { text: 'x'.repeat(length - rest) } });
    const tooLarge = log().append(stream, noStream, [withText(1_048_321)]);
    await expect(tooLarge).rejects.toThrow(AppendTooLarge);
    expect(await log().readStream(stream)).toEqual([]);
    await log().append(stream, noStream, [withText(1_048_320)]);
    expect((await log().readStream(stream))[0]?.data).toEqual(withText(1_048_320).data);
  });

  test('as many events as are 1 MiB together are stored; one more is too large', async () => {
    const stream = aStream();
    const oneOfMany = () => anEvent({ text: 'x'.repeat(700) });
    const { data, metadata } = oneOfMany();
    const bytes = JSON.stringify(data).length + JSON.stringify(metadata).length + 256;
    const most = Array.from({ length: Math.floor(1_048_576 / bytes) }, oneOfMany);
    const tooLarge = log().append(stream, noStream, [...most, oneOfMany()]);
    await expect(tooLarge).rejects.toThrow(AppendTooLarge);
    expect(await log().readStream(stream)).toEqual([]);
    await log().append(stream, noStream, most);
    expect(await log().readStream(stream)).toHaveLength(most.length);
  });
}
