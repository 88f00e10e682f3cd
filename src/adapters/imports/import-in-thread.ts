import { Worker, type ResourceLimits } from 'node:worker_threads';
import { workerEntry } from '../worker-entry.js';
import { importError } from './import-error.js';
import type { ImportPorts, ImportRequest, ImportResult } from './import-request.js';
import { isOutOfMemory, threadHeap } from './thread-heap.js';
import type { FromImport, PortCall, ToImport } from './thread-messages.js';

/** A port of any name, as a message calls it. */
type AnyPort = (...args: readonly unknown[]) => Promise<unknown>;

/** What becomes of a file for which there is not enough memory. */
function outOfMemory({ maxOldGenerationSizeMb: max = 0 }: ResourceLimits): ImportResult {
  const first = importError('memory-exhausted', { line: 0 }, { max });
  const { code, severity } = first;
  const none = { rows: 0, skipped: 0, observations: 0, recorded: 0, corrected: 0, same: 0 };
  const found = { errors: [first], warnings: [], codes: [{ code, severity, count: 1, first }] };
  return { ...none, rejected: 0, attempts: 0, ...found, changes: [] };
}

/**
 * The same as `importObservations`, in a thread of its own: whoever serves others goes on doing
 * so while the file is taken apart and checked. Reading the log and writing to it stay with the
 * thread that calls this.
 * @throws what a port throws, once nothing is being written any more
 */
export function importInThread(
  ports: ImportPorts,
  { onProgress, ...request }: ImportRequest,
  heap: ResourceLimits = threadHeap,
): Promise<ImportResult> {
  const { url, execArgv } = workerEntry(new URL('./import-thread.js', import.meta.url));
  const worker = new Worker(url, { workerData: request, execArgv, resourceLimits: heap });
  let result: ImportResult | undefined;
  let hasWritten = false;
  let failure: { readonly error: unknown } | undefined;
  const serve = async ({ number, port, args }: PortCall): Promise<ToImport> => {
    hasWritten ||= port === 'execute';
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
      else if (isOutOfMemory(failure?.error) && !hasWritten) resolve(outOfMemory(heap));
      else reject(failure?.error ?? new Error('The thread of an import ended before its file.'));
    });
  });
}
