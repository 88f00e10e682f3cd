// Entry of the writing thread: takes appends from its port, writes them in groups, answers.
import {
  parentPort,
  receiveMessageOnPort,
  workerData,
  type MessagePort,
} from 'node:worker_threads';
import type { AppendRequest } from '../append-request.js';
import { unavailable } from './log-file.js';
import { logWriter, type LogWriter } from './log-writer.js';
import { takeWriteLock } from './write-lock.js';
import type { FromWriter, Reason, ToWriter, WriterOptions } from './writer-messages.js';
import { openWritingConnection } from './writing-connection.js';

/** Largest group: it bounds the memory of a transaction and how long its first append waits. */
const maxGroupAppends = 1_000;
const maxGroupBytes = 16 * 1_048_576;
/** Milliseconds without an append after which the write-ahead log is shortened. */
const idleMs = 200;
/**
 * Milliseconds for which the thread goes on looking for appends before it sleeps. Waking it
 * takes about as long, and a caller that was just answered often has its next append by then.
 */
const lingerMs = 0.1;

const port = parentPort as MessagePort;
const options = workerData as WriterOptions;
const send = (message: FromWriter): void => port.postMessage(message);
const reasonOf = (error: unknown): Reason => unavailable(error).sentence;

function takeGroup(queue: AppendRequest[]): AppendRequest[] {
  let bytes = 0;
  const end = queue.findIndex((request, at) => {
    bytes += request.bytes;
    return at > 0 && (at === maxGroupAppends || bytes > maxGroupBytes);
  });
  return queue.splice(0, end === -1 ? queue.length : end);
}

function serve(writer: LogWriter, release: () => void): void {
  const queue: AppendRequest[] = [];
  let closing = false;
  const accept = (message: ToWriter): void => {
    if (message === 'close') closing = true;
    else queue.push(...message);
  };
  const acceptWaiting = (): void => {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
      accept(next.message as ToWriter);
  };
  const writeGroup = (): void => {
    const group = takeGroup(queue);
    try {
      send({ kind: 'stored', results: writer.write(group) });
      writer.tidy(false);
    } catch (error) {
      // What waits behind a failure fails too: its callers must learn at once that the disk is bad.
      acceptWaiting();
      send({ kind: 'failed', count: group.length + queue.length, reason: reasonOf(error) });
      queue.length = 0;
    }
  };
  const idle = setTimeout(() => writer.tidy(true), idleMs);
  port.on('message', (message: ToWriter) => {
    accept(message);
    let sleepAt = 0;
    do {
      acceptWaiting();
      if (queue.length === 0) continue;
      writeGroup();
      sleepAt = performance.now() + lingerMs;
    } while (queue.length > 0 || performance.now() < sleepAt);
    idle.refresh();
    if (!closing) return;
    clearTimeout(idle);
    writer.close();
    release();
    port.close();
  });
}

function start(): void {
  try {
    const lock = takeWriteLock(options.file);
    const connect = () => openWritingConnection(options.file, options.maxPages);
    const writer = logWriter(connect, options.maxWalPages);
    serve(writer, () => lock[Symbol.dispose]());
    send({ kind: 'ready' });
  } catch (error) {
    send({ kind: 'refused', reason: reasonOf(error) });
    port.close();
  }
}

start();
