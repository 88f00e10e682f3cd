import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { ImportProblem } from '../domain/import/import-desk.js';

const columns = [
  'sheet',
  'line',
  'column',
  'severity',
  'code',
  'value',
  'message (en)',
  'message (fr)',
  'suggestion (en)',
  'suggestion (fr)',
] as const;

/** A problem as a row of a report. */
export const reportRow = (problem: ImportProblem): readonly string[] => {
  const { sheet, line, column, severity, code, value, message, suggestion } = problem;
  const place = [sheet ?? '', String(line), column ?? '', severity, code, value ?? ''];
  return [...place, message.en, message.fr, suggestion?.en ?? '', suggestion?.fr ?? ''];
};

/**
 * How a report is written. A cell that a spreadsheet would take for a formula is escaped,
 * because the file it came from may be anybody's.
 */
export const reportStyle = {
  header: true,
  columns: [...columns],
  bom: true,
  escape_formulas: true,
};

/** Most problems a report lists; the counts of the attempt speak of all of them. */
const problemsMax = 10_000;

/** Everything that is wrong with a file, as CSV in both languages. */
export const problemReport = (problems: readonly ImportProblem[]): Uint8Array =>
  Buffer.from(
    stringify(
      problems.slice(0, problemsMax).map((problem) => [...reportRow(problem)]),
      reportStyle,
    ),
  );

const unescaped = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r])/, '');

function problemOf(row: Readonly<Record<string, string>>): ImportProblem {
  const text = (name: (typeof columns)[number]): string => unescaped(row[name] ?? '');
  const orNull = (cell: string): string | null => (cell === '' ? null : cell);
  return {
    sheet: orNull(text('sheet')),
    line: Number(text('line')),
    column: orNull(text('column')),
    severity: text('severity') as ImportProblem['severity'],
    code: text('code'),
    value: orNull(text('value')),
    message: { en: text('message (en)'), fr: text('message (fr)') },
    suggestion:
      text('suggestion (en)') === ''
        ? null
        : { en: text('suggestion (en)'), fr: text('suggestion (fr)') },
  };
}

/** The problems of a report that was kept. */
export const problemsIn = (report: Uint8Array): readonly ImportProblem[] =>
  parse<Record<string, string>>(Buffer.from(report), { bom: true, columns: true }).map(problemOf);
