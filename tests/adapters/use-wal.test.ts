import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const adapter = (path: string): string =>
  JSON.stringify(new URL(`../../src/adapters/${path}.ts`, import.meta.url).href);
const hook = new URL('../../scripts/dev-hook.mjs', import.meta.url).href;

/** How to open a file of each kind that several processes share, given its path as `file`. */
const openings: Readonly<Record<string, string>> = {
  keys: `(await import(${adapter('text-keys/keys-file')})).openKeysForWriting(file)`,
  imports: `(await import(${adapter('import-store/sqlite-import-store')}))
    .sqliteImportStore(file, { reportsBytesMax: 1, uploadsBytesMax: 1, uploadMs: 1 }, () => 0)`,
  mail: `(await import(${adapter('mail/sqlite-mail-ledger')})).sqliteMailLedger(file)`,
};

describe('a file that three processes make at once', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jalon-at-once-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Opens a hundred new files one after the other. @returns what went wrong */
  async function openHundred(opening: string): Promise<string> {
    const code = `
      for (let at = 0; at < 100; at++) {
        const file = ${JSON.stringify(folder)} + '/' + at + '.db';
        try { (${opening}).close(); } catch (error) { console.log(error.message); }
      }`;
    const args = ['--import', hook, '--input-type=module', '--eval', code];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [output] = await Promise.all([textOf(child.stdout), once(child, 'close')]);
    return output;
  }

  test.each(Object.entries(openings))('is opened by all of them: %s', async (_, opening) => {
    const wrong = await Promise.all([1, 2, 3].map(() => openHundred(opening)));
    expect(wrong).toEqual(['', '', '']);
  });
});
