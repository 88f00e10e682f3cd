import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { importError, type Bilingual } from './import-error.js';
import type { Mapping } from './mapping.js';
import { TableUnreadable, type TableRow } from './table-row.js';

/** Longest record, in characters. */
const recordMax = 1_048_576;

/**
 * The text of bytes that come in pieces, without its byte order mark.
 * @param label of the encoding (WHATWG)
 * @throws TableUnreadable when it is not in this encoding
 */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  label: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(label, { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new TableUnreadable(importError('encoding-invalid', { line: 0 }, { encoding: label }));
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
}

const delimiters = [',', ';', '\t', '|'] as const;

/** The mark that separates most cells of the header. */
function findDelimiter(text: string, headerLine: number): string {
  const header = text.split('\n', headerLine + 1)[Math.max(headerLine - 1, 0)] ?? '';
  const unquoted = header.replaceAll(/"[^"]*"/g, '');
  const count = (mark: string): number => unquoted.split(mark).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

const issues: Partial<Record<string, Bilingual>> = {
  CSV_QUOTE_NOT_CLOSED: {
    en: 'a quotation mark is not closed',
    fr: 'un guillemet n’est pas fermé',
  },
  INVALID_OPENING_QUOTE: {
    en: 'a quotation mark stands inside a cell',
    fr: 'un guillemet se trouve dans une cellule',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    en: 'something stands behind a closing quotation mark',
    fr: 'quelque chose suit un guillemet fermant',
  },
  CSV_MAX_RECORD_SIZE: {
    en: `a row is longer than ${recordMax} characters`,
    fr: `une ligne compte plus de ${recordMax} caractères`,
  },
};

type ParsedRow = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** The beginning of a text, at least up to the end of its header. */
async function takeHead(texts: AsyncIterator<string>, headerLine: number): Promise<string> {
  let head = '';
  while (head.length < recordMax && head.split('\n', headerLine + 2).length <= headerLine + 1) {
    const next = await texts.next();
    if (next.done === true) return head;
    head += next.value;
  }
  return head;
}

async function* joined(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The rows of a CSV file (RFC 4180, any usual delimiter), one after the other. */
export async function* csvRows(
  texts: AsyncIterable<string>,
  file: Mapping['file'],
): AsyncGenerator<TableRow> {
  const rest = texts[Symbol.asyncIterator]();
  const head = await takeHead(rest, file.headerLine);
  const delimiter =
    file.delimiter === 'auto' ? findDelimiter(head, file.headerLine) : file.delimiter;
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
  const source = Readable.from(joined(head, rest));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
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
  } finally {
    source.destroy();
  }
}
