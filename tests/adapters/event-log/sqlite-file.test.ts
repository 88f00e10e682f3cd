import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { EventLogUnavailable, noStream, type EventLog } from '../../../src/domain/event-log.js';
import { openForWriting, pragma } from '../../../src/adapters/event-log/sqlite/log-file.js';
import { openLogReader } from '../../../src/adapters/event-log/sqlite/open-log-reader.js';
import { aStream, anEvent, collected, events, numbersFrom, take } from './sample-events.js';
import { temporaryLog, type TemporaryLog } from './temporary-log.js';
import { startWriter } from './writer-process.js';

let place: TemporaryLog;
beforeEach(() => {
  place = temporaryLog();
});
afterEach(() => place.dispose());

const positions = async (log: EventLog): Promise<number[]> =>
  (await collected(log.readAll())).map(({ position }) => position);
const large = (bytes: number) => [anEvent({ text: 'x'.repeat(bytes) })];

test('every commit is synchronised with the disk', () => {
  const db = openForWriting(place.file);
  expect(pragma(db, 'journal_mode')).toBe('wal');
  expect(pragma(db, 'synchronous')).toBe(2);
  expect(pragma(db, 'wal_autocheckpoint')).toBe(0);
  db.close();
});

test('a write-ahead log that a crash left is moved into the file before anything is added', () => {
  const crashed = openForWriting(place.file);
  crashed.exec("INSERT INTO events VALUES (1, 'plan-1', 0, 'a', 'PlanOpened', 1, '{}', '{}')");
  expect(statSync(`${place.file}-wal`).size).toBeGreaterThan(0);
  const opened = openForWriting(place.file);
  expect(statSync(`${place.file}-wal`).size).toBe(0);
  expect(opened.prepare('SELECT position FROM events').get()).toEqual({ position: 1 });
  opened.close();
  crashed.close();
});

test('a file that cannot be written durably is refused', () => {
  expect(() => openForWriting(':memory:')).toThrow('cannot be written durably');
});

test('a reopened log goes on where it ended', async () => {
  const stream = aStream();
  const first = await place.open();
  await first.append(stream, noStream, events(3));
  await first.close();
  const again = await place.open();
  expect(await again.head()).toBe(3);
  const result = await again.append(stream, 2, events(2));
  expect(result).toMatchObject({ outcome: 'appended', revision: 4, position: 5 });
  expect(await positions(again)).toEqual(numbersFrom(1, 5));
});

test('an append is recognised as the same after the log was reopened', async () => {
  const stream = aStream();
  const same = events(2);
  const first = await place.open();
  await first.append(stream, noStream, same);
  await first.close();
  const again = await place.open();
  const result = await again.append(stream, noStream, same);
  expect(result).toEqual({ outcome: 'appended', revision: 1, position: 2, replayed: true });
});

test('a second writer of the same process is refused while the first one is open', async () => {
  const first = await place.open();
  await expect(place.open()).rejects.toMatchObject({
    sentence: {
      en: expect.stringContaining('is open for writing already: stop the other process'),
      fr: expect.stringContaining('est déjà ouvert en écriture : arrêtez l’autre processus'),
    },
  });
  await first.append(aStream(), noStream, events(1));
  await first.close();
  expect(await (await place.open()).head()).toBe(1);
});

test('a second writing process is refused, and takes over once the first is killed', async () => {
  const log = await place.open();
  const refused = startWriter(place.file, {});
  expect(await refused.first).toMatch(/^EventLogUnavailable .* is open for writing already/);
  await refused.kill();
  await log.close();
  const writer = startWriter(place.file, {});
  await writer.first;
  await expect(place.open()).rejects.toThrow(EventLogUnavailable);
  await writer.kill();
  expect(await (await place.open()).head()).toBeGreaterThan(0);
});

test('a process that only reads follows what another one writes', async () => {
  const writer = startWriter(place.file, {});
  await writer.first;
  const log = await place.open({ readOnly: true });
  const seen = await take(2_000, log.subscribe(0));
  expect(seen.map(({ position }) => position)).toEqual(numbersFrom(1, seen.length));
  await writer.kill();
  expect(await log.head()).toBeGreaterThanOrEqual(seen.length);
});

