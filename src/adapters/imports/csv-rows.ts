import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse';
import { importError } from './import-error.js';
import type { Mapping } from './mapping.js';
import { TableUnreadable, type TableRow } from './table-row.js';

/** Longest record, in characters. */
const recordMax = 1_048_576;

// Windows-1252 agrees with Latin-1 wherever Latin-1 has a printable character.
const labels = { 'utf-8': 'utf-8', 'latin-1': 'windows-1252' } as const;

function findEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return isUtf8(bytes) ? labels['utf-8'] : labels['latin-1'];
}

/**
 * The text of a CSV file. Undeclared, it is UTF-16 with its byte order mark, else UTF-8 if it
 * is valid, else Latin-1.
 * @throws TableUnreadable when it is not in the encoding declared
 */
export function decodeText(bytes: Uint8Array, encoding: Mapping['file']['encoding']): string {
  const label = encoding === 'auto' ? findEncoding(bytes) : labels[encoding];
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new TableUnreadable(importError('encoding-invalid', { line: 0 }, { encoding: label }));
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

type ParsedRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** The rows of a CSV file (RFC 4180, any usual delimiter), one after the other. */
export async function* csvRows(text: string, file: Mapping['file']): AsyncGenerator<TableRow> {
  const delimiter =
    file.delimiter === 'auto' ? findDelimiter(text, file.headerLine) : file.delimiter;
  // The parser is ahead of what is taken from it, and forgets the rest when it fails.
  let parsedLines = 0;
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: recordMax,
    on_record: (row, { lines }) => {
      parsedLines = lines;
      return row;
    },
    relax_column_count: true,
  });
  parser.end(text);
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRow>) {
      yield { line, cells: record.map((cell) => ({ text: cell, exact: false })) };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const issue = issues[error.code] ?? error.code;
    throw new TableUnreadable(importError('file-malformed', { line: parsedLines + 1 }, { issue }));
  }
}
