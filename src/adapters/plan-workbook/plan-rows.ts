import type { Label } from '../../domain/text.js';
import type { PlanRow } from './plan-row.js';
import { keyOf } from './plan-row.js';
import type { PlanRows } from './read-rows.js';

/** The rows of one plan. */
export type PlanOfRows = {
  readonly plan: PlanRow;
  rowsOf(sheet: PlanRow['sheet']): readonly PlanRow[];
  /** True when a row of a sheet could not be read. */
  isBroken(sheet: PlanRow['sheet']): boolean;
};

/** A cell; empty when it is. */
export const cell = ({ values }: PlanRow, name: string): string => values[name] ?? '';

/** A text in the languages it was written in; the domain refuses one that is in neither. */
export const textOf = ({ values }: PlanRow, name: string): Label => {
  const { [`${name}En`]: en, [`${name}Fr`]: fr } = values;
  return { ...(en !== undefined && { en }), ...(fr !== undefined && { fr }) };
};

/** The same where no text need be. */
export function optionalText(row: PlanRow, name: string): Label | undefined {
  const text = textOf(row, name);
  return text.en === undefined && text.fr === undefined ? undefined : text;
}

/** The plans of a workbook, each with its rows. */
export function plansOf({ rows, broken }: PlanRows): readonly PlanOfRows[] {
  return rows
    .filter(({ sheet }) => sheet === 'plans')
    .map((plan) => {
      const key = cell(plan, 'plan');
      return {
        plan,
        rowsOf: (sheet) => rows.filter((row) => row.sheet === sheet && cell(row, 'plan') === key),
        isBroken: (sheet) => {
          const begins = keyOf({ sheet: 'plans', values: { plan: key } }).slice(0, -1);
          return [...broken].some((name) => name.startsWith(`${sheet} ${begins}`));
        },
      };
    });
}
