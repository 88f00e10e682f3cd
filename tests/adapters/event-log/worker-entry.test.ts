import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { workerEntry } from '../../../src/adapters/worker-entry.js';

test('a worker starts from the built file where there is one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jalon-worker-'));
  const built = join(folder, 'writer.js');
  writeFileSync(built, '');
  expect(workerEntry(pathToFileURL(built))).toEqual({ url: pathToFileURL(built), execArgv: [] });
  rmSync(folder, { recursive: true });
});

test('a worker starts from the source, through the development hook, where nothing is built', () => {
  const entry = workerEntry(new URL('file:///app/src/writer.js'));
  expect(entry.url.href).toBe('file:///app/src/writer.ts');
  expect(entry.execArgv).toEqual(['--import', expect.stringMatching(/scripts\/dev-hook\.mjs$/)]);
});
