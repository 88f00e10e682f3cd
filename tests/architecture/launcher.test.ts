import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { root } from './source-files.js';

let folder: string;

const write = (path: string, text: string, mode = 0o644) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text, { mode });
};

/** Arguments that start the launcher, under a Node that claims to be of a version. */
const launch = (version: string, ...args: readonly string[]): string[] => {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return ['--import', preload, join(folder, 'bin/jalon.mjs'), ...args];
};

const run = (version: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, launch(version, ...args), { encoding: 'utf8' });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jalon-launcher-'));
  for (const path of ['bin', 'scripts/ensure-built.mjs'])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  write('package.json', '{ "type": "module" }');
  write('dist/main.js', 'export const main = async ([code]) => Number(code);');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('under a Node that is new enough', () => {
  test('the program runs and its exit code is the answer', () => {
    expect(run('24.0.0', '2')).toMatchObject({ status: 2, stdout: '', stderr: '' });
  });

  test('a program that was never built says so', () => {
    rmSync(join(folder, 'dist'), { recursive: true });
    const { status, stderr } = run('24.0.0');
    expect(status).toBe(1);
    expect(stderr).toBe("jalon: the program is not built. / le programme n'est pas compilé.\n");
  });
});

describe('under a Node that is too old', () => {
  const brought = `node_modules/node-${process.platform}-${process.arch}/bin/node`;

  test('one line says what is needed, in both languages', () => {
    const { status, stderr, stdout } = run('20.20.2', '0');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/^jalon: Node 24 .+ \/ il faut Node 24 .+\n$/);
  });

  test('the Node that npm brought takes over, with arguments and exit code', () => {
    write(brought, '#!/bin/sh\nshift\necho "$@"\nexit 7\n', 0o755);
    expect(run('20.20.2', 'start', '--demo')).toMatchObject({
      status: 7,
      stdout: 'start --demo\n',
    });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s reaches it', async (signal) => {
    const name = signal.slice(3);
    write(
      brought,
      `#!/bin/sh\ntrap 'exit 9' ${name}\necho up\nwhile :; do sleep 0.1; done\n`,
      0o755,
    );
    const launcher = spawn(process.execPath, launch('20.20.2'), {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(launcher.stdout, 'data');
    launcher.kill(signal);
    expect(await once(launcher, 'exit')).toEqual([9, null]);
  });
});
