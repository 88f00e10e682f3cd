import { expect, test } from '@jest/globals';
import { buildCli } from '../../../src/adapters/cli/build-cli.js';
import type { CliActions, CopyOrder } from '../../../src/adapters/cli/cli-actions.js';

/** A command line that can only copy. */
function copyDesk(language: 'en' | 'fr' = 'en') {
  const said = { out: '', err: '' };
  const asked: (readonly [string, string])[] = [];
  const copy = async ({ from, to, onProgress }: CopyOrder): Promise<number> => {
    asked.push([from, to]);
    for (const phase of ['copy', 'compare'] as const) onProgress(phase, 12, 12);
    return 12;
  };
  const actions = { copy, viewNames: [], version: '0.1.0' } as unknown as CliActions;
  const cli = buildCli(actions, {
    language,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { run: (line: string) => cli(line.split(' ')), said, asked };
}

test('a log is copied, the two are compared, and how many events they hold is said', async () => {
  const { run, said, asked } = copyDesk();
  expect(await run('copy --from sqlite --to esdb')).toBe(0);
  expect(asked).toEqual([['sqlite', 'esdb']]);
  expect(said).toEqual({
    out: '',
    err: 'Copying: 12/12\nComparing: 12/12\n12 events are the same in both logs.\n',
  });
});

test('the same is said in French', async () => {
  const { run, said } = copyDesk('fr');
  expect(await run('copy --from esdb --to sqlite')).toBe(0);
  expect(said.err).toContain('12 événements sont les mêmes dans les deux journaux.');
});

test.each(['copy --from sqlite --to sqlite', 'copy --from sqlite --to memory', 'copy --to esdb'])(
  '%s is wrong usage',
  async (line) => {
    const { run, asked } = copyDesk();
    expect(await run(line)).toBe(2);
    expect(asked).toEqual([]);
  },
);
