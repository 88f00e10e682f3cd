import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Decimal } from 'decimal.js';
import readWorkbook from 'read-excel-file/node';
import { planProblem, type PlanProblem } from './plan-problem.js';

/** A sheet as its file holds it; every cell as text. */
export type PlanTable = {
  /** Name of the sheet, or of the CSV file without its ending. */
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
};

type Failed = { readonly problems: readonly PlanProblem[]; readonly fileHash?: undefined };

/** What is read, and a fingerprint of it. */
export type PlanTables = {
  readonly tables: readonly PlanTable[];
  /** SHA-256 of the workbook, or of all CSV files in the order of their names. */
  readonly fileHash: string;
};

type NumberCell = { readonly number: string };

// A spreadsheet computes and shows 15 significant digits; what it stores beyond is noise.
const significantDigits = 15;

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value).trim();
  return new Decimal((value as NumberCell).number).toSignificantDigits(significantDigits).toFixed();
}

async function workbookTables(bytes: Uint8Array): Promise<readonly PlanTable[]> {
  const sheets = await readWorkbook<NumberCell>(Buffer.from(bytes), {
    parseNumber: (number) => ({ number }),
  });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map(textOf)),
  }));
}

const delimiters = [',', ';', '\t'] as const;

/** The mark that separates most headings; the others may stand inside cells. */
function findDelimiter(text: string): string {
  const header = text.split('\n', 1)[0] ?? '';
  const count = (mark: string): number => header.split(mark).length;
  return delimiters.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

function csvTable(file: string, bytes: Uint8Array): PlanTable {
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
  const options = {
    delimiter: findDelimiter(text),
    bom: true,
    relax_column_count: true,
    info: true,
  } as const;
  const records = parse(text, options) as unknown as readonly {
    readonly record: readonly string[];
    readonly info: { readonly lines: number };
  }[];
  const rows: string[][] = [];
  let line = 0;
  // A cell may hold several lines: rows stand on the line they begin on.
  for (const { record, info } of records) {
    while (rows.length < line) rows.push([]);
    rows.push(record.map((cell) => cell.trim()));
    line = info.lines;
  }
  return { name: basename(file, extname(file)), rows };
}

async function filesOf(input: string): Promise<readonly string[]> {
  if (!(await stat(input)).isDirectory()) return [input];
  const names = (await readdir(input)).filter((name) => extname(name).toLowerCase() === '.csv');
  return names.toSorted().map((name) => join(input, name));
}

const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function readFiles(files: readonly string[], bytesMax: number): Promise<PlanTables | Failed> {
  const tables: PlanTable[] = [];
  const hash = createHash('sha256');
  let size = 0;
  for (const file of files) {
    const name = basename(file);
    size += (await stat(file)).size;
    if (size > bytesMax)
      return { problems: [planProblem('workbook-too-large', {}, { file: name, max: bytesMax })] };
    const bytes = await readFile(file);
    hash.update(bytes);
    try {
      if (isWorkbook(bytes)) tables.push(...(await workbookTables(bytes)));
      else tables.push(csvTable(file, bytes));
    } catch {
      return { problems: [planProblem('workbook-malformed', {}, { file: name })] };
    }
  }
  return { tables, fileHash: hash.digest('hex') };
}

/** Reads an XLSX workbook, or a folder of CSV files named as its sheets. */
export async function readTables(input: string, bytesMax: number): Promise<PlanTables | Failed> {
  try {
    return await readFiles(await filesOf(input), bytesMax);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    return { problems: [planProblem('workbook-unreadable', {}, { file: input, reason })] };
  }
}
