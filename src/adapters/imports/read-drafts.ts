import { findColumns } from './columns.js';
import { draftName, type Draft } from './draft.js';
import { draftRow, isLeftEmpty, type RowPlan } from './draft-row.js';
import { importError, type ImportError } from './import-error.js';
import type { Mapping } from './mapping.js';
import { isBlank, TableUnreadable, type TableRow } from './table-row.js';

/** What a file says. */
export type FileReading = {
  /** Rows read, the header and blank rows left out. */
  readonly rows: number;
  readonly drafts: readonly Draft[];
  readonly errors: readonly ImportError[];
  /** False when the file cannot be read as a whole, so that not even good rows count. */
  readonly complete: boolean;
};

/** How a file is read. */
export type FilePlan = Pick<RowPlan, 'names'> & {
  readonly mapping: Mapping;
  readonly rowsMax: number;
};

const failed = (rows: number, ...errors: readonly ImportError[]): FileReading => ({
  rows,
  drafts: [],
  errors,
  complete: false,
});

/** The rows of the table: none above the header, none from the footnotes on, none blank. */
async function* tableRows(
  rows: AsyncIterable<TableRow>,
  { headerLine, footer }: Mapping['file'],
): AsyncGenerator<TableRow> {
  const end = footer === undefined ? undefined : new RegExp(footer, 'u');
  for await (const row of rows) {
    if (row.line < headerLine || row.cells.every(isBlank)) continue;
    if (end?.test(row.cells[0]?.text.trim() ?? '')) return;
    yield row;
  }
}

const repeats = (line: number, other: number): ImportError =>
  importError('row-duplicate', { line }, { other });

const isSameContent = (a: Draft, b: Draft): boolean =>
  JSON.stringify(a.content) === JSON.stringify(b.content);

/**
 * Collects drafts and refuses those that are about what an earlier row is about; where the two
 * disagree, the earlier one too, for nobody can tell which is right.
 */
function draftCollector() {
  const drafts = new Map<string, Draft>();
  const contradicted = new Set<string>();
  const errors: ImportError[] = [];
  const add = (read: ReturnType<typeof draftRow>): void => {
    if ('errors' in read) return void errors.push(...read.errors);
    const name = draftName(read);
    const first = drafts.get(name);
    if (first === undefined) return void drafts.set(name, read);
    errors.push(repeats(read.line, first.line));
    if (contradicted.has(name) || isSameContent(first, read)) return;
    contradicted.add(name);
    errors.push(repeats(first.line, read.line));
  };
  const accepted = (): readonly Draft[] =>
    [...drafts].filter(([name]) => !contradicted.has(name)).map(([, draft]) => draft);
  return { accepted, errors, add };
}

async function readTable(table: AsyncIterable<TableRow>, plan: FilePlan): Promise<FileReading> {
  const { mapping, names, rowsMax } = plan;
  const rows = tableRows(table, mapping.file);
  const first = mapping.file.headerLine === 0 ? undefined : (await rows.next()).value;
  const columns = findColumns(mapping, first || undefined, first?.line ?? 1);
  if ('errors' in columns) return failed(0, ...columns.errors);
  const { accepted, errors, add } = draftCollector();
  let count = 0;
  let leftEmpty = 0;
  for await (const row of rows) {
    if (isLeftEmpty({ mapping, columns }, row)) {
      leftEmpty += 1;
      continue;
    }
    count += 1;
    if (count > rowsMax)
      return failed(rowsMax, importError('rows-too-many', { line: row.line }, { max: rowsMax }));
    add(draftRow({ mapping, columns, names }, row));
  }
  if (count + leftEmpty === 0) return failed(0, importError('file-empty', { line: 0 }));
  return { rows: count, drafts: accepted(), errors, complete: true };
}

/** Reads every row of a table into a draft or into errors. */
export async function readDrafts(
  table: AsyncIterable<TableRow>,
  plan: FilePlan,
): Promise<FileReading> {
  try {
    return await readTable(table, plan);
  } catch (error) {
    if (error instanceof TableUnreadable) return failed(0, error.error);
    throw error;
  }
}