test('a log open for reading only appends nothing and follows the writer beside it', async () => {
  const log = await place.open();
  const stream = aStream();
  await log.append(stream, noStream, events(2));
  const reading = await place.open({ readOnly: true });
  await expect(reading.append(stream, 1, events(1))).rejects.toThrow(EventLogUnavailable);
  const seen = take(5, reading.subscribe(1));
  const waiting = collected(reading.subscribe(6));
  await log.append(stream, 1, events(4));
  expect((await seen).map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
  await reading.close();
  expect(await waiting).toEqual([]);
});

test('the synchronous reader gives what the log gives', async () => {
  const log = await place.open();
  const stream = aStream();
  await log.append(stream, noStream, events(4));
  const reader = openLogReader(place.file);
  expect(reader.head()).toBe(4);
  expect(reader.readAll(2, 2)).toEqual(await collected(log.readAll({ from: 2, limit: 2 })));
  expect(reader.readStream(stream, { toPosition: 3 })).toHaveLength(3);
  reader.close();
  expect(() => reader.head()).toThrow(EventLogUnavailable);
});

test('a missing file is not made by a reader', async () => {
  await expect(place.open({ readOnly: true })).rejects.toThrow('cannot be opened');
  expect(() => openLogReader(place.file)).toThrow(EventLogUnavailable);
  expect(existsSync(place.file)).toBe(false);
});

test.each([
  ['that is another database', "CREATE TABLE plan (name TEXT); INSERT INTO plan VALUES ('x')"],
  ['of a later version', 'PRAGMA user_version = 2'],
])('a file %s is refused and left as it was', async (_, sql) => {
  if (sql.startsWith('PRAGMA')) await (await place.open()).close();
  const other = new DatabaseSync(place.file);
  other.exec(sql);
  other.close();
  await expect(place.open()).rejects.toThrow(EventLogUnavailable);
  await expect(place.open({ readOnly: true })).rejects.toThrow(EventLogUnavailable);
  const after = new DatabaseSync(place.file);
  expect(after.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  after.close();
  rmSync(place.file);
  expect(await (await place.open()).head()).toBe(0);
});

test('a file that is no database is refused', async () => {
  writeFileSync(place.file, 'Community safety and well-being plan\n'.repeat(100));
  await expect(place.open()).rejects.toThrow(EventLogUnavailable);
});

test('a folder that does not exist is refused', async () => {
  const log = place.open({ file: `${place.folder}/none/log.db` });
  await expect(log).rejects.toThrow(EventLogUnavailable);
});

test('a crash between making the file and its tables is mended at the next start', async () => {
  const begun = new DatabaseSync(place.file);
  begun.exec('PRAGMA journal_mode = WAL');
  begun.close();
  expect(await (await place.open()).head()).toBe(0);
});

test('a full disk rejects the append, leaves no gap, and the log accepts what fits', async () => {
  const stream = aStream();
  const log = await place.open({ maxPages: 60 });
  await log.append(stream, noStream, events(2));
  const other = log.append(aStream(), noStream, events(1));
  const tooMuch = log.append(stream, 1, large(500_000));
  await expect(tooMuch).rejects.toThrow(EventLogUnavailable);
  await expect(other).rejects.toThrow(EventLogUnavailable);
  expect(await log.head()).toBe(2);
  expect(await log.append(stream, 1, events(1))).toMatchObject({ revision: 2, position: 3 });
  await log.close();
  const roomier = await place.open();
  expect(await roomier.append(stream, 2, large(500_000))).toMatchObject({ position: 4 });
  expect(await positions(roomier)).toEqual([1, 2, 3, 4]);
});

test('reading goes on while an append waits for the disk', async () => {
  const log = await place.open();
  await log.append(aStream(), noStream, events(2));
  const busy = new DatabaseSync(place.file);
  busy.exec('BEGIN IMMEDIATE');
  const order: string[] = [];
  const append = log.append(aStream(), noStream, events(1)).then(() => order.push('appended'));
  expect(await positions(log)).toEqual([1, 2]);
  await new Promise(setImmediate);
  order.push('read');
  busy.exec('ROLLBACK');
  busy.close();
  await append;
  expect(order).toEqual(['read', 'appended']);
});

test('the write-ahead log stays short under constant load and is gone after closing', async () => {
  const log = await place.open({ maxWalPages: 100 });
  const follower = take(150, log.subscribe(0));
  const stream = aStream();
  for (let at = 0; at < 150; at++) await log.append(stream, at - 1, large(20_000));
  expect(statSync(`${place.file}-wal`).size).toBeLessThan(200 * 4_120);
  expect(await follower).toHaveLength(150);
  await log.close();
  expect(existsSync(`${place.file}-wal`)).toBe(false);
});

test('a reader that holds on to an old state does not stop the log', async () => {
  const log = await place.open({ maxWalPages: 50 });
  const stream = aStream();
  await log.append(stream, noStream, events(1));
  const holding = new DatabaseSync(place.file, { readOnly: true });
  holding.exec('BEGIN');
  const count = holding.prepare('SELECT count(*) AS events FROM events');
  expect(count.get()).toEqual({ events: 1 });
  for (let at = 0; at < 20; at++) await log.append(stream, at, large(20_000));
  expect(await log.head()).toBe(21);
  expect(count.get()).toEqual({ events: 1 });
  holding.close();
});
