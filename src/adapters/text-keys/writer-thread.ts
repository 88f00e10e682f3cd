import { Worker } from 'node:worker_threads';
import { EventLogUnavailable } from '../../domain/event-log.js';
import { workerEntry } from '../worker-entry.js';
import type { FromWriter, ToWriter } from './writer-messages.js';

/** The writing thread as its own process sees it. */
export type WriterThread = {
  /** Resolves when it is done and on the disk. @throws EventLogUnavailable when it is not */
  write(message: Exclude<ToWriter, { kind: 'close' }>): Promise<void>;
  /** Waits for what is under way and gives up the file. */
  close(): Promise<void>;
};

// No event can be recorded without the keys of its texts, so callers see one kind of failure.
const unavailable = (reason: string) =>
  new EventLogUnavailable(`The keys of free texts cannot be written: ${reason}.`);

/** Starts the thread that alone writes the keys of this process. */
export function startWriterThread(file: string): WriterThread {
  const { url, execArgv } = workerEntry(new URL('./writer.js', import.meta.url));
  const worker = new Worker(url, { workerData: file, execArgv });
  const waiting: PromiseWithResolvers<void>[] = [];
  let refusing: string | undefined;
  const send = (message: ToWriter): void => worker.postMessage(message, []);
  const settle = (count: number, failure: string | undefined): void => {
    for (const { resolve, reject } of waiting.splice(0, count))
      if (failure === undefined) resolve();
      else reject(unavailable(failure));
  };
  worker.on('message', ({ count, failure }: FromWriter) => settle(count, failure));
  worker.on('error', ({ message }: Error) => (refusing = message));
  const ended = Promise.withResolvers<void>();
  worker.on('exit', () => {
    settle(Infinity, (refusing ??= 'the writing thread ended'));
    ended.resolve();
  });
  return {
    async write(message) {
      if (refusing !== undefined) throw unavailable(refusing);
      const answer = Promise.withResolvers<void>();
      waiting.push(answer);
      send(message);
      return answer.promise;
    },
    close() {
      refusing ??= 'they are closed';
      send({ kind: 'close' });
      return ended.promise;
    },
  };
}
