import type { DecimalText } from '../../domain/decimal.js';
import type { Columns } from './columns.js';
import type { Origin } from './draft.js';
import { importError, type Bilingual, type ImportError } from './import-error.js';
import type { ImportErrorCode } from './import-sentences.js';
import type { ColumnName, Mapping, NumberStyle } from './mapping.js';
import { readNumber, suggestNumber } from './number-cell.js';
import { isBlank, type Cell, type TableRow } from './table-row.js';

type FixedOrColumn = string | { readonly column: ColumnName; readonly prefix?: string };

/** Reads the cells of one row; what cannot be read is collected in `errors`. */
export type RowReader = {
  readonly errors: ImportError[];
  readonly origins: Record<string, Origin>;
  /** Text of a cell, trimmed; empty when there is none. */
  peek(name: ColumnName): string;
  /** A fixed text or a cell that must not be blank; "" once an error is noted. */
  text(field: string, from: FixedOrColumn): string;
  /** The exact decimal of a cell; undefined once an error is noted. */
  number(field: string, name: ColumnName, style?: NumberStyle): DecimalText | undefined;
  refuse(code: ImportErrorCode, name: ColumnName, suggestion?: Bilingual): void;
};

const empty: Cell = { text: '', exact: false };

/** Starts reading a row. `field` is the name under which a refusal speaks of a cell. */
export function rowReader(mapping: Mapping, columns: Columns, row: TableRow): RowReader {
  const errors: ImportError[] = [];
  const origins: Record<string, Origin> = {};
  const cellOf = (name: ColumnName): Cell => row.cells[columns.indexOf(name)] ?? empty;
  const peek = (name: ColumnName): string => cellOf(name).text.trim();
  const refuse = (code: ImportErrorCode, name: ColumnName, suggestion?: Bilingual): void => {
    const place = { line: row.line, column: columns.titleOf(name), value: cellOf(name).text };
    errors.push(importError(code, place, {}, suggestion));
  };
  const noteOrigin = (field: string, name: ColumnName): void => {
    origins[field] = { column: columns.titleOf(name), value: cellOf(name).text };
  };
  return {
    errors,
    origins,
    peek,
    refuse,
    text(field, from) {
      if (typeof from === 'string') return from;
      noteOrigin(field, from.column);
      const found = peek(from.column);
      if (found === '') refuse('cell-empty', from.column);
      return found === '' ? '' : `${from.prefix ?? ''}${found}`;
    },
    number(field, name, style = mapping.numbers) {
      noteOrigin(field, name);
      const cell = cellOf(name);
      const number = readNumber(cell, style);
      if (isBlank(cell)) refuse('cell-empty', name);
      else if (number === undefined) refuse('cell-not-a-number', name, suggestNumber(cell, style));
      return number;
    },
  };
}
