import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dataFolder, runJalon, startHub } from '../support/hub-process.js';

const example = fileURLToPath(new URL('../../data/examples/plans', import.meta.url));
const listing = `{ importAttempts(first: 10) {
  edges { node { kind fileName actor result { outcome recorded corrected same } } }
} }`;

describe('an operator with files', () => {
  const { folder, remove } = dataFolder();
  beforeAll(async () => {
    await runJalon(folder, 'demo');
  });
  afterAll(remove);

  it('imports an existing plan, and again without effect', async () => {
    const dry = await runJalon(folder, 'import', 'plans', example, '--dry-run');
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing was written.') });
    const first = await runJalon(folder, 'import', 'plans', example);
    expect(first.stdout).toContain('18 entries new, 0 changed, 0 the same. Written.');
    const again = await runJalon(folder, 'import', 'plans', example);
    expect(again.stdout).toContain('0 entries new, 0 changed, 18 the same. Nothing was written.');
  });

  it('takes a file for a body, fills in a number and brings it back', async () => {
    const file = join(folder, 'report.csv');
    const wanted = ['--organization', '3541024', '--period', '2022-Q4'];
    const made = await runJalon(folder, 'template', 'observations', ...wanted, '--out', file);
    expect(made).toMatchObject({ code: 0 });
    const bringBack = () =>
      runJalon(folder, 'import', 'observations', file, '--mapping', `${file}.mapping.json`);
    expect(await bringBack()).toMatchObject({ code: 0, stdout: expect.stringContaining('0 new') });
    const untouched = readFileSync(file, 'utf8');
    writeFileSync(file, untouched.replace(/(value \/ valeur),,,,/, '$1,17,,,'));
    expect(await bringBack()).toMatchObject({ code: 0, stdout: expect.stringContaining('1 new') });
  });

  it('finds every attempt on record', async () => {
    const order = ['token', '--role', 'ministry-analyst', '--organization', 'solgen'];
    const token = (await runJalon(folder, ...order)).stdout.trim();
    const hub = await startHub(folder);
    const { body } = await hub.ask(listing, {}, { token });
    await hub.stop();
    const listed = body.data?.['importAttempts'] as { edges: { node: object }[] } | undefined;
    expect(listed?.edges.map(({ node }) => node)).toMatchObject([
      { kind: 'OBSERVATIONS', fileName: 'report.csv', result: { outcome: 'WRITTEN', recorded: 1 } },
      { kind: 'OBSERVATIONS', result: { outcome: 'UNCHANGED' } },
      { kind: 'PLANS', result: { outcome: 'UNCHANGED', same: 18 } },
      { kind: 'PLANS', fileName: 'plans', actor: 'command line', result: { outcome: 'WRITTEN' } },
    ]);
  });
});
