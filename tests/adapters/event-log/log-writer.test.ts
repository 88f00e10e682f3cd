import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EventLogUnavailable, noStream } from '../../../src/domain/event-log.js';
import { appendRequest } from '../../../src/adapters/event-log/append-request.js';
import { logWriter, type LogWriter } from '../../../src/adapters/event-log/sqlite/log-writer.js';
import { openLogReader } from '../../../src/adapters/event-log/sqlite/open-log-reader.js';
import {
  openWritingConnection,
  type WritingConnection,
} from '../../../src/adapters/event-log/sqlite/writing-connection.js';
import { aStream, events, numbersFrom } from './sample-events.js';
import { temporaryLog, type TemporaryLog } from './temporary-log.js';

type Faulty = 'begin' | 'insert' | 'commit' | 'checkpoint';

let place: TemporaryLog;
let writer: LogWriter;
/** What was done on each connection, in order. */
let connections: string[][];
let fail: { at: Faulty; after?: boolean; connecting?: boolean } | undefined;

/** A real connection to a real file, on which one step may fail as on a bad disk. */
function connect(): WritingConnection {
  if (fail?.connecting && connections.length > 0) {
    fail = undefined;
    throw new Error('unable to open database file');
  }
  const real = openWritingConnection(place.file);
  const done: string[] = [];
  connections.push(done);
  const step = (name: Faulty, work: () => void): void => {
    done.push(name);
    const failing = fail?.at === name ? fail : undefined;
    if (failing && !failing.connecting) fail = undefined;
    if (!failing || failing.after) work();
    if (failing) throw new Error('disk I/O error');
  };
  return {
    ...real,
    begin: () => step('begin', () => real.begin()),
    insert: (row) => step('insert', () => real.insert(row)),
    commit: () => step('commit', () => real.commit()),
    checkpoint: () => step('checkpoint', () => real.checkpoint()),
  };
}

beforeEach(() => {
  place = temporaryLog();
  connections = [];
  fail = undefined;
  writer = logWriter(connect);
});
afterEach(async () => {
  writer.close();
  await place.dispose();
});

function positionsInFile(): number[] {
  const reader = openLogReader(place.file);
  const positions = reader.readAll(1, 1_000).map(({ position }) => position);
  reader.close();
  return positions;
}

describe('A group of appends', () => {
  test('is one transaction, each append judged on what the ones before it leave', () => {
    const [stream, other] = [aStream(), aStream()];
    const same = appendRequest(stream, noStream, events(2));
    const results = writer.write([
      same,
      appendRequest(other, noStream, events(1)),
      appendRequest(stream, noStream, events(5)),
      appendRequest(stream, 1, events(1)),
      same,
    ]);
    expect(results).toEqual([
      { outcome: 'appended', revision: 1, position: 2, replayed: false },
      { outcome: 'appended', revision: 0, position: 3, replayed: false },
      { outcome: 'conflict', actualRevision: 1 },
      { outcome: 'appended', revision: 2, position: 4, replayed: false },
      { outcome: 'appended', revision: 1, position: 2, replayed: true },
    ]);
    expect(connections[0]?.filter((step) => step === 'commit')).toHaveLength(1);
    expect(positionsInFile()).toEqual([1, 2, 3, 4]);
  });
});

describe('After a failure', () => {
  test.each<Faulty>(['begin', 'insert', 'commit'])(
    'of %s nothing is tried again on the same connection, and no gap is left',
    (at) => {
      const stream = aStream();
      writer.write([appendRequest(stream, noStream, events(2))]);
      fail = { at };
      const failing = appendRequest(stream, 1, events(3));
      expect(() => writer.write([failing])).toThrow(EventLogUnavailable);
      expect(connections[0]?.at(-1)).toBe(at);
      const [result] = writer.write([failing]);
      expect(result).toEqual({ outcome: 'appended', revision: 4, position: 5, replayed: false });
      expect(connections).toHaveLength(2);
      expect(positionsInFile()).toEqual(numbersFrom(1, 5));
    },
  );

  test('of a commit whose bytes did reach the disk, the same append is recognised', () => {
    const stream = aStream();
    const request = appendRequest(stream, noStream, events(3));
    fail = { at: 'commit', after: true };
    expect(() => writer.write([request])).toThrow(EventLogUnavailable);
    const other = appendRequest(aStream(), noStream, events(1));
    expect(writer.write([request, other])).toEqual([
      { outcome: 'appended', revision: 2, position: 3, replayed: true },
      { outcome: 'appended', revision: 0, position: 4, replayed: false },
    ]);
    expect(positionsInFile()).toEqual([1, 2, 3, 4]);
  });

  test('to connect again the log is unavailable until it can', () => {
    const request = appendRequest(aStream(), noStream, events(1));
    fail = { at: 'commit', connecting: true };
    expect(() => writer.write([request])).toThrow('disk I/O error');
    expect(() => writer.write([request])).toThrow('unable to open');
    expect(writer.write([request])).toMatchObject([{ outcome: 'appended', position: 1 }]);
  });

  test('of a checkpoint no append is rejected, and the connection is replaced', () => {
    const stream = aStream();
    writer.write([appendRequest(stream, noStream, events(1))]);
    fail = { at: 'checkpoint' };
    writer.tidy(true);
    writer.write([appendRequest(stream, 0, events(1))]);
    expect(connections).toHaveLength(2);
    expect(positionsInFile()).toEqual([1, 2]);
  });
});
