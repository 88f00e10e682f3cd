import { stringify } from 'csv-stringify/sync';
import { writeFile } from 'node:fs/promises';
import type { Language } from '../../domain/text.js';
import type { ImportError } from './import-error.js';
import type { ImportResult } from './import-request.js';

const columns = ['line', 'column', 'code', 'value', 'message', 'suggestion'] as const;

const cellsOf = (error: ImportError, language: Language): readonly string[] => [
  error.line === 0 ? '' : String(error.line),
  error.column ?? '',
  error.code,
  error.value ?? '',
  error.message[language],
  error.suggestion?.[language] ?? '',
];

/**
 * Every rejection as CSV for a spreadsheet. A value that a spreadsheet would take for a formula
 * is escaped, because the file it came from may be anybody's.
 */
export const reportCsv = (errors: readonly ImportError[], language: Language): string =>
  stringify(
    errors.map((error) => [...cellsOf(error, language)]),
    { header: true, columns: [...columns], bom: true, escape_formulas: true },
  );

/** Writes the rejections to a file. */
export const writeReport = (
  file: string,
  { errors }: ImportResult,
  language: Language,
): Promise<void> => writeFile(file, reportCsv(errors, language));

const shownMax = 50;

const sentences = {
  en: {
    rows: ({ rows, recorded, corrected, same, rejected }: ImportResult) =>
      `${rows} rows: ${recorded} new, ${corrected} corrected, ${same} the same, ` +
      `${rejected} rejected.`,
    written: 'Written.',
    nothing: 'Nothing was written.',
    more: (count: number) => `… and ${count} more.`,
    head: ['line', 'column', 'code', 'value', 'message'],
  },
  fr: {
    rows: ({ rows, recorded, corrected, same, rejected }: ImportResult) =>
      `${rows} lignes : ${recorded} nouvelles, ${corrected} corrigées, ${same} inchangées, ` +
      `${rejected} rejetées.`,
    written: 'Consigné.',
    nothing: 'Rien n’a été consigné.',
    more: (count: number) => `… et ${count} autres.`,
    head: ['ligne', 'colonne', 'code', 'valeur', 'message'],
  },
} as const;

const alignedColumns = 4;

/** Rows of cells, the short first columns aligned and the sentences after them. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const short = rows.map((row) => row.slice(0, alignedColumns));
  const widths = columns.map((_, at) => Math.max(...short.map((row) => row[at]?.length ?? 0)));
  return rows.map((row, at) => {
    const cells = short[at]?.map((cell, column) => cell.padEnd(widths[column] ?? 0)) ?? [];
    return [...cells, row.slice(alignedColumns).join(' ')].join('  ').trimEnd();
  });
}

// A control character in a file must not steer the terminal.
const printable = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�');

/** What became of a file, for a terminal: the first rejections as a table, then the counts. */
export function reportText(result: ImportResult, language: Language): string {
  const { errors, attempts } = result;
  const words = sentences[language];
  const rows = errors.slice(0, shownMax).map((error) => cellsOf(error, language).map(printable));
  const table = errors.length === 0 ? [] : aligned([words.head, ...rows]);
  const more = errors.length > shownMax ? [words.more(errors.length - shownMax)] : [];
  const counts = `${words.rows(result)} ${attempts === 0 ? words.nothing : words.written}`;
  return `${[...table, ...more, counts].join('\n')}\n`;
}
