import type { Severity } from './import-error.js';

/** A cell of a report's workbook. */
export type SheetCell = {
  readonly value: string;
  readonly type: StringConstructor;
  readonly fontWeight?: 'bold';
  readonly backgroundColor?: string;
  readonly wrap?: boolean;
};

/** A row of a report's workbook. */
export type SheetRow = readonly SheetCell[];

// A spreadsheet takes no more in a cell (Excel specifications: 32,767 characters).
const longest = 32_000;

const colors: Readonly<Record<Severity, string>> = { ERROR: '#FFC7CE', WARNING: '#FFEB9C' };

/** A cell of text, which no spreadsheet takes for a formula; coloured where something is wrong. */
export const textCell = (value: string, severity?: Severity, wrap = false): SheetCell => ({
  value: value.slice(0, longest),
  type: String,
  ...(severity && { backgroundColor: colors[severity] }),
  ...(wrap && { wrap }),
});

/** A cell that heads a column. */
export const headingCell = (value: string): SheetCell => ({
  ...textCell(value, undefined, true),
  fontWeight: 'bold',
  backgroundColor: '#D9D9D9',
});
