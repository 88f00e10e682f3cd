import { expect, jest, test } from '@jest/globals';
import { EventLogUnavailable, noStream } from '../../../src/domain/event-log.js';
import { appendRequest } from '../../../src/adapters/event-log/append-request.js';
import { aStream, events } from './sample-events.js';

/** A thread that starts well and dies of the first append it gets. */
const dying = `
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', () => { throw new Error('out of memory'); });
  parentPort.postMessage({ kind: 'ready' });
`;
jest.unstable_mockModule('../../../src/adapters/worker-entry.js', () => ({
  workerEntry: () => ({
    url: new URL(`data:text/javascript,${encodeURIComponent(dying)}`),
    execArgv: [],
  }),
}));
const { startWriterThread } =
  await import('../../../src/adapters/event-log/sqlite/writer-thread.js');

const start = () => startWriterThread({ file: 'log.db' }, () => undefined);
const anAppend = () => appendRequest(aStream(), noStream, events(1));

test('when the writing thread dies, what waits is rejected, and so is what comes later', async () => {
  const writer = await start();
  const waiting = [anAppend(), anAppend()].map((request) => writer.append(request));
  for (const append of await Promise.allSettled(waiting))
    expect(append).toMatchObject({ reason: expect.any(EventLogUnavailable) });
  expect(() => writer.append(anAppend())).toThrow('out of memory');
  await writer.close();
});

test('more appends than may wait for the disk are rejected at once', async () => {
  const writer = await start();
  const request = anAppend();
  const waiting = Array.from({ length: 20_000 }, () => writer.append(request));
  expect(() => writer.append(request)).toThrow('Too many appends wait');
  await Promise.allSettled(waiting);
  await writer.close();
});
