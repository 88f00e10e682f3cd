import { nearest } from '../nearest.js';
import type { Column, Sheet, SheetName } from './layout.js';
import { sheetNames } from './layout.js';
import { planProblem, type Bilingual, type PlanProblem } from './plan-problem.js';
import { keyOf, sheetOf, type PlanRow } from './plan-row.js';
import { readCell, type CodesInForce } from './read-cell.js';
import type { PlanTable } from './read-tables.js';
import { sameWord } from './same-word.js';

/** The rows of a workbook, what is wrong with its cells, and the rows that are left out for it. */
export type PlanRows = {
  readonly rows: readonly PlanRow[];
  readonly problems: readonly PlanProblem[];
  /** Rows read, good or bad. */
  readonly count: number;
  /** Keys of rows with a cell that cannot be read, by sheet: others may refer to them. */
  readonly broken: ReadonlySet<string>;
};

type Found = { readonly column: Column; readonly at: number; readonly title: string };

const titled = (text: string, { en, fr }: Bilingual): boolean =>
  [en, fr, `${en} / ${fr}`].some((title) => sameWord(title) === sameWord(text));

const meant = (typed: string, titles: readonly Bilingual[]): Bilingual | undefined => {
  const title = nearest(
    typed,
    titles.flatMap(({ en, fr }) => [en, fr]),
  );
  return title === undefined
    ? undefined
    : { en: `Did you mean “${title}”?`, fr: `Vouliez-vous dire « ${title} »?` };
};

/** Where the columns of a sheet are, by their headings in either language. */
function findColumns(table: PlanTable, { columns }: Sheet) {
  const found: Found[] = [];
  const problems: PlanProblem[] = [];
  const place = { sheet: table.name, line: 1 };
  const headings = table.rows[0] ?? [];
  for (const [at, title] of headings.entries()) {
    if (title === '') continue;
    const column = columns.find((each) => titled(title, each.title));
    const cell = { ...place, column: title, value: title };
    if (column === undefined) {
      const titles = columns.map((each) => each.title);
      problems.push(planProblem('column-unknown', cell, {}, meant(title, titles)));
    } else if (found.some((each) => each.column === column))
      problems.push(planProblem('column-repeated', cell, { column: title }));
    else found.push({ column, at, title });
  }
  for (const { title } of columns.filter((each) => each.required))
    if (!found.some(({ column }) => column.title === title))
      problems.push(planProblem('column-missing', place, { column: `${title.en} / ${title.fr}` }));
  return { found, problems };
}

function readRow(
  cells: readonly string[],
  place: { readonly sheet: SheetName; readonly title: string; readonly line: number },
  found: readonly Found[],
  codes: CodesInForce,
): { readonly row: PlanRow; readonly problems: readonly PlanProblem[] } {
  const values: Record<string, string> = {};
  const problems: PlanProblem[] = [];
  const at = (name?: string) => {
    const column = found.find((each) => each.column.name === name);
    return {
      sheet: place.title,
      line: place.line,
      column: column?.title ?? null,
      value: column === undefined ? null : (cells[column.at] ?? ''),
    };
  };
  for (const { column, at: index } of found) {
    const text = cells[index] ?? '';
    if (text === '') {
      if (column.required) problems.push(planProblem('cell-required', at(column.name)));
      continue;
    }
    const read = readCell(text, column.kind, codes);
    if ('value' in read) values[column.name] = read.value;
    else problems.push(planProblem(read.refused, at(column.name), {}, read.suggestion));
  }
  return { row: { sheet: place.sheet, line: place.line, values, at }, problems };
}

const nameOf = (row: PlanRow): string => `${row.sheet} ${keyOf(row)}`;

/** Reads one sheet; a key that comes twice is refused the second time. */
function readSheet(sheet: SheetName, table: PlanTable, codes: CodesInForce): PlanRows {
  const declared = sheetOf(sheet);
  const { found, problems } = findColumns(table, declared);
  const rows: PlanRow[] = [];
  const broken = new Set<string>();
  if (problems.length > 0) return { rows, problems, count: 0, broken };
  const lines = new Map<string, number>();
  let count = 0;
  for (const [at, cells] of table.rows.entries()) {
    if (at === 0 || cells.every((cell) => cell === '')) continue;
    count += 1;
    const read = readRow(cells, { sheet, title: table.name, line: at + 1 }, found, codes);
    const name = nameOf(read.row);
    const other = lines.get(name);
    lines.set(name, other ?? at + 1);
    problems.push(...read.problems);
    if (read.problems.length > 0) broken.add(name);
    else if (other === undefined) rows.push(read.row);
    else problems.push(planProblem('key-repeated', read.row.at(declared.key.at(-1)), { other }));
  }
  return { rows, problems, count, broken };
}

const neededSheets: readonly SheetName[] = ['plans'];

/** Reads every sheet of the layout; sheets of other names are explanations and left alone. */
export function readRows(tables: readonly PlanTable[], codes: CodesInForce): PlanRows {
  const read = sheetNames.flatMap((sheet) => {
    const { title } = sheetOf(sheet);
    const wanted = [title.en, title.fr, sheet].map(sameWord);
    const table = tables.find(({ name }) => wanted.includes(sameWord(name)));
    if (table !== undefined) return readSheet(sheet, table, codes);
    if (!neededSheets.includes(sheet)) return [];
    const name = `${title.en} / ${title.fr}`;
    const problems = [planProblem('sheet-missing', {}, { sheet: name })];
    return { rows: [], problems, count: 0, broken: new Set<string>() };
  });
  return {
    rows: read.flatMap(({ rows }) => rows),
    problems: read.flatMap(({ problems }) => problems),
    count: read.reduce((sum, { count }) => sum + count, 0),
    broken: new Set(read.flatMap(({ broken }) => [...broken])),
  };
}
