// Entry of the thread in which the command line imports a file.
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { CommandFailed, type ImportOrder } from '../adapters/cli/cli-actions.js';
import type { Configuration } from './configuration.js';
import { explained } from './explained.js';
import { importFile } from './import-file.js';
import type { FromFileImport } from './import-file-in-thread.js';

const { configuration, order } = workerData as {
  readonly configuration: Configuration;
  readonly order: ImportOrder;
};
const port = parentPort as MessagePort;
const send = (message: FromFileImport): void => port.postMessage(message);

try {
  const onProgress: ImportOrder['onProgress'] = (...progress) =>
    send({ kind: 'progress', progress });
  const result = await explained(importFile(configuration, { ...order, onProgress }));
  send({ kind: 'done', result });
} catch (error) {
  // An error loses its kind on the way to another thread, so its sentences are sent.
  if (!(error instanceof CommandFailed)) throw error;
  send({ kind: 'failed', sentence: error.sentence });
}
