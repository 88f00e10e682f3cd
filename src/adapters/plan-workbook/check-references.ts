import { nearest } from '../nearest.js';
import type { SheetName } from './layout.js';
import { planProblem, type PlanProblem } from './plan-problem.js';
import { keyOf, sheetOf, type PlanRow } from './plan-row.js';
import { listOf } from './read-cell.js';
import type { PlanRows } from './read-rows.js';

/** Which column of a sheet names rows of which other sheet. */
const references: readonly (readonly [SheetName, column: string, of: SheetName])[] = [
  ['bodies', 'plan', 'plans'],
  ['risks', 'plan', 'plans'],
  ['strategies', 'plan', 'plans'],
  ['commitments', 'plan', 'plans'],
  ['measures', 'plan', 'plans'],
  ['strategies', 'risks', 'risks'],
  ['commitments', 'strategy', 'strategies'],
  ['measures', 'risk', 'risks'],
  ['measures', 'strategy', 'strategies'],
];

/** Cells that make no sense without another one. */
const companions: readonly (readonly [SheetName, column: string, needs: string])[] = [
  ['plans', 'url', 'publishedOn'],
  ['plans', 'publishedOn', 'url'],
  ['bodies', 'adoptedOn', 'resolution'],
  ['bodies', 'resolution', 'adoptedOn'],
  ['bodies', 'act', 'adoptedOn'],
  ['measures', 'baselineValue', 'baselineKind'],
  ['measures', 'baselinePeriod', 'baselineKind'],
  ['measures', 'targetKind', 'targetValue'],
  ['measures', 'targetValue', 'targetKind'],
  ['measures', 'targetDueOn', 'targetKind'],
];

const nameOfTarget = (of: SheetName, plan: string, key: string): string => {
  const [, column = 'plan'] = sheetOf(of).key;
  return `${of} ${keyOf({ sheet: of, values: { plan, [column]: key } })}`;
};

function unknownReferences(row: PlanRow, known: ReadonlySet<string>, all: readonly PlanRow[]) {
  const { sheet, values } = row;
  return references
    .filter(([of]) => of === sheet)
    .flatMap(([, column, of]) => {
      const plan = values['plan'] ?? '';
      const first = listOf(values[column]).find(
        (key) => !known.has(nameOfTarget(of, of === 'plans' ? key : plan, key)),
      );
      if (first === undefined) return [];
      const keyColumn = sheetOf(of).key.at(-1) ?? '';
      const keys = all
        .filter((each) => each.sheet === of && (of === 'plans' || each.values['plan'] === plan))
        .map((each) => each.values[keyColumn] ?? '');
      const near = nearest(first, keys);
      const { en, fr } = sheetOf(of).title;
      const suggestion =
        near === undefined
          ? undefined
          : { en: `Did you mean ${near}?`, fr: `Vouliez-vous dire ${near}?` };
      return planProblem(
        'reference-unknown',
        row.at(column),
        { sheet: `${en} / ${fr}` },
        suggestion,
      );
    });
}

function missingCompanions(row: PlanRow): readonly PlanProblem[] {
  return companions
    .filter(([sheet, column]) => sheet === row.sheet && row.values[column] !== undefined)
    .filter(([, , needs]) => row.values[needs] === undefined)
    .map(([, column, needs]) => {
      const { title } = sheetOf(row.sheet).columns.find(({ name }) => name === column) ?? {};
      const place = row.at(needs);
      return planProblem('cells-incomplete', place, { other: `${title?.en} / ${title?.fr}` });
    });
}

/** Refuses rows that name what the workbook does not have, or that say half of something. */
export function checkReferences({ rows, problems, count, broken }: PlanRows): PlanRows {
  const known = new Set([...broken, ...rows.map((row) => `${row.sheet} ${keyOf(row)}`)]);
  const found: PlanProblem[] = [...problems];
  const bad = new Set(broken);
  const good = rows.filter((row) => {
    const wrong = [...unknownReferences(row, known, rows), ...missingCompanions(row)];
    found.push(...wrong);
    if (wrong.length > 0) bad.add(`${row.sheet} ${keyOf(row)}`);
    return wrong.length === 0;
  });
  return { rows: good, problems: found, count, broken: bad };
}
