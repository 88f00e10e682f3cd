import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const hook = new URL('../../../scripts/dev-hook.mjs', import.meta.url);
const readModels = new URL('../../../src/adapters/read-models/', import.meta.url);

/**
 * Starts another process of the hub on a few statements.
 * @param code statements in which `use('sqlite/rebuild-views')` imports a module of read models
 */
export function startProcess(code: string): ChildProcess {
  const use = `const use = (path) => import(${JSON.stringify(readModels.href)} + path + '.ts');`;
  const options = ['--import', fileURLToPath(hook), '--input-type=module', '-e'];
  return spawn(process.execPath, [...options, `${use}\n${code}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Waits until a process has ended; rejects unless it ended well. */
export async function ended(child: ChildProcess): Promise<void> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  if (code !== 0) throw new Error(`the process ended with ${code ?? signal}`);
}
