import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildCli } from '../../../src/adapters/cli/build-cli.js';
import type { CliActions } from '../../../src/adapters/cli/cli-actions.js';
import type { PlanImportResult } from '../../../src/adapters/plan-workbook/import-plans.js';
import { planProblem } from '../../../src/adapters/plan-workbook/plan-problem.js';
import type { Language } from '../../../src/domain/text.js';

const folder = mkdtempSync(join(tmpdir(), 'jalon-template-'));
afterAll(() => rmSync(folder, { recursive: true }));

const counts = { plans: 1, rows: 9, recorded: 15, changed: 0, same: 0, written: true };
const good: PlanImportResult = { ...counts, fileHash: 'a'.repeat(64), problems: [] };

function desk(imported = good, language: Language = 'en') {
  const said = { out: '', err: '' };
  const asked: unknown[] = [];
  const actions: Partial<CliActions> = {
    version: '0.1.0',
    viewNames: [],
    importPlans: async (order) => {
      asked.push(order);
      return imported;
    },
    planTemplate: async (wanted) => Buffer.from(`workbook in ${wanted}`),
    observationTemplate: async (order) => {
      asked.push(order);
      return { bytes: Buffer.from('rows'), mapping: '{}', rows: 3 };
    },
  };
  const cli = buildCli(actions as CliActions, {
    language,
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { run: (line: string) => cli(line.split(' ')), said, asked };
}

describe('jalon import plans', () => {
  test('says what became of the workbook', async () => {
    const { run, said, asked } = desk();
    expect(await run('import plans plans.xlsx')).toBe(0);
    expect(asked).toEqual([{ file: 'plans.xlsx', dryRun: false }]);
    expect(said.out).toBe('1 plans in 9 rows: 15 entries new, 0 changed, 0 the same. Written.\n');
  });

  test('ends with 1 and names the cells when it is rejected, with a report if wanted', async () => {
    const place = { sheet: 'Risques', line: 3, column: 'Rang', value: 'un\u001b[2J' };
    const problems = [planProblem('cell-not-a-number', place)];
    const { run, said } = desk({ ...good, written: false, problems }, 'fr');
    const report = join(folder, 'report.csv');
    expect(await run(`import plans plans.xlsx --dry-run --report ${report}`)).toBe(1);
    expect(said.out).toContain('Risques, ligne 3, Rang (un�[2J): cell-not-a-number.');
    expect(said.out).toContain('Rien n’a été consigné.');
    expect(readFileSync(report, 'utf8')).toContain('Risques,3,Rang,ERROR,cell-not-a-number');
  });
});

describe('jalon template', () => {
  test('writes an empty workbook of plans in the language of the terminal', async () => {
    const out = join(folder, 'plans.xlsx');
    expect(await desk(good, 'fr').run(`template plans --out ${out}`)).toBe(0);
    expect(readFileSync(out, 'utf8')).toBe('workbook in fr');
  });

  test('writes what a body is to report, and the mapping beside it', async () => {
    const out = join(folder, 'report.csv.csv');
    const { run, asked } = desk();
    const order = `template observations --organization 3525005 --period 2021 --out ${out}`;
    expect(await run(`${order} --indicator population --indicator housing`)).toBe(0);
    expect(asked).toEqual([
      {
        organization: '3525005',
        period: '2021',
        indicators: ['population', 'housing'],
        format: 'csv',
      },
    ]);
    expect(readFileSync(`${out}.mapping.json`, 'utf8')).toBe('{}');
  });

  test('never writes over a file that somebody may have filled in', async () => {
    const out = join(folder, 'filled.xlsx');
    writeFileSync(out, 'filled in');
    expect(await desk().run(`template plans --out ${out}`)).toBe(2);
    const observations = 'template observations --organization 3525005 --period 2021 --out';
    expect(await desk().run(`${observations} ${out}`)).toBe(2);
    expect(readFileSync(out, 'utf8')).toBe('filled in');
    expect(await desk().run(`${observations} ${join(folder, 'a.pdf')}`)).toBe(2);
    expect(existsSync(join(folder, 'a.pdf'))).toBe(false);
  });
});
