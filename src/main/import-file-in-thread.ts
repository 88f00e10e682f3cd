import { Worker } from 'node:worker_threads';
import { CommandFailed, type ImportOrder } from '../adapters/cli/cli-actions.js';
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

const outOfMemory = new CommandFailed({
  en: 'The file takes more memory than an import may. Save the sheet as CSV, or split the file.',
  fr:
    'Le fichier demande plus de mémoire qu’une importation n’en a. ' +
    'Enregistrez la feuille au format CSV, ou divisez le fichier.',
});

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
  worker.on('error', (error) => reject(isOutOfMemory(error) ? outOfMemory : error));
  worker.on('exit', () => {
    if (last?.kind === 'done') resolve(last.result);
    else if (last?.kind === 'failed') reject(new CommandFailed(last.sentence));
    else reject(new Error('The thread of an import ended before its file.'));
  });
  return promise;
}
