import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { root } from '../architecture/source-files.js';
import { freePort } from '../support/free-port.js';
import { copiesOf, instruction, stagesOf, type Instruction } from './dockerfile.js';
import { infraText, isPinned } from './infra-files.js';

const text = infraText('Dockerfile');
const stages = stagesOf(text);
const last = stages.at(-1) as readonly Instruction[];
const sent = infraText('Dockerfile.dockerignore')
  .split('\n')
  .filter((line) => line.startsWith('!'))
  .map((line) => line.slice(1));

const isSent = (source: string): boolean =>
  sent.some((path) => source === path || source.startsWith(`${path}/`));

describe('the image', () => {
  let app: string;
  beforeEach(() => {
    app = mkdtempSync(join(tmpdir(), 'jalon-image-'));
  });
  afterEach(() => rmSync(app, { recursive: true }));

  /** Puts into a folder what the last stage copies, save for one path. */
  function unpack(without?: string): void {
    for (const { from, sources, target } of copiesOf(last))
      for (const source of sources) {
        const path = source.replace('/build/', '');
        if (path === without) continue;
        const to = target.endsWith('/') ? join(app, target, path) : join(app, target);
        mkdirSync(dirname(to), { recursive: true });
        if (path === 'node_modules') symlinkSync(join(root, path), to);
        else cpSync(join(root, path), to, { recursive: true });
        expect(from === undefined).toBe(!source.startsWith('/build/'));
      }
  }

  const start = (port: number) =>
    spawn(process.execPath, ['bin/jalon.mjs', 'start'], {
      cwd: app,
      env: { JALON_PORT: String(port), JALON_DATA_DIR: join(app, 'data-folder') },
    });

  test('stands on one pinned base, which brings the Node that the project is tested with', () => {
    const base = /^ARG NODE_IMAGE=(\S+)$/m.exec(text)?.[1] ?? '';
    expect(isPinned(base)).toBe(true);
    expect(base).toContain(`:${process.versions.node}-`);
    expect(stages.map((stage) => instruction(stage, 'FROM')?.split(' ')[0])).toEqual(
      stages.map(() => '${NODE_IMAGE}'),
    );
  });

  test('is made of files that are there and are sent to the builder, and of no others', () => {
    const sources = stages
      .flatMap(copiesOf)
      .flatMap((copy) => (copy.from === undefined ? copy.sources : []))
      .map((source) => source.replace(/^\.\//, ''));
    expect(sources.filter((path) => !existsSync(join(root, path)) || !isSent(path))).toEqual([]);
    expect(
      sent.filter((path) => !sources.some((source) => isSent(source) && source.startsWith(path))),
    ).toEqual([]);
    expect(isSent('tests/infra/dockerfile.test.ts')).toBe(false);
    expect(isSent('.git/config')).toBe(false);
  });

  test('runs as nobody in particular, with only its data folder to write to', () => {
    expect(instruction(last, 'USER')).toMatch(/^[1-9]\d+:[1-9]\d+$/);
    expect(instruction(last, 'VOLUME')).toBe('["/data"]');
    expect(instruction(last, 'ENV')).toContain('JALON_DATA_DIR=/data');
    expect(text).not.toMatch(/^ADD|PASSWORD|_URL=/m);
  });

  test('serves with what it holds, and its health check finds that out', async () => {
    unpack();
    const port = await freePort();
    const [, script = ''] = /"-e", "(.+)"\]$/.exec(instruction(last, 'HEALTHCHECK') ?? '') ?? [];
    const check = () =>
      spawnSync(process.execPath, ['-e', script], { env: { JALON_PORT: String(port) } }).status;
    expect(check()).toBe(1);
    const hub = start(port);
    await once(hub.stdout, 'data');
    expect(check()).toBe(0);
    hub.kill('SIGTERM');
    expect(await once(hub, 'exit')).toEqual([0, null]);
  });

  test.each(['dist', 'data', 'scripts/ensure-built.mjs', 'package.json'])(
    'does not serve without %s',
    async (path) => {
      unpack(path);
      const [code] = await once(start(await freePort()), 'exit');
      expect(code).toBe(1);
    },
  );
});
