import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importError, importWarning } from '../../../src/adapters/imports/import-error.js';
import { writeCsvReport } from '../../../src/adapters/imports/csv-report.js';
import { reportText } from '../../../src/adapters/imports/import-report.js';
import type { ImportResult } from '../../../src/adapters/imports/import-request.js';
import {
  importErrorCodes,
  importSentences,
} from '../../../src/adapters/imports/import-sentences.js';

const notANumber = importError(
  'cell-not-a-number',
  { line: 3, column: 'population', value: 'NA' },
  {},
  { en: 'Declare it', fr: 'Déclarez-le' },
);
const unreadable = importError('file-unreadable', { line: 0 }, { file: 'a.csv', reason: 'ENOENT' });

const result = (...errors: ImportResult['errors'][number][]): ImportResult => ({
  rows: 414,
  skipped: 0,
  observations: 414,
  recorded: 400,
  corrected: 2,
  same: 11,
  rejected: errors.length,
  attempts: 0,
  errors: errors.filter(({ severity }) => severity === 'ERROR'),
  warnings: errors.filter(({ severity }) => severity === 'WARNING'),
  codes: [...Map.groupBy(errors, ({ code }) => code)].map(([code, found]) => ({
    code,
    severity: found[0]?.severity ?? 'ERROR',
    count: found.length,
    first: found[0] ?? importError('file-empty', { line: 0 }),
  })),
  changes: [],
});

describe('the report of an import', () => {
  test('lists line, column, code, value and reason, then the counts', () => {
    expect(reportText(result(notANumber), 'en')).toBe(
      [
        'line  column      code               value  message',
        '3     population  cell-not-a-number  NA     The cell is no number in the style the ' +
          'mapping declares, nor a status. Declare it',
        '414 rows: 400 new, 2 corrected, 11 the same, 1 rejected. Nothing was written.',
        '',
      ].join('\n'),
    );
  });

  test('is in French where French is asked for', () => {
    const text = reportText({ ...result(notANumber), attempts: 402 }, 'fr');
    expect(text).toContain('ligne');
    expect(text).toContain('Déclarez-le');
    expect(text).toContain('414 lignes : 400 nouvelles');
    expect(text).toContain('Consigné.');
  });

  test('shows the first rejections and says how many more there are', () => {
    const text = reportText(result(...Array.from({ length: 500 }, () => notANumber)), 'en');
    expect(text.split('\n')).toHaveLength(54);
    expect(text).toContain('… and 450 more. 500 × cell-not-a-number');
  });

  test('lets no character of the file steer the terminal', () => {
    const value = '\u001B[2Jgone\u202E';
    const text = reportText(result(importError('cell-empty', { line: 2, value })), 'en');
    expect(text).not.toContain('\u001B');
    expect(text).not.toContain('\u202E');
  });

  test('clips what a cell holds to 100 characters', () => {
    const error = importError('cell-not-a-number', { line: 2, value: 'x'.repeat(1e6) });
    expect(error.value).toHaveLength(100);
  });
});

describe('the report as a CSV file', () => {
  test('has every finding in both languages, with formulas made harmless', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-report-'));
    try {
      const formula = importError('cell-not-a-number', { line: 4, value: '=HYPERLINK("x")' });
      const warning = importWarning('percent-sign-ignored', { line: 5, column: 'rate' });
      const file = join(folder, 'errors.csv');
      await writeCsvReport(file, [notANumber, formula, warning, unreadable]);
      const csv = readFileSync(file, 'utf8');
      expect(csv.split('\n').slice(0, 2)).toEqual([
        '\uFEFFsheet,line,column,severity,code,value,message (en),message (fr),suggestion (en),' +
          'suggestion (fr)',
        ',3,population,ERROR,cell-not-a-number,NA,"The cell is no number in the style the ' +
          'mapping declares, nor a status.","La cellule n’est ni un nombre dans le style ' +
          'déclaré, ni un statut.",Declare it,Déclarez-le',
      ]);
      expect(csv).toContain(`,4,,ERROR,cell-not-a-number,"'=HYPERLINK(""x"")"`);
      expect(csv).toContain(',5,rate,WARNING,percent-sign-ignored,,');
      expect(csv).toContain(',0,,ERROR,file-unreadable,,The file a.csv cannot be read: ENOENT.,');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test.each(importErrorCodes)('%s is said in English and in French', (code) => {
  const params = { file: 'a', path: 'b', issue: 'c', reason: 'd', column: 'e', other: '2' };
  const more = { kind: 'k', pattern: 'p', last: '1', period: '2021', times: '10' };
  const sizes = {
    ...more,
    bytes: '1',
    max: '2',
    cells: '3',
    expected: '4',
    sheet: 'S',
    encoding: 'utf-8',
  };
  const { en, fr } = importSentences[code];
  const said = [en, fr].map((sentence) => sentence({ ...params, ...sizes }));
  expect(said[0]).not.toBe(said[1]);
  for (const sentence of said) expect(sentence).toMatch(/^[A-ZÀ].*\.$/);
  expect(said.join('')).not.toContain('undefined');
});
