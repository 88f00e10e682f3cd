import { Worker } from 'node:worker_threads';
import { workerEntry } from '../worker-entry.js';
import type { importObservations } from './import-observations.js';
import type { ImportResult } from './import-request.js';
import { threadHeap } from './thread-heap.js';
import type { FromImport, PortCall, ToImport } from './thread-messages.js';

/** A port of any name, as a message calls it. */
type AnyPort = (...args: readonly unknown[]) => Promise<unknown>;

/**
 * The same as `importObservations`, in a thread of its own: whoever serves others goes on doing
 * so while the file is taken apart and checked. Reading the log and writing to it stay with the
 * thread that calls this.
 * @throws what a port throws, once nothing is being written any more
 */
export const importInThread: typeof importObservations = (ports, { onProgress, ...request }) => {
  const { url, execArgv } = workerEntry(new URL('./import-thread.js', import.meta.url));
  const worker = new Worker(url, { workerData: request, execArgv, resourceLimits: threadHeap });
  let result: ImportResult | undefined;
  let failure: { readonly error: unknown } | undefined;
  const serve = async ({ number, port, args }: PortCall): Promise<ToImport> => {
    try {
      return { number, answer: await (ports[port] as AnyPort)(...args) };
    } catch (error) {
      failure ??= { error };
      return { number, failure: error instanceof Error ? error.message : String(error) };
    }
  };
  worker.on('message', (message: FromImport) => {
    if (message.kind === 'call')
      void serve(message).then((answer) => worker.postMessage(answer, []));
    else if (message.kind === 'done') result = message.result;
    else onProgress?.(message.phase, message.done, message.total);
  });
  worker.on('error', (error) => (failure ??= { error }));
  return new Promise((resolve, reject) => {
    worker.on('exit', () => {
      if (result !== undefined) resolve(result);
      else reject(failure?.error ?? new Error('The thread of an import ended before its file.'));
    });
  });
};
