// Builds `dist/` when a source is newer than the last build, or when there was none.
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync, utimesSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const stamp = `${root}dist/.tsbuildinfo`;
const entry = `${root}dist/main.js`;
const compiler = `${root}node_modules/typescript/bin/tsc`;

/** True when the built program is there and no source was written after it. */
function isFresh() {
  if (!existsSync(entry) || !existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  const sources = [...globSync('src/**/*.ts', { cwd: root }), 'tsconfig.json'];
  return sources.every((file) => statSync(root + file).mtimeMs <= builtAt);
}

/**
 * Brings `dist/` up to date, saying so on standard error.
 * @returns false when there is nothing to run: no compiler, or sources that do not compile
 */
export function ensureBuilt() {
  if (!existsSync(`${root}src`) || !existsSync(compiler)) return existsSync(entry);
  if (isFresh()) return true;
  process.stderr.write('jalon: building … / compilation …\n');
  const project = ['-p', 'tsconfig.build.json'];
  const built = spawnSync(process.execPath, [compiler, ...project], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0) return false;
  // The compiler leaves its stamp alone when a file was only touched.
  if (existsSync(stamp)) utimesSync(stamp, new Date(), new Date());
  return existsSync(entry);
}
