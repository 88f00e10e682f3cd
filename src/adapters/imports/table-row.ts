import type { ImportError } from './import-error.js';

/** A cell as the file holds it; `exact` says that it is a number whatever its style. */
export type Cell = { readonly text: string; readonly exact: boolean };

/** A row with the line it begins on. */
export type TableRow = { readonly line: number; readonly cells: readonly Cell[] };

/** The file cannot be read on; the error says why and where. */
export class TableUnreadable extends Error {
  override readonly name = 'TableUnreadable';
  readonly error: ImportError;

  constructor(error: ImportError) {
    super(error.message.en);
    this.error = error;
  }
}

/** Nothing but spaces, no-break spaces included. */
export const isBlank = ({ text }: Cell): boolean => text.trim() === '';
