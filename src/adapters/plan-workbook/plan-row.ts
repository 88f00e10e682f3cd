import { layout, type Sheet, type SheetName } from './layout.js';
import type { CellPlace } from './plan-problem.js';

/** A row whose cells were read. */
export type PlanRow = {
  readonly sheet: SheetName;
  readonly line: number;
  /** By name of the column; empty cells are left out. */
  readonly values: Readonly<Record<string, string>>;
  /** Where the row is, or one of its cells. */
  at(column?: string): CellPlace;
};

/** Declaration of a sheet, its literal types forgotten. */
export const sheetOf = (name: SheetName): Sheet => layout[name];

/** The cells that name a row, and so tell it from every other. */
export const keyOf = ({ sheet, values }: Pick<PlanRow, 'sheet' | 'values'>): string =>
  JSON.stringify(sheetOf(sheet).key.map((name) => values[name] ?? ''));
