import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/jalon.mjs', import.meta.url));

// Says at the end how much memory the whole process had at its peak, in KiB.
const measuring = `data:text/javascript,${encodeURIComponent(`
  import { isMainThread } from 'node:worker_threads';
  const tell = () => process.stderr.write('peak ' + process.resourceUsage().maxRSS + '\\n');
  if (isMainThread) process.on('exit', tell);
`)}`;

/** How an import ended. */
export type ImportRun = {
  readonly code: number | null;
  /** What it printed. */
  readonly said: string;
  readonly seconds: number;
  /** Most memory the process held, in MiB; NaN when it was killed. */
  readonly peakMiB: number;
};

/**
 * Runs `jalon import` on a data folder.
 * @param killAt text of its progress at which it is killed as by a power cut
 */
export async function runImport(
  folder: string,
  args: readonly string[],
  killAt?: string,
): Promise<ImportRun> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', measuring, program, ...args], {
    env: { ...process.env, JALON_DATA_DIR: folder, JALON_LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, progress] = ['', ''];
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => {
    progress += chunk;
    if (killAt !== undefined && progress.includes(killAt)) child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return {
    code,
    said,
    seconds: (performance.now() - started) / 1_000,
    peakMiB: Number(/^peak (\d+)$/m.exec(progress)?.[1]) / 1_024,
  };
}
