import { beforeAll, expect, test } from '@jest/globals';
import type { EventBody } from '../../../src/domain/event.js';
import { noStream, type EventLog } from '../../../src/domain/event-log.js';
import { aStream, anEvent, collected, events, idsOf, numbersFrom } from './sample-events.js';

/** What reading must do; see `eventLogContract`. */
export function readContract(log: () => EventLog): void {
  const [plan, measure] = [aStream(), aStream('measure')];
  const planned = events(6);
  const measured = events(4);
  /** The two streams one after the other, three planned, four measured, three planned. */
  const ids = idsOf([...planned.slice(0, 3), ...measured, ...planned.slice(3)]);
  let before = 0;
  beforeAll(async () => {
    before = await log().head();
    await log().append(plan, noStream, planned.slice(0, 3));
    await log().append(measure, noStream, measured);
    await log().append(plan, 2, planned.slice(3));
  });

  test('a stream is read in the order of its revisions, its events as they were made', async () => {
    const stored = await log().readStream(plan);
    const expected = planned.map((event, revision) => ({
      ...event,
      stream: plan,
      revision,
      position: before + 1 + (revision < 3 ? revision : revision + 4),
    }));
    expect(stored).toEqual(expected);
  });

  test('an unknown stream is empty', async () => {
    expect(await log().readStream(aStream())).toEqual([]);
    expect(await log().readStream(aStream(), { direction: 'backwards', limit: 1 })).toEqual([]);
  });

  test.each([
    ['from a revision', { from: 4 }, [4, 5]],
    ['from a revision beyond its end', { from: 9 }, []],
    ['up to a number', { limit: 2 }, [0, 1]],
    ['up to a number without end', { limit: Infinity }, [0, 1, 2, 3, 4, 5]],
    ['nothing of it', { limit: 0 }, []],
    ['backwards', { direction: 'backwards' }, [5, 4, 3, 2, 1, 0]],
    ['backwards, its last', { direction: 'backwards', limit: 1 }, [5]],
    ['backwards from a revision', { direction: 'backwards', from: 1 }, [1, 0]],
    ['backwards from beyond its end', { direction: 'backwards', from: 9, limit: 2 }, [5, 4]],
    ['a part of its middle', { from: 2, limit: 2 }, [2, 3]],
  ] as const)('a stream is read %s', async (_, options, revisions) => {
    const stored = await log().readStream(plan, options);
    expect(stored.map(({ revision }) => revision)).toEqual(revisions);
  });

  test('a stream is read as of a position, in both directions', async () => {
    const until = async (toPosition: number, direction: 'forwards' | 'backwards') => {
      const stored = await log().readStream(plan, { toPosition: before + toPosition, direction });
      return stored.map(({ revision }) => revision);
    };
    expect(await until(0, 'forwards')).toEqual([]);
    expect(await until(2, 'forwards')).toEqual([0, 1]);
    expect(await until(7, 'forwards')).toEqual([0, 1, 2]);
    expect(await until(8, 'backwards')).toEqual([3, 2, 1, 0]);
    const last = { toPosition: before + 8, direction: 'backwards', limit: 1 } as const;
    expect((await log().readStream(plan, last)).map(({ revision }) => revision)).toEqual([3]);
  });

  test('the whole log is read in the order of its positions', async () => {
    const stored = await collected(log().readAll({ from: before + 1, limit: 10 }));
    expect(idsOf(stored)).toEqual(ids);
    expect(stored.map(({ position }) => position)).toEqual(numbersFrom(before + 1, 10));
    const first = await collected(log().readAll({ limit: 1 }));
    expect(first.map(({ position }) => position)).toEqual([1]);
  });

  test('the whole log is read backwards from a position, and from its head', async () => {
    const options = { direction: 'backwards', from: before + 10, limit: 8 } as const;
    const stored = await collected(log().readAll(options));
    expect(idsOf(stored)).toEqual(ids.toReversed().slice(0, 8));
    const all = await collected(log().readAll({ direction: 'backwards' }));
    const head = await log().head();
    expect(all.map(({ position }) => position)).toEqual(numbersFrom(1, head).toReversed());
  });

  test('reading from beyond the head, or nothing, is empty', async () => {
    const head = await log().head();
    expect(await collected(log().readAll({ from: head + 1 }))).toEqual([]);
    expect(await collected(log().readAll({ limit: 0 }))).toEqual([]);
    expect(await collected(log().readAll({ from: 0, direction: 'backwards' }))).toEqual([]);
  });

  test('a long log comes in several batches without gap or repetition', async () => {
    const from = (await log().head()) + 1;
    for (let appended = 0; appended < 2_500; appended += 500)
      await log().append(aStream(), noStream, events(500));
    const sizes: number[] = [];
    const positions: number[] = [];
    for await (const batch of log().readAll({ from })) {
      sizes.push(batch.length);
      positions.push(...batch.map(({ position }) => position));
    }
    expect(sizes.length).toBeGreaterThan(1);
    expect(positions).toEqual(numbersFrom(from, 2_500));
    const backwards = await collected(log().readAll({ direction: 'backwards', limit: 2_500 }));
    expect(backwards.map(({ position }) => position)).toEqual(positions.toReversed());
  });

  test('reading the whole log comes to an end while it grows', async () => {
    const head = await log().head();
    let grown = 0;
    for await (const batch of log().readAll({ from: head - 20 })) {
      grown += batch.length;
      await log().append(aStream(), noStream, events(30));
    }
    expect(grown).toBe(21);
  });

  test.each<[string, EventBody]>([
    ['accents, other scripts, emoji', { fr: 'Élan «çà»', iu: 'ᐃᓄᒃᑎᑐᑦ', e: '👩‍👧' }],
    ['characters JSON must escape', { text: '"\\\n\t\u0000\u2028\ud800' }],
    ['nothing', {}],
    ['empty parts', { list: [], record: {}, text: '', none: null, lists: [[], [[]]] }],
    ['nested parts', { a: [{ b: [{ c: [1, -2, 3], d: { e: true, f: false } }] }] }],
    ['the largest whole numbers', { max: Number.MAX_SAFE_INTEGER, min: Number.MIN_SAFE_INTEGER }],
    ['a text of 500,000 characters', { text: 'é'.repeat(500_000) }],
  ])('a body with %s is read exactly as it was written', async (_, data) => {
    const stream = aStream();
    await log().append(stream, noStream, [anEvent(data)]);
    expect((await log().readStream(stream))[0]?.data).toEqual(data);
  });

  test('nobody changes what is in the log, not even through the objects given or read', async () => {
    const stream = aStream();
    const data = { names: ['Thunder Bay'] };
    await log().append(stream, noStream, [anEvent(data)]);
    data.names.push('Kenora');
    const [read] = await log().readStream(stream);
    const names = read?.data['names'] as string[];
    names.push('Dryden');
    expect((await log().readStream(stream))[0]?.data).toEqual({ names: ['Thunder Bay'] });
  });
}
