import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { NewEvent, StoredEvent } from '../../../src/domain/event.js';
import type { AppendResult, EventLog } from '../../../src/domain/event-log.js';
import { aStream, anEvent, collected, idsOf } from './sample-events.js';

type Step = {
  readonly stream: number;
  /** How far the caller's expected revision is from the true one. */
  readonly off: number;
  readonly bodies: readonly string[];
  /** Repeats an earlier append of the same run instead, if there was one. */
  readonly repeat: number | undefined;
};

type Append = { readonly stream: string; readonly expected: number; readonly events: NewEvent[] };

const step: fc.Arbitrary<Step> = fc.record({
  stream: fc.nat(2),
  off: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(3) }),
  bodies: fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 4 }),
  repeat: fc.option(fc.nat(10), { nil: undefined, freq: 3 }),
});

/** The simplest log: one array. */
function modelAppend(all: StoredEvent[], { stream, expected, events }: Append): AppendResult {
  const own = all.filter((event) => event.stream === stream);
  const there = own.slice(expected + 1, expected + 1 + events.length);
  const same = idsOf(there).join() === idsOf(events).join();
  const last = there.at(-1);
  if (same && last !== undefined)
    return {
      outcome: 'appended',
      revision: last.revision,
      position: last.position,
      replayed: true,
    };
  if (own.length - 1 !== expected) return { outcome: 'conflict', actualRevision: own.length - 1 };
  for (const [at, event] of events.entries())
    all.push({ ...event, stream, revision: own.length + at, position: all.length + 1 });
  const revision = own.length + events.length - 1;
  return { outcome: 'appended', revision, position: all.length, replayed: false };
}

const shifted = (result: AppendResult, by: number): AppendResult =>
  result.outcome === 'conflict' ? result : { ...result, position: result.position + by };

function appendsOf(steps: readonly Step[]): Append[] {
  const streams = [aStream(), aStream(), aStream()];
  const lengths = [0, 0, 0];
  const made: Append[] = [];
  for (const { stream, off, bodies, repeat } of steps) {
    const earlier = repeat === undefined ? undefined : made[repeat];
    const length = lengths[stream] as number;
    const expected = Math.max(-1, length - 1 - off);
    const events = bodies.map((text) => anEvent({ text }));
    made.push(earlier ?? { stream: streams[stream] as string, expected, events });
    if (earlier === undefined && expected === length - 1) lengths[stream] = length + events.length;
  }
  return made;
}

/** Compares the log with a model on generated appends, made one by one or all at once. */
export function modelContract(log: () => EventLog): void {
  test('any appends, retries and conflicts leave what the model says', async () => {
    const property = fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      async (steps, atOnce) => {
        const base = await log().head();
        const appends = appendsOf(steps);
        const model: StoredEvent[] = [];
        const expected = appends.map((append) => modelAppend(model, append));
        const results: AppendResult[] = [];
        const append = (one: Append) => log().append(one.stream, one.expected, one.events);
        if (atOnce) results.push(...(await Promise.all(appends.map(append))));
        else for (const one of appends) results.push(await append(one));
        expect(results).toEqual(expected.map((result) => shifted(result, base)));
        const stored = await collected(log().readAll({ from: base + 1 }));
        expect(stored).toEqual(
          model.map((event) => ({ ...event, position: event.position + base })),
        );
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });
}
