import { multiply, type DecimalText } from '../../domain/decimal.js';
import type { ObservationFlag } from '../../domain/observation/events.js';
import type { Columns } from './columns.js';
import type { Origin } from './draft.js';
import { importError, type Bilingual, type ImportError } from './import-error.js';
import type { ImportErrorCode } from './import-sentences.js';
import type { Mapping } from './mapping.js';
import { readNumber, splitFlags, suggestNumber } from './number-cell.js';
import { isBlank, type Cell, type TableRow } from './table-row.js';
import { rewrite, type CellText, type ColumnName } from './text-source.js';

/** Reads the cells of one row; what cannot be read is collected in `errors`. */
export type RowReader = {
  readonly errors: ImportError[];
  readonly origins: Record<string, Origin>;
  /** Flags that stood behind numbers. */
  readonly flags: ObservationFlag[];
  /** Columns in which a percent sign was left out. */
  readonly percents: ColumnName[];
  /** Text of a cell, trimmed; empty when there is none. */
  peek(name: ColumnName): string;
  /** A fixed text or a cell that must not be blank; "" once an error is noted. */
  text(field: string, from: CellText): string;
  /** The exact decimal of a cell; undefined once an error is noted. */
  number(field: string, name: ColumnName, scale?: DecimalText): DecimalText | undefined;
  refuse(code: ImportErrorCode, name: ColumnName, suggestion?: Bilingual): void;
};

const empty: Cell = { text: '', exact: false };
const blank = { refused: 'cell-empty', suggestion: undefined } as const;

/** What reading a row collects. */
type Collected = Pick<RowReader, 'errors' | 'origins' | 'flags' | 'percents'>;

/** Takes the flags off the end of a number and notes them. */
function unflagged(cell: Cell, mapping: Mapping, { flags }: Collected): Cell {
  if (cell.exact || mapping.flags?.attached !== true) return cell;
  const { codes } = mapping.flags;
  const { number, found } = splitFlags(cell.text, Object.keys(codes));
  flags.push(...found.flatMap((flag) => codes[flag] ?? []).filter((flag) => flag !== 'IGNORE'));
  return { text: number, exact: false };
}

/** Starts reading a row. `field` is the name under which a refusal speaks of a cell. */
export function rowReader(mapping: Mapping, columns: Columns, row: TableRow): RowReader {
  const collected: Collected = { errors: [], origins: {}, flags: [], percents: [] };
  const style = { ...mapping.numbers, multiplyBy: undefined };
  const cellOf = (name: ColumnName): Cell => row.cells[columns.indexOf(name)] ?? empty;
  const peek = (name: ColumnName): string => cellOf(name).text.trim();
  const originOf = (name: ColumnName): Origin => ({
    column: columns.titleOf(name),
    value: cellOf(name).text,
  });
  const refuse = (code: ImportErrorCode, name: ColumnName, suggestion?: Bilingual): void => {
    const place = { line: row.line, ...originOf(name) };
    collected.errors.push(importError(code, place, {}, suggestion));
  };
  return {
    ...collected,
    peek,
    refuse,
    text(field, from) {
      if (typeof from === 'string') return from;
      collected.origins[field] = originOf(from.column);
      const found = peek(from.column);
      // What a blank means may be declared; otherwise it means nothing.
      const isMeant = found !== '' || Object.hasOwn(from.codes ?? {}, '');
      const meaning = isMeant ? rewrite(found, from) : blank;
      if ('text' in meaning) return meaning.text;
      refuse(meaning.refused, from.column, meaning.suggestion);
      return '';
    },
    number(field, name, scale) {
      collected.origins[field] = originOf(name);
      const cell = unflagged(cellOf(name), mapping, collected);
      const number = readNumber(cell, style);
      if (isBlank(cell)) refuse('cell-empty', name);
      else if (number === undefined) refuse('cell-not-a-number', name, suggestNumber(cell, style));
      else if (cell.text.endsWith('%')) collected.percents.push(name);
      return number === undefined || scale === undefined ? number : multiply(number, scale);
    },
  };
}
