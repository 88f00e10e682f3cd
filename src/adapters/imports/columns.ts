import { nearest } from '../nearest.js';
import { importError, type Bilingual, type ImportError } from './import-error.js';
import type { ColumnName, Mapping } from './mapping.js';
import type { TableRow } from './table-row.js';

/** Where the columns of a mapping are. */
export type Columns = {
  /** Index of a column from 0. */
  indexOf(name: ColumnName): number;
  /** Header of a column, or its number when the file has none. */
  titleOf(name: ColumnName): string;
  /** Cells of every row; undefined when the file has no header to tell. */
  readonly width: number | undefined;
};

/** Every column a mapping speaks of. */
function wanted(mapping: Mapping): readonly ColumnName[] {
  const { indicator, body, area, period, value, numerator, denominator } = mapping;
  const { status, flags, missingUnits, categories, sourceReleasedOn } = mapping;
  const plain = [indicator, body, area, period, value, numerator, denominator, status, flags];
  const others = [missingUnits?.missing, missingUnits?.total, sourceReleasedOn];
  const all = [...plain, ...others, ...categories.map(({ category }) => category)];
  return all.flatMap((each) => (typeof each === 'object' ? [each.column] : []));
}

function suggestColumn(column: ColumnName, headers: readonly string[]): Bilingual | undefined {
  if (headers.length === 0) return undefined;
  const meant = nearest(String(column), headers);
  if (meant !== undefined)
    return { en: `Did you mean "${meant}"?`, fr: `Vouliez-vous dire « ${meant} » ?` };
  const list = headers.join(', ').slice(0, 300);
  return { en: `The columns are: ${list}.`, fr: `Les colonnes sont : ${list}.` };
}

/**
 * Finds every column of a mapping before any row is read.
 * @param header the header row; undefined when the mapping says that there is none
 * @param line line of the header or, without one, of the first row
 */
export function findColumns(
  mapping: Mapping,
  header: TableRow | undefined,
  line: number,
): Columns | { readonly errors: readonly ImportError[] } {
  const headers = header?.cells.map(({ text }) => text.trim()) ?? [];
  const indexOf = (name: ColumnName): number =>
    typeof name === 'number' ? name - 1 : headers.indexOf(name.trim());
  const check = (column: ColumnName): readonly ImportError[] => {
    const index = indexOf(column);
    const place = { line, column: String(column) };
    if (index < 0 || (header !== undefined && index >= headers.length))
      return [importError('column-missing', place, { column }, suggestColumn(column, headers))];
    return typeof column === 'string' && headers.lastIndexOf(column.trim()) !== index
      ? [importError('column-ambiguous', place, { column })]
      : [];
  };
  const errors = [...new Set(wanted(mapping))].flatMap(check);
  if (errors.length > 0) return { errors };
  return {
    indexOf,
    titleOf: (name) => headers[indexOf(name)] || String(name),
    width: header?.cells.length,
  };
}
