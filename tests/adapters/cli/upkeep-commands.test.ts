import { expect, test } from '@jest/globals';
import { buildCli } from '../../../src/adapters/cli/build-cli.js';
import { CommandFailed, type CliActions } from '../../../src/adapters/cli/cli-actions.js';

const sha256 = 'ab'.repeat(32);

/** A command line that can only look after a hub. */
function upkeepDesk(changes: Partial<CliActions> = {}, language: 'en' | 'fr' = 'en') {
  const said = { out: '', err: '' };
  const facts = { head: 7, texts: 3, redacted: 1 };
  const actions = {
    backup: async () => ({ ...facts, sha256, bytes: 9 }),
    restore: async () => facts,
    migrate: async () => true,
    viewNames: [],
    version: '0.1.0',
    ...changes,
  } as unknown as CliActions;
  const cli = buildCli(actions, {
    language,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { run: (line: string) => cli(line.split(' ')), said };
}

test('a backup says its sum in the form in which sha256sum takes it', async () => {
  const { run, said } = upkeepDesk();
  expect(await run('backup hub.tar')).toBe(0);
  expect(said).toEqual({
    out: `${sha256}  hub.tar\n`,
    err: '7 events and 3 texts are backed up, and were read back.\n',
  });
});

test.each([
  ['restore hub.tar', 'en', '7 events and 3 texts are restored.'],
  ['restore hub.tar', 'fr', '7 événements et 3 textes sont restaurés.'],
  ['migrate', 'en', 'The tables are up to date.'],
  ['migrate', 'fr', 'Les tables sont à jour.'],
] as const)('jalon %s says in %s what it did', async (line, language, sentence) => {
  const { run, said } = upkeepDesk({}, language);
  expect(await run(line)).toBe(0);
  expect(said.err).toContain(sentence);
  expect(said.out).toBe('');
});

test('a migration without a database says that there is nothing to do', async () => {
  const { run, said } = upkeepDesk({ migrate: async () => false });
  expect(await run('migrate')).toBe(0);
  expect(said.err).toBe('Nothing to do: no database is configured (JALON_READ_MODELS).\n');
});

test('what is refused ends with 1 and says why in the language of the reader', async () => {
  const sentence = { en: 'It is damaged.', fr: 'Elle est endommagée.' };
  const restore = () => Promise.reject(new CommandFailed(sentence));
  const { run, said } = upkeepDesk({ restore }, 'fr');
  expect(await run('restore hub.tar')).toBe(1);
  expect(said.err).toBe('jalon: Elle est endommagée.\n');
});

test.each(['backup', 'restore'])('%s without a file is wrong usage', async (line) => {
  expect(await upkeepDesk().run(line)).toBe(2);
});
