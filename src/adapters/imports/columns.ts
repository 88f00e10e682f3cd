import { nearest } from '../nearest.js';
import { importError, type Bilingual, type ImportError } from './import-error.js';
import type { Mapping } from './mapping.js';
import { isBlank, type TableRow } from './table-row.js';
import type { ColumnName } from './text-source.js';

/** Where the columns of a mapping are. */
export type Columns = {
  /** Index of a column from 0. */
  indexOf(name: ColumnName): number;
  /** Header of a column, or its number when the file has none. */
  titleOf(name: ColumnName): string;
  /** Headers in order; empty when the file has none. */
  readonly titles: readonly string[];
  /** Cells of every row; undefined when the file has no header to tell. */
  readonly width: number | undefined;
  /** Line of the header or, without one, of the first row. */
  readonly line: number;
};

const isNamed = (value: object): value is { readonly column: ColumnName } =>
  'column' in value && (typeof value.column === 'string' || typeof value.column === 'number');

// Their keys are texts of the file, whatever these may be.
const declarations = new Set(['codes', 'statuses']);

/** Every column a mapping speaks of, wherever in it. */
function wanted(value: unknown): readonly ColumnName[] {
  if (value === null || typeof value !== 'object') return [];
  const inner = Object.entries(value)
    .filter(([key]) => !declarations.has(key))
    .flatMap(([, each]) => wanted(each));
  return isNamed(value) ? [value.column, ...inner] : inner;
}

function suggestColumn(column: ColumnName, titles: readonly string[]): Bilingual | undefined {
  if (titles.length === 0) return undefined;
  const meant = nearest(String(column), titles);
  if (meant !== undefined)
    return { en: `Did you mean "${meant}"?`, fr: `Vouliez-vous dire « ${meant} » ?` };
  const list = titles.join(', ').slice(0, 300);
  return { en: `The columns are: ${list}.`, fr: `Les colonnes sont : ${list}.` };
}

/** A title that stands above several columns is written above the first of them alone. */
function spread({ cells }: TableRow, width: number): readonly string[] {
  let above = '';
  return Array.from({ length: width }, (_, at) => {
    const cell = cells[at];
    if (cell !== undefined && !isBlank(cell)) above = cell.text.trim();
    return above;
  });
}

/** The headers of a table: those of its last line, behind what stands above them. */
function titlesOf(header: readonly TableRow[]): readonly string[] {
  const last = header.at(-1);
  if (last === undefined) return [];
  const width = Math.max(...header.map(({ cells }) => cells.length));
  const above = header.slice(0, -1).map((row) => spread(row, width));
  return Array.from({ length: width }, (_, at) => {
    const parts = [...above.map((row) => row[at] ?? ''), last.cells[at]?.text.trim() ?? ''];
    return parts.filter((part) => part !== '').join(' / ');
  });
}

/**
 * Finds every column of a mapping before any row is read.
 * @param header the rows of the header; none when the mapping says that there is none
 */
export function findColumns(
  mapping: Mapping,
  header: readonly TableRow[],
): Columns | { readonly errors: readonly ImportError[] } {
  const titles = titlesOf(header);
  const hasHeader = mapping.file.headerLine > 0;
  const line = header[0]?.line ?? 1;
  const indexOf = (name: ColumnName): number =>
    typeof name === 'number' ? name - 1 : titles.indexOf(name.trim());
  const check = (column: ColumnName): readonly ImportError[] => {
    const index = indexOf(column);
    const place = { line, column: String(column) };
    if (index < 0 || (hasHeader && index >= titles.length))
      return [importError('column-missing', place, { column }, suggestColumn(column, titles))];
    return typeof column === 'string' && titles.lastIndexOf(column.trim()) !== index
      ? [importError('column-ambiguous', place, { column })]
      : [];
  };
  const errors = [...new Set(wanted(mapping))].flatMap(check);
  if (errors.length > 0) return { errors };
  return {
    indexOf,
    titleOf: (name) => titles[indexOf(name)] || String(name),
    titles,
    width: hasHeader ? titles.length : undefined,
    line,
  };
}
