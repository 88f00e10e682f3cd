import { Worker } from 'node:worker_threads';
import { CommandFailed, type ImportOrder } from '../adapters/cli/cli-actions.js';
import { importError } from '../adapters/imports/import-error.js';
import type { ImportResult } from '../adapters/imports/import-request.js';
import { isOutOfMemory, threadHeap } from '../adapters/imports/thread-heap.js';
import { workerEntry } from '../adapters/worker-entry.js';
import type { Configuration } from './configuration.js';

type OnProgress = NonNullable<ImportOrder['onProgress']>;

/** What the thread says. */
export type FromFileImport =
  | { readonly kind: 'progress'; readonly progress: Parameters<OnProgress> }
  | { readonly kind: 'done'; readonly result: ImportResult }
  | { readonly kind: 'failed'; readonly sentence: CommandFailed['sentence'] };

const outOfMemory = importError(
  'memory-exhausted',
  { line: 0 },
  { max: threadHeap.maxOldGenerationSizeMb },
);

/** Imports a file in a thread of its own, which is the way to bound the memory that it takes. */
export function importFileInThread(
  configuration: Configuration,
  { onProgress, ...order }: ImportOrder,
): Promise<ImportResult> {
  const { url, execArgv } = workerEntry(new URL('./import-file-thread.js', import.meta.url));
  const workerData = { configuration, order };
  const worker = new Worker(url, { workerData, execArgv, resourceLimits: threadHeap });
  const { promise, resolve, reject } = Promise.withResolvers<ImportResult>();
  let last: FromFileImport | undefined;
  worker.on('message', (message: FromFileImport) => {
    if (message.kind === 'progress') onProgress?.(...message.progress);
    else last = message;
  });
  worker.on('error', (error) =>
    reject(isOutOfMemory(error) ? new CommandFailed(outOfMemory.message) : error),
  );
  worker.on('exit', () => {
    if (last?.kind === 'done') resolve(last.result);
    else if (last?.kind === 'failed') reject(new CommandFailed(last.sentence));
    else reject(new Error('The thread of an import ended before its file.'));
  });
  return promise;
}
