import { observationStream } from '../../domain/identifiers.js';
import type { BodyNames } from './body-names.js';
import { findColumns, type Columns } from './columns.js';
import { draftName } from './draft.js';
import { draftRow, type RowPlan } from './draft-row.js';
import { importError, importWarning, type ImportError } from './import-error.js';
import type { Mapping } from './mapping.js';
import { measuresOf } from './measures.js';
import type { Stage } from './stage.js';
import { isBlank, TableUnreadable, type TableRow } from './table-row.js';

/** What was read from a file. */
export type StagedRows = {
  /** Rows read, the header, blank rows and those left out not among them. */
  readonly rows: number;
  /** Rows that the mapping leaves out. */
  readonly skipped: number;
  /** Observations in the rows, those rejected included. */
  readonly observations: number;
  /** Undefined when they could not be found. */
  readonly columns?: Pick<Columns, 'titles'>;
  /** False when the file cannot be read as a whole, so that not even good rows count. */
  readonly complete: boolean;
};

/** How a file is read. */
export type FilePlan = {
  readonly mapping: Mapping;
  readonly names?: BodyNames | undefined;
  readonly rowsMax: number;
};

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

async function takeHeader(
  rows: AsyncGenerator<TableRow>,
  { headerLine, headerLines }: Mapping['file'],
): Promise<readonly TableRow[]> {
  const header: TableRow[] = [];
  while (headerLine > 0 && header.length < headerLines) {
    const next = await rows.next();
    if (next.done === true) break;
    header.push(next.value);
  }
  return header;
}

/** Tells the rows that a mapping leaves out. */
function skipper({ mapping: { skip }, columns }: RowPlan): (row: TableRow) => boolean {
  const rules = skip.map(({ column, matches }) => ({
    at: columns.indexOf(column),
    pattern: new RegExp(matches, 'u'),
  }));
  return ({ cells }) => rules.some(({ at, pattern }) => pattern.test(cells[at]?.text.trim() ?? ''));
}

/** Turns rows into drafts on the stage. */
function rowStager(stage: Stage, plan: RowPlan) {
  const warned = new Set<string | number>();
  return (row: TableRow): number => {
    const { drafts, errors, observations, percents } = draftRow(plan, row);
    for (const draft of drafts) {
      const stream = observationStream(draft.indicator, draft.key.geography);
      stage.addDraft({ draft, stream, name: draftName(draft) });
    }
    errors.forEach(stage.addError);
    for (const column of percents) {
      if (warned.has(column)) continue;
      warned.add(column);
      const place = { line: row.line, column: plan.columns.titleOf(column) };
      stage.addError(importWarning('percent-sign-ignored', place));
    }
    return observations;
  };
}

const nothing = { rows: 0, skipped: 0, observations: 0, complete: false };

function refuse(stage: Stage, errors: readonly ImportError[], rows = 0): StagedRows {
  errors.forEach(stage.addError);
  return { ...nothing, rows };
}

async function stageTable(
  stage: Stage,
  table: AsyncIterable<TableRow>,
  { mapping, names, rowsMax }: FilePlan,
): Promise<StagedRows> {
  const rows = tableRows(table, mapping.file);
  const columns = findColumns(mapping, await takeHeader(rows, mapping.file));
  if ('errors' in columns) return refuse(stage, columns.errors);
  const measures = measuresOf(mapping, columns);
  if ('errors' in measures) return { ...refuse(stage, measures.errors), columns };
  const plan = { mapping, columns, measures, names };
  const isSkipped = skipper(plan);
  const add = rowStager(stage, plan);
  const counts = { rows: 0, skipped: 0, observations: 0 };
  for await (const row of rows) {
    if (counts.rows + counts.skipped === rowsMax) {
      const tooMany = importError('rows-too-many', { line: row.line }, { max: rowsMax });
      return { ...refuse(stage, [tooMany], rowsMax), columns };
    }
    const observations = isSkipped(row) ? 0 : add(row);
    counts[observations === 0 ? 'skipped' : 'rows'] += 1;
    counts.observations += observations;
  }
  if (counts.rows + counts.skipped === 0)
    return refuse(stage, [importError('file-empty', { line: 0 })]);
  return { ...counts, columns, complete: true };
}

/** Reads every row of a table into drafts and errors on the stage. */
export async function stageRows(
  stage: Stage,
  table: AsyncIterable<TableRow>,
  plan: FilePlan,
): Promise<StagedRows> {
  try {
    return await stageTable(stage, table, plan);
  } catch (error) {
    if (error instanceof TableUnreadable) return refuse(stage, [error.error]);
    throw error;
  }
}
