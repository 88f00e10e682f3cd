import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { root } from './source-files.js';

const mixed = `import { expect, test } from '@jest/globals';
test('holds', () => expect(1).toBe(1));
test('breaks', () => expect(1).toBe(2));
test.skip('waits', () => undefined);
`;

describe('the closing line of the tests', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-closing-'));
    for (const path of ['package.json', 'jest.config.js', 'scripts'])
      cpSync(join(root, path), join(folder, path), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    mkdirSync(join(folder, 'tests'));
    writeFileSync(join(folder, 'tests/mixed.test.ts'), mixed);
    writeFileSync(join(folder, 'tests/lost.test.ts'), `import './gone.js';\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['counts what passed, failed and was skipped', ['mixed'], '1 passed, 1 failed, 1 skipped', 1],
    [
      'is a success when nothing failed',
      ['mixed', '-t', 'holds'],
      '1 passed, 0 failed, 2 skipped',
      0,
    ],
    ['counts a file that does not load as failed', ['lost'], '0 passed, 1 failed, 0 skipped', 1],
    ['is a failure when nothing ran', ['nowhere'], '0 passed, 1 failed, 0 skipped', 1],
  ])('%s', (_, args, line, status) => {
    const run = spawnSync(process.execPath, [join(folder, 'scripts/test.mjs'), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(run.stdout.trimEnd().split('\n').at(-1)).toBe(line);
    expect(run.status).toBe(status);
  });
});
