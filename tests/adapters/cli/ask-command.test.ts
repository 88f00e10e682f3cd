import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { buildCli } from '../../../src/adapters/cli/build-cli.js';
import type { AskAnswer, AskOrder, CliActions } from '../../../src/adapters/cli/cli-actions.js';

const folder = mkdtempSync(join(tmpdir(), 'jalon-ask-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

/** A command line whose hub answers one thing. */
function askingDesk(answer: AskAnswer, language: 'en' | 'fr' = 'en') {
  const said = { out: '', err: '' };
  const asked: AskOrder[] = [];
  const ask = async (order: AskOrder): Promise<AskAnswer> => {
    asked.push(order);
    return answer;
  };
  const actions = { ask, viewNames: [], version: '0.1.0' } as unknown as CliActions;
  const run = buildCli(actions, {
    language,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { run, said, asked };
}

test('an operation, its variables and a token come from files, and the answer is printed', async () => {
  const { run, said, asked } = askingDesk({ data: { plan: { status: 'ADOPTED' } } }, 'fr');
  const order = [
    'ask',
    `@${file('plan.graphql', 'query ($id: ID!) { plan(id: $id) { status } }')}`,
    '--variables',
    `@${file('plan.json', '{ "id": "plan-1" }')}`,
    '--token-file',
    file('token', 'jalon_secret\n'),
    '--acting-for',
    '3525005',
  ];
  expect(await run(order)).toBe(0);
  expect(asked).toEqual([
    {
      query: 'query ($id: ID!) { plan(id: $id) { status } }',
      variables: { id: 'plan-1' },
      token: 'jalon_secret',
      actingFor: '3525005',
      language: 'fr',
    },
  ]);
  expect(JSON.parse(said.out)).toEqual({ plan: { status: 'ADOPTED' } });
});

test('a refusal is printed with its reasons, and ends with code 1', async () => {
  const refusals = [{ code: 'plan-not-adopted', field: 'input.planId' }];
  const { run, said } = askingDesk({ data: { publishPlan: { plan: null, refusals } } });
  expect(await run(['ask', 'mutation { publishPlan }'])).toBe(1);
  expect(said.out).toContain('plan-not-adopted');
});

test('an error is said, and ends with code 1', async () => {
  const { run, said } = askingDesk({ errors: [{ message: 'Not permitted.' }] });
  expect(await run(['ask', '{ people }'])).toBe(1);
  expect(said).toEqual({ out: '', err: 'jalon: Not permitted.\n' });
});

test.each(['[1]', 'null', '{id: 1}'])('variables %s are wrong usage', async (variables) => {
  const { run, said, asked } = askingDesk({});
  expect(await run(['ask', '{ viewer }', '--variables', variables])).toBe(2);
  expect(said.err).toContain('Variables are a JSON object');
  expect(asked).toEqual([]);
});

test('a file that is not there is named, in the language of the terminal', async () => {
  const { run, said } = askingDesk({}, 'fr');
  expect(await run(['ask', `@${folder}/nothing.graphql`])).toBe(1);
  expect(said.err).toContain('nothing.graphql ne peut pas être lu');
});
