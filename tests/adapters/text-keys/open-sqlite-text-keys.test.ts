import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text as textOf } from 'node:stream/consumers';
import { openSqliteTextKeys } from '../../../src/adapters/text-keys/open-sqlite-text-keys.js';
import type { TextKeys } from '../../../src/domain/text-keys.js';
import { plainText, type SealedText } from '../../../src/domain/text.js';
import { textKeysContract } from './contract.js';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'jalon-keys-'));

textKeysContract('in SQLite', async () => {
  const folder = newFolder();
  return {
    keys: openSqliteTextKeys({ file: join(folder, 'keys.db') }),
    remove: () => rmSync(folder, { recursive: true }),
  };
});

describe('the file of text keys', () => {
  let folder: string;
  let file: string;
  let opened: TextKeys[];
  beforeEach(() => {
    folder = newFolder();
    file = join(folder, 'keys.db');
    opened = [];
  });
  afterEach(async () => {
    await Promise.all(opened.map((keys) => keys.close()));
    rmSync(folder, { recursive: true });
  });

  const open = (): TextKeys => {
    const keys = openSqliteTextKeys({ file });
    opened.push(keys);
    return keys;
  };

  const contents = (): Buffer =>
    Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));

  const storedKeys = (): ReadonlyMap<string, Buffer> => {
    const db = new DatabaseSync(file, { readOnly: true });
    const rows = db.prepare('SELECT id, key FROM text_keys').all() as {
      readonly id: string;
      readonly key: Uint8Array;
    }[];
    db.close();
    return new Map(rows.map(({ id, key }) => [id, Buffer.from(key)]));
  };

  const runBeside = async (script: string): Promise<string> => {
    const hook = new URL('../../../scripts/dev-hook.mjs', import.meta.url);
    const source = new URL(
      '../../../src/adapters/text-keys/open-sqlite-text-keys.ts',
      import.meta.url,
    );
    const code = `
      const { openSqliteTextKeys } = await import(${JSON.stringify(source.href)});
      const keys = openSqliteTextKeys({ file: ${JSON.stringify(file)} });
      const plain = (en) => ({ kind: 'plain', language: 'en', en });
      ${script}
      await keys.close();`;
    const args = ['--import', hook.href, '--input-type=module', '--eval', code];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [output, [status]] = await Promise.all([textOf(child.stdout), once(child, 'close')]);
    expect(status).toBe(0);
    return output;
  };

  test('a destroyed key is in no file, whatever was written around it', async () => {
    const keys = open();
    const texts = Array.from({ length: 3_000 }, (_, at) => plainText({ en: `Risk ${at}` }));
    const sealed = [...(await keys.seal(texts.slice(0, 1_500)))];
    for (const text of texts.slice(1_500, 1_600)) sealed.push(...(await keys.seal([text])));
    sealed.push(...(await keys.seal(texts.slice(1_600))));
    const before = storedKeys();
    const doomed = sealed.filter((_, at) => at % 3 === 0).map(({ key }) => key);
    await keys.destroy(doomed);
    const bytes = contents();
    const found = (id: string): boolean => bytes.includes(before.get(id) as Buffer);
    expect(doomed.filter(found)).toEqual([]);
    expect(sealed.filter(({ key }) => found(key))).toHaveLength(2_000);
  });

  test('no text is in any file in clear, even before anything is destroyed', async () => {
    const keys = open();
    await keys.seal([plainText({ en: 'Tyendinaga outreach every Thursday' })]);
    expect(contents().includes('Tyendinaga')).toBe(false);
  });

  test('keys and the hash survive a restart, and destroyed keys stay destroyed', async () => {
    const first = open();
    const [kept, gone] = (await first.seal([
      plainText({ en: 'kept' }),
      plainText({ en: 'gone' }),
    ])) as [SealedText, SealedText];
    await first.destroy([gone.key]);
    const hash = first.hash('recordObservation');
    await first.close();
    const second = open();
    expect(second.open([kept, gone])).toEqual([plainText({ en: 'kept' }), undefined]);
    expect(second.hash('recordObservation')).toBe(hash);
  });

  test('what a killed process left in the write-ahead log is emptied at the next start', async () => {
    const first = open();
    const [sealed] = await first.seal([plainText({ en: 'gone' })]);
    const key = storedKeys().get((sealed as SealedText).key) as Buffer;
    // As if the process had died after the commit that destroys the key.
    const dying = new DatabaseSync(file);
    dying.exec('PRAGMA secure_delete = ON; DELETE FROM text_keys');
    expect(contents().includes(key)).toBe(true);
    open();
    expect(contents().includes(key)).toBe(false);
    dying.close();
  });

  test('two processes write at once, share one secret and see each other destroy', async () => {
    const sealHundred = `
      const sealed = [];
      for (let at = 0; at < 100; at++) sealed.push(...await keys.seal([plain('text ' + at)]));
      console.log(JSON.stringify({ sealed, hash: keys.hash('x') }));`;
    const outputs = await Promise.all([runBeside(sealHundred), runBeside(sealHundred)]);
    const [one, two] = outputs.map(
      (output) => JSON.parse(output) as { sealed: SealedText[]; hash: string },
    );
    expect(one?.hash).toBe(two?.hash);
    const keys = open();
    const all = [...(one?.sealed ?? []), ...(two?.sealed ?? [])];
    expect(keys.open(all).map((text) => text?.en)).toEqual(
      [0, 1].flatMap(() => Array.from({ length: 100 }, (_, at) => `text ${at}`)),
    );
    await runBeside(`await keys.destroy([${JSON.stringify(all[0]?.key)}]);`);
    expect(keys.open(all.slice(0, 1))).toEqual([undefined]);
  });

  test('the file is readable by its owner only', async () => {
    open();
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('another kind of file is refused and left alone', () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE households (code TEXT)');
    other.close();
    const before = readFileSync(file);
    expect(open).toThrow('holds no text keys');
    expect(readFileSync(file).equals(before)).toBe(true);
    writeFileSync(file, 'csd_code,households\n'.repeat(100));
    expect(open).toThrow();
  });

  test('nothing is sealed or destroyed once it is closed', async () => {
    const keys = open();
    await keys.close();
    await expect(keys.seal([plainText({ en: 'late' })])).rejects.toThrow('they are closed');
    await expect(keys.destroy(['x'])).rejects.toThrow('they are closed');
  });
});
