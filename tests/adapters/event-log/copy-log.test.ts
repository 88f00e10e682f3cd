import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyLog, LogsDiffer } from '../../../src/adapters/event-log/copy-log.js';
import { openMemoryEventLog } from '../../../src/adapters/event-log/memory/open-memory-event-log.js';
import { EventLogUnavailable, noStream, type EventLog } from '../../../src/domain/event-log.js';
import { startEventServer, type EventServer } from '../../support/event-server/event-server.js';
import { temporaryEsdbLog } from './esdb/temporary-esdb-log.js';
import { aStream, collected, events } from './sample-events.js';
import { temporaryLog } from './temporary-log.js';

let server: EventServer;
beforeAll(async () => {
  server = await startEventServer();
});
afterAll(() => server.dispose());

/** A log of four streams whose events stand among each other. */
async function aLog(): Promise<EventLog> {
  const log = openMemoryEventLog();
  const streams = ['plan', 'plan', 'measure', 'observation'].map(aStream);
  for (let at = -1; at < 60; at += 3)
    for (const stream of streams) await log.append(stream, at, events(3));
  return log;
}

const all = (log: EventLog) => collected(log.readAll());

describe('Copying a log', () => {
  test('there and back keeps every event as it is and where it is', async () => {
    const from = await aLog();
    const there = await temporaryEsdbLog(server.url);
    const file = temporaryLog();
    const back = await file.open();
    expect(await copyLog({ from, to: there })).toBe(252);
    expect(await copyLog({ from: there, to: back })).toBe(252);
    expect(await all(there)).toEqual(await all(from));
    expect(await all(back)).toEqual(await all(from));
    await there.close();
    await file.dispose();
  });

  test('goes on where it was cut short, and a second time changes nothing', async () => {
    const from = await aLog();
    const to = openMemoryEventLog();
    const cutShort = copyLog({
      from,
      to,
      onProgress(phase, done) {
        if (phase === 'copy' && done === 100) throw new Error('the power went');
      },
    });
    await expect(cutShort).rejects.toThrow('the power went');
    const copied: number[] = [];
    const onProgress = (phase: string, done: number) =>
      void (phase === 'copy' && copied.push(done));
    expect(await copyLog({ from, to, onProgress })).toBe(252);
    expect(copied[0]).toBe(101);
    expect(await copyLog({ from, to, onProgress })).toBe(252);
    expect(copied).toHaveLength(152);
    expect(await all(to)).toEqual(await all(from));
  });

  test('ends when the target dies, and goes on once it is back', async () => {
    const from = await aLog();
    const own = await startEventServer();
    const prefix = 'copy_';
    const dying = await temporaryEsdbLog(own.url, { answerMsMax: 5_000, prefix });
    const killAt100 = (phase: string, done: number): void => {
      if (phase === 'copy' && done === 100) void own.kill();
    };
    const cutShort = copyLog({ from, to: dying, onProgress: killAt100 });
    await expect(cutShort).rejects.toThrow(EventLogUnavailable);
    await dying.close();
    await own.restart();
    const to = await temporaryEsdbLog(own.url, { prefix });
    const steps: string[] = [];
    const onProgress = (phase: string, done: number) => void steps.push(`${phase} ${done}`);
    const there = await to.head();
    expect(there).toBeGreaterThanOrEqual(100);
    expect(await copyLog({ from, to, onProgress })).toBe(252);
    expect(steps[0]).toBe('compare 1');
    expect(steps.find((step) => step.startsWith('copy'))).toBe(`copy ${there + 1}`);
    expect(await all(to)).toEqual(await all(from));
    await to.close();
    await own.dispose();
  });

  test('takes along what is added to the source meanwhile', async () => {
    const from = await aLog();
    const to = openMemoryEventLog();
    let isAdded = false;
    const onProgress = (phase: string) => {
      if (phase === 'compare' && !isAdded) void from.append(aStream(), noStream, events(5));
      isAdded ||= phase === 'compare';
    };
    expect(await copyLog({ from, to, onProgress })).toBe(257);
    expect(await all(to)).toEqual(await all(from));
  });

  test.each<[string, (from: EventLog) => Promise<EventLog>, number]>([
    ['holds other events', () => aLog(), 1],
    [
      'holds more than the source',
      async (from) => {
        const to = openMemoryEventLog();
        await copyLog({ from, to });
        await to.append(aStream(), noStream, events(1));
        return to;
      },
      253,
    ],
  ])('is refused when the target %s, and writes nothing', async (_, target, position) => {
    const from = await aLog();
    const to = await target(from);
    const head = await to.head();
    await expect(copyLog({ from, to })).rejects.toMatchObject({ position });
    await expect(copyLog({ from, to })).rejects.toThrow(LogsDiffer);
    expect(await to.head()).toBe(head);
  });
});
