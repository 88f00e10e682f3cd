import { Decimal } from 'decimal.js';
import { readSheet } from 'read-excel-file/node';
import { importError } from './import-error.js';
import type { Mapping } from './mapping.js';
import { noWorkbook, repackWorkbook } from './repack-workbook.js';
import { TableUnreadable, type Cell, type TableRow } from './table-row.js';

type NumberCell = { readonly number: string };

// A spreadsheet computes and shows 15 significant digits; what it stores beyond is noise.
const significantDigits = 15;

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return { text: '', exact: false };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), exact: false };
  if (typeof value !== 'object') return { text: String(value), exact: false };
  const number = new Decimal((value as NumberCell).number).toSignificantDigits(significantDigits);
  return { text: number.toFixed(), exact: true };
}

function unreadable(error: unknown, sheet: string | number): TableUnreadable {
  if (error instanceof TableUnreadable) return error;
  if (error instanceof Error && error.name === 'SheetNotFoundError')
    return new TableUnreadable(importError('sheet-missing', { line: 0 }, { sheet }));
  return noWorkbook();
}

/**
 * The rows of one sheet of an XLSX workbook, which is unpacked whole. A cell with an error,
 * #N/A for one, is empty.
 */
export async function* xlsxRows(
  bytes: Uint8Array,
  { sheet }: Mapping['file'],
): AsyncGenerator<TableRow> {
  let rows: readonly (readonly unknown[])[];
  try {
    rows = await readSheet<NumberCell>(repackWorkbook(bytes), sheet, {
      parseNumber: (number) => ({ number }),
    });
  } catch (error) {
    throw unreadable(error, sheet);
  }
  for (const [at, cells] of rows.entries()) yield { line: at + 1, cells: cells.map(cellOf) };
}
