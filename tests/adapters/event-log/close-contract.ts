import { afterEach, expect, test } from '@jest/globals';
import { EventLogUnavailable, noStream, type EventLog } from '../../../src/domain/event-log.js';
import type { OpenedLog, OpenLog } from './opened-log.js';
import { aStream, anEvent, collected, events } from './sample-events.js';

/** What closing must do; see `eventLogContract`. */
export function closeContract(open: OpenLog): void {
  let opened: OpenedLog | undefined;
  const fresh = async (): Promise<EventLog> => {
    opened = await open();
    return opened.log;
  };
  afterEach(async () => {
    await opened?.log.close();
    await opened?.dispose();
  });

  test('appends under way are answered before the log is closed', async () => {
    const log = await fresh();
    const under = Array.from({ length: 20 }, () => log.append(aStream(), noStream, [anEvent()]));
    await log.close();
    const outcomes = (await Promise.all(under)).map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['appended']));
  });

  test('a closed log takes and gives nothing, and closing again does nothing', async () => {
    const log = await fresh();
    await log.append(aStream(), noStream, events(1));
    const reading = log.readAll();
    await log.close();
    await log.close();
    const stream = aStream();
    await expect(log.append(stream, noStream, events(1))).rejects.toThrow(EventLogUnavailable);
    await expect(log.readStream(stream)).rejects.toThrow(EventLogUnavailable);
    await expect(log.head()).rejects.toThrow(EventLogUnavailable);
    await expect(collected(reading)).rejects.toThrow(EventLogUnavailable);
  });

  test('closing ends subscriptions, those that wait and those that would begin', async () => {
    const log = await fresh();
    await log.append(aStream(), noStream, events(3));
    const waiting = collected(log.subscribe(await log.head()));
    const behind = log.subscribe(0)[Symbol.asyncIterator]();
    await behind.next();
    await log.close();
    expect(await waiting).toEqual([]);
    expect(await behind.next()).toEqual({ done: true, value: undefined });
    expect(await collected(log.subscribe(0))).toEqual([]);
  });
}
