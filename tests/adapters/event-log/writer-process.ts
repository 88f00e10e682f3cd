import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const hook = new URL('../../../scripts/dev-hook.mjs', import.meta.url).href;
const script = fileURLToPath(new URL('./tireless-writer.ts', import.meta.url));

/** A process that writes, and the lines it has said; see `tireless-writer.ts`. */
export type WriterProcess = {
  readonly lines: readonly string[];
  /** Resolves with the first line. */
  readonly first: Promise<string>;
  /** Kills it as a power cut would, and waits until all it said is in `lines`. */
  kill(): Promise<void>;
};

/** Starts `tireless-writer.ts` on a log. */
export function startWriter(file: string, seen: Readonly<Record<string, number>>): WriterProcess {
  const args = ['--import', hook, script, file, JSON.stringify(seen)];
  const child: ChildProcess = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const first = Promise.withResolvers<string>();
  const ended = Promise.withResolvers<void>();
  const reading = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  reading.on('line', (line) => {
    lines.push(line);
    first.resolve(line);
  });
  reading.on('close', () => {
    first.reject(new Error('The writer said nothing.'));
    ended.resolve();
  });
  return {
    lines,
    first: first.promise,
    kill() {
      child.kill('SIGKILL');
      return ended.promise;
    },
  };
}
