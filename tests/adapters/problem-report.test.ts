import { expect, test } from '@jest/globals';
import { problemReport, problemsIn } from '../../src/adapters/problem-report.js';
import type { ImportProblem } from '../../src/domain/import/import-desk.js';

const problem: ImportProblem = {
  sheet: null,
  line: 3,
  column: 'Montant; total',
  severity: 'ERROR',
  code: 'cell-not-a-number',
  value: '=1+1',
  message: { en: 'Not "a" number', fr: 'Pas un nombre' },
  suggestion: { en: 'Write 1', fr: 'Écrivez 1' },
};

test('a report reads back as it was written, in both languages', () => {
  const warning = { ...problem, sheet: 'Plans', severity: 'WARNING' as const, suggestion: null };
  expect(problemsIn(problemReport([problem, warning]))).toEqual([problem, warning]);
  expect(problemsIn(problemReport([]))).toEqual([]);
});

test('what a spreadsheet would take for a formula is escaped', () => {
  const text = Buffer.from(problemReport([problem])).toString();
  expect(text).toContain(",'=1+1,");
  expect(text.startsWith('\ufeffsheet,line,column')).toBe(true);
});
