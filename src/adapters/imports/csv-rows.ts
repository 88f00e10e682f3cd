import { CsvError, parse } from 'csv-parse';
import { importError } from './import-error.js';
import type { Mapping } from './mapping.js';
import { TableUnreadable, type TableRow } from './table-row.js';

/** Longest record, in characters. */
const recordMax = 1_048_576;

// Windows-1252 agrees with Latin-1 wherever Latin-1 has a printable character.
const labels = { 'utf-8': 'utf-8', 'latin-1': 'windows-1252' } as const;

/**
 * The text of a CSV file. Undeclared, it is UTF-16 with its byte order mark, else UTF-8 if it
 * is valid, else Latin-1.
 * @throws TableUnreadable when it is not in the encoding declared
 */
export function decodeText(bytes: Uint8Array, encoding: Mapping['file']['encoding']): string {
  const decode = (name: string): string => new TextDecoder(name, { fatal: true }).decode(bytes);
  if (encoding === 'auto' && bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le');
  try {
    return decode(labels[encoding === 'auto' ? 'utf-8' : encoding]);
  } catch {
    if (encoding === 'auto') return decode(labels['latin-1']);
    throw new TableUnreadable(importError('encoding-invalid', { line: 0 }, { encoding }));
  }
}

const delimiters = [',', ';', '\t', '|'] as const;

/** The mark that separates most cells of the header. */
function findDelimiter(text: string, headerLine: number): string {
  const header = text.split('\n', headerLine + 1)[Math.max(headerLine - 1, 0)] ?? '';
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  const count = (mark: string): number => unquoted.split(mark).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

const issues: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is not closed',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell',
  CSV_INVALID_CLOSING_QUOTE: 'something stands behind a closing quotation mark',
  CSV_MAX_RECORD_SIZE: `a row is longer than ${recordMax} characters`,
};

/** The rows of a CSV file (RFC 4180, any usual delimiter), one after the other. */
export async function* csvRows(text: string, file: Mapping['file']): AsyncGenerator<TableRow> {
  const delimiter =
    file.delimiter === 'auto' ? findDelimiter(text, file.headerLine) : file.delimiter;
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: recordMax,
    relax_column_count: true,
  });
  parser.end(text);
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }>) {
      yield { line, cells: record.map((cell) => ({ text: cell, exact: false })) };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const issue = issues[error.code] ?? error.code;
    throw new TableUnreadable(importError('file-malformed', { line }, { issue }));
  }
}
