import { describe, expect, test } from '@jest/globals';
import { importError } from '../../../src/adapters/imports/import-error.js';
import type { ImportResult } from '../../../src/adapters/imports/import-request.js';
import { cliDesk, goodImport } from './cli-desk.js';

const bad: ImportResult = {
  ...goodImport,
  rejected: 1,
  attempts: 0,
  errors: [importError('cell-not-a-number', { line: 3, column: 'population', value: 'NA' })],
};

describe('jalon import observations', () => {
  test('ends with 1 when a row was rejected, and shows it', async () => {
    const cli = cliDesk({ importObservations: async () => bad });
    expect(await cli.run('import observations a.csv --mapping m.json')).toBe(1);
    expect(cli.said.out).toContain('cell-not-a-number');
    expect(cli.said.out).toContain('Nothing was written.');
  });

  test('ends with 0 when the good rows alone were asked for and written', async () => {
    const cli = cliDesk({ importObservations: async () => ({ ...bad, attempts: 1 }) });
    expect(await cli.run('import observations a.csv --mapping m.json --accept-valid')).toBe(0);
    const unreadable = cliDesk({
      importObservations: async () => ({ ...bad, rows: 0, attempts: 0 }),
    });
    expect(await unreadable.run('import observations a --mapping m --accept-valid')).toBe(1);
  });

  test('reports to every file that is asked for, of the two kinds there are', async () => {
    const cli = cliDesk();
    await cli.run('import observations a.csv --mapping m.json --report e.csv --report e.XLSX');
    expect(cli.asked).toMatchObject([{ reports: ['e.csv', 'e.XLSX'] }]);
    expect(await cli.run('import observations a.csv --mapping m.json --report e.pdf')).toBe(2);
    expect(cli.said.err).toContain('ends in .csv or .xlsx');
  });

  test('shows what a dry run would change, before and after', async () => {
    const draft = {
      line: 4,
      indicator: 'population',
      key: {
        geography: { kind: 'BODY' as const, code: '3525005' },
        period: '2021',
        categories: [],
      },
      content: { status: 'REPORTED' as const, value: '569354', flags: [] },
      origins: {},
    };
    const before = { status: 'REPORTED' as const, value: '569353', flags: [] };
    const dry = { ...goodImport, attempts: 0, corrected: 1, changes: [{ draft, before }] };
    const cli = cliDesk({ importObservations: async () => dry });
    expect(await cli.run('import observations a.csv --mapping m.json --dry-run')).toBe(0);
    expect(cli.said.out).toContain('line 4: population, 3525005, 2021: 569353 → 569354\n');
    expect(cli.said.out).toContain('Nothing was written.');
  });

  test('says how far it is, a line for every tenth when nobody watches', async () => {
    const cli = cliDesk({
      importObservations: async ({ onProgress }) => {
        for (let done = 1; done <= 1_000; done++) onProgress?.('check', done, 1_000);
        onProgress?.('write', 1, 1);
        return goodImport;
      },
    });
    await cli.run('import observations a.csv --mapping m.json');
    expect(cli.said.err.split('\n')).toHaveLength(12);
    expect(cli.said.err).toContain('Checking: 30 % (300/1000)\nChecking: 40 %');
  });
});
