import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { EventLogUnavailable, type AppendResult } from '../../../domain/event-log.js';
import { workerEntry } from '../../worker-entry.js';
import type { AppendRequest } from '../append-request.js';
import { waitingAppends } from './waiting-appends.js';
import type { FromWriter, ToWriter, WriterOptions } from './writer-messages.js';

/** The writing thread as its own process sees it. */
export type WriterThread = {
  /** @throws EventLogUnavailable when it is not known that the append was stored */
  append(request: AppendRequest): Promise<AppendResult>;
  /** Waits for appends under way and gives up the file. */
  close(): Promise<void>;
};

async function startWorker(options: WriterOptions) {
  const { url, execArgv } = workerEntry(new URL('./writer.js', import.meta.url));
  const worker = new Worker(url, { workerData: options, execArgv });
  // Before anything is awaited, because a thread that is refused ends as soon as it has said so.
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const [first] = (await once(worker, 'message')) as [FromWriter];
  if (first.kind !== 'refused') return { worker, exited };
  await exited;
  throw new EventLogUnavailable(first.reason);
}

/**
 * Starts the thread that alone writes a log's file.
 * @param onAnswers called when a group was written, or failed, before its callers learn it
 * @throws EventLogUnavailable when the file cannot be opened, or not by this process
 */
export async function startWriterThread(
  options: WriterOptions,
  onAnswers: () => void,
): Promise<WriterThread> {
  const { worker, exited } = await startWorker(options);
  const waiting = waitingAppends();
  let unsent: AppendRequest[] = [];
  let refusing: string | undefined;

  const send = (message: ToWriter): void => worker.postMessage(message, []);
  const flush = (): void => {
    if (unsent.length > 0) send(unsent);
    unsent = [];
  };
  worker.on('message', (message: FromWriter) => {
    onAnswers();
    if (message.kind === 'stored') waiting.resolve(message.results);
    if (message.kind === 'failed') waiting.reject(message.count, message.reason);
  });
  worker.on('error', ({ message }: Error) => (refusing = `The writing thread failed: ${message}.`));
  const ended = exited.then(() => {
    refusing ??= 'The writing thread ended.';
    return waiting.reject(Infinity, refusing);
  });

  return {
    append(request) {
      if (refusing !== undefined) throw new EventLogUnavailable(refusing);
      const answer = waiting.add(request.bytes);
      // Appends made in one turn travel together: the first of them asks for the message.
      if (unsent.push(request) === 1) queueMicrotask(flush);
      return answer;
    },
    close() {
      if (refusing === undefined) {
        refusing = 'The event log is closed.';
        flush();
        send('close');
      }
      return ended;
    },
  };
}
