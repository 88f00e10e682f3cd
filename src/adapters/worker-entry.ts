import { existsSync } from 'node:fs';

/** What `new Worker` needs to start a file of ours. */
export type WorkerEntry = { readonly url: URL; readonly execArgv: string[] };

/**
 * Finds the file a worker thread starts from. Built code has the `.js` file beside it; when
 * the sources run untranspiled, the worker gets the `.ts` file and the development hook.
 * @param built URL of the `.js` file, relative to the module that starts the worker
 */
export function workerEntry(built: URL): WorkerEntry {
  if (existsSync(built)) return { url: built, execArgv: [] };
  const hook = new URL('../../scripts/dev-hook.mjs', import.meta.url);
  return { url: new URL(built.href.replace(/\.js$/, '.ts')), execArgv: ['--import', hook.href] };
}
