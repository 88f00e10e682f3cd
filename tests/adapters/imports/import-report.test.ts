import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importError } from '../../../src/adapters/imports/import-error.js';
import { reportCsv, reportText, writeReport } from '../../../src/adapters/imports/import-report.js';
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
  recorded: 400,
  corrected: 2,
  same: 11,
  rejected: errors.length,
  attempts: 0,
  errors,
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
    expect(text).toContain('… and 450 more.');
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

describe('the report as a file', () => {
  test('has every rejection, with formulas made harmless', () => {
    const formula = importError('cell-not-a-number', { line: 4, value: '=HYPERLINK("x")' });
    const csv = reportCsv([notANumber, formula, unreadable], 'en');
    expect(csv.split('\n').slice(0, 2)).toEqual([
      '\uFEFFline,column,code,value,message,suggestion',
      '3,population,cell-not-a-number,NA,"The cell is no number in the style the mapping ' +
        'declares, nor a status.",Declare it',
    ]);
    expect(csv).toContain(`4,,cell-not-a-number,"'=HYPERLINK(""x"")"`);
    expect(csv).toContain(',,file-unreadable,,The file a.csv cannot be read: ENOENT.,');
  });

  test('is written where it is asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jalon-report-'));
    try {
      await writeReport(join(folder, 'errors.csv'), result(notANumber), 'fr');
      expect(readFileSync(join(folder, 'errors.csv'), 'utf8')).toContain('Déclarez-le');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test.each(importErrorCodes)('%s is said in English and in French', (code) => {
  const params = { file: 'a', path: 'b', issue: 'c', reason: 'd', column: 'e', other: '2' };
  const sizes = { bytes: '1', max: '2', cells: '3', expected: '4', sheet: 'S', encoding: 'utf-8' };
  const { en, fr } = importSentences[code];
  const said = [en, fr].map((sentence) => sentence({ ...params, ...sizes }));
  expect(said[0]).not.toBe(said[1]);
  for (const sentence of said) expect(sentence).toMatch(/^[A-ZÀ].*\.$/);
  expect(said.join('')).not.toContain('undefined');
});
