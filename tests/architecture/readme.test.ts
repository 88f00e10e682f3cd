import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { commandBlocks, npmScripts, unprovenBlocks } from './command-blocks.js';
import { projectFiles, root } from './source-files.js';

const run = promisify(execFile);
const pages = projectFiles.filter(({ path }) => /^([A-Z_]+\.md|(docs|infra)\/.+\.md)$/.test(path));
const blocks = pages.flatMap(commandBlocks);
const runnable = blocks.filter(({ commands }) => !commands.startsWith('npm '));

describe('the pages', () => {
  test('begin with commands that start and test the hub', () => {
    const readme = pages.filter(({ path }) => path === 'README.md').flatMap(commandBlocks);
    const lines = readme.map(({ commands }) => commands.trim());
    expect(lines).toContain('npm ci && npm start');
    expect(lines).toContain('npm ci && npm test');
  });

  test('name only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = new Set(pages.flatMap(({ text }) => npmScripts(text)));
    expect([...named].filter((name) => scripts[name] === undefined)).toEqual([]);
    expect(named.size).toBeGreaterThan(4);
  });

  test('link only to files that exist', () => {
    const known = projectFiles.map(({ path }) => path);
    const dead = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)]
        .map(([, link = '']) => new URL(link, `file:///${path}`).pathname.slice(1))
        .filter((target) => !known.some((file) => file === target || file.startsWith(target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  test('show no block that nothing proves', () => {
    expect(pages.flatMap(unprovenBlocks)).toEqual([]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function untilReady(port: number, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`the server ended with ${server.exitCode}`);
}

describe('commands shown in the pages', () => {
  let folder: string;
  let server: ChildProcess;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-readme-'));
    const port = await freePort();
    env = {
      ...process.env,
      JALON_DATA_DIR: folder,
      JALON_PORT: String(port),
      PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      npm_config_offline: 'true',
    };
    const args = [join(root, 'bin/jalon.mjs'), 'start', '--demo'];
    server = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await untilReady(port, server);
  }, 180_000);

  afterAll(async () => {
    if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
    rmSync(folder, { recursive: true });
  });

  const output = async (commands: string): Promise<string> =>
    (await run('bash', ['-euo', 'pipefail', '-c', commands], { cwd: root, env })).stdout;

  test.each(runnable.filter(({ prints }) => prints !== undefined))(
    '$at prints what the page says',
    async ({ commands, prints }) => {
      expect(JSON.parse(await output(commands))).toEqual(JSON.parse(prints ?? ''));
    },
  );

  test.each(runnable.filter(({ prints }) => prints === undefined))(
    '$at succeeds',
    async ({ commands }) => {
      expect(await output(commands)).not.toBe('');
    },
  );
});
