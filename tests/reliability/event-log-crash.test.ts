import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StoredEvent } from '../../src/domain/event.js';
import { openLogReader } from '../../src/adapters/event-log/sqlite/open-log-reader.js';
import { anEvent, numbersFrom } from '../adapters/event-log/sample-events.js';
import { temporaryLog, type TemporaryLog } from '../adapters/event-log/temporary-log.js';
import { startWriter } from '../adapters/event-log/writer-process.js';

const cycles = Number(process.env['CRASH_CYCLES'] ?? 5);

let place: TemporaryLog;
beforeAll(() => {
  place = temporaryLog();
});
afterAll(() => place.dispose());

type Acknowledged = {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
};

function parse(line: string): Acknowledged {
  const [stream = '', revision, position] = line.split(' ');
  return { stream, revision: Number(revision), position: Number(position) };
}

/** The events after a position, as the first reader after the crash finds them. */
function eventsAfter(position: number): StoredEvent[] {
  const reader = openLogReader(place.file);
  const all: StoredEvent[] = [];
  for (let next = position + 1; next <= reader.head(); next = position + 1 + all.length)
    all.push(...reader.readAll(next, 1_000));
  reader.close();
  return all;
}

/** Writes with 64 callers for a moment that differs from cycle to cycle, then dies. */
async function crash(cycle: number, seen: Record<string, number>): Promise<Acknowledged[]> {
  const writer = startWriter(place.file, seen);
  await writer.first;
  await new Promise((resolve) => setTimeout(resolve, (cycle * 37) % 150));
  await writer.kill();
  const acknowledged = writer.lines.map(parse);
  for (const { stream, revision } of acknowledged) seen[stream] = revision;
  return acknowledged;
}

/** What was acknowledged but is not where it was said to be. */
const lost = (acknowledged: readonly Acknowledged[], all: readonly StoredEvent[]) =>
  acknowledged.filter(({ stream, revision, position }) => {
    const event = all[position - 1];
    return event?.stream !== stream || event.revision !== revision;
  });

test(
  `a writer killed ${cycles} times loses nothing acknowledged and leaves no gap or duplicate`,
  async () => {
    const seen: Record<string, number> = {};
    const acknowledged: Acknowledged[] = [];
    const found: StoredEvent[] = [];
    for (let cycle = 0; cycle < cycles; cycle++) {
      const said = await crash(cycle, seen);
      found.push(...eventsAfter(found.length));
      expect(said.length).toBeGreaterThan(0);
      expect(lost(said, found)).toEqual([]);
      acknowledged.push(...said);
    }
    const all = eventsAfter(0);
    expect(all.map(({ position }) => position)).toEqual(numbersFrom(1, all.length));
    expect(lost(acknowledged, all)).toEqual([]);
    for (const [stream, own] of Map.groupBy(all, (event) => event.stream))
      expect(own.map(({ revision, id }) => `${revision} ${id}`)).toEqual(
        own.map((_, revision) => `${revision} ${stream} ${revision}`),
      );
    const log = await place.open();
    const next = await log.append('plan-after', -1, [anEvent()]);
    expect(next).toMatchObject({ outcome: 'appended', position: all.length + 1 });
  },
  60_000 + cycles * 10_000,
);
