import { Worker } from 'node:worker_threads';
import { workerEntry } from '../../worker-entry.js';
import type { FromProjector, ProjectorOptions, ToProjector } from './projector-messages.js';

/** The projector's thread as its own process sees it. */
export type ProjectorThread = {
  wake(): void;
  /** Waits for the batch under way and lets go of the files. */
  close(): Promise<void>;
};

/**
 * Starts the thread that alone writes a folder's views.
 * @param onMessage called with everything the thread says, its own failure included
 */
export function startProjectorThread(
  options: ProjectorOptions,
  onMessage: (message: FromProjector) => void,
): ProjectorThread {
  const { url, execArgv } = workerEntry(new URL('./projector.js', import.meta.url));
  const worker = new Worker(url, { workerData: options, execArgv });
  const send = (message: ToProjector): void => worker.postMessage(message, []);
  worker.on('message', onMessage);
  worker.on('error', ({ message }: Error) =>
    onMessage({ kind: 'failed', reason: message, final: true }),
  );
  // Not events.once, which rejects when the thread fails before it ends.
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return {
    wake: () => send('wake'),
    close() {
      send('close');
      return ended;
    },
  };
}
