import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataFolder, startHub, type HubProcess } from '../support/hub-process.js';
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

describe('commands shown in the pages', () => {
  const { folder, remove } = dataFolder();
  let hub: HubProcess;
  let env: NodeJS.ProcessEnv;

  beforeAll(async () => {
    hub = await startHub(folder, '--demo');
    env = {
      ...process.env,
      JALON_DATA_DIR: folder,
      JALON_PORT: new URL(hub.url).port,
      PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      npm_config_offline: 'true',
    };
  }, 180_000);
  afterAll(async () => {
    await hub?.stop();
    remove();
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
