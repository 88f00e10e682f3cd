import { findColumns } from './columns.js';
import { draftName, type Draft } from './draft.js';
import { draftRow, type RowPlan } from './draft-row.js';
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

/** Collects drafts, and refuses those that say again what an earlier row says. */
function draftCollector() {
  const drafts: Draft[] = [];
  const errors: ImportError[] = [];
  const lines = new Map<string, number>();
  const add = (read: ReturnType<typeof draftRow>): void => {
    if ('errors' in read) return void errors.push(...read.errors);
    const name = draftName(read);
    const first = lines.get(name);
    if (first === undefined) drafts.push(read);
    else errors.push(importError('row-duplicate', { line: read.line }, { first }));
    lines.set(name, first ?? read.line);
  };
  return { drafts, errors, add };
}

async function readTable(table: AsyncIterable<TableRow>, plan: FilePlan): Promise<FileReading> {
  const { mapping, names, rowsMax } = plan;
  const rows = tableRows(table, mapping.file);
  const first = mapping.file.headerLine === 0 ? undefined : (await rows.next()).value;
  const columns = findColumns(mapping, first || undefined, first?.line ?? 1);
  if ('errors' in columns) return failed(0, ...columns.errors);
  const { drafts, errors, add } = draftCollector();
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > rowsMax)
      return failed(rowsMax, importError('rows-too-many', { line: row.line }, { max: rowsMax }));
    add(draftRow({ mapping, columns, names }, row));
  }
  if (count === 0) return failed(0, importError('file-empty', { line: 0 }));
  return { rows: count, drafts, errors, complete: true };
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
