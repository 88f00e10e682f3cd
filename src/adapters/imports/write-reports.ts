import type { Columns } from './columns.js';
import { writeCsvReport } from './csv-report.js';
import { openTable } from './open-table.js';
import type { ImportInput } from './read-input.js';
import { sheetCopy } from './sheet-copy.js';
import type { Stage } from './stage.js';
import { TableUnreadable, type TableRow } from './table-row.js';
import { writeXlsxReport } from './xlsx-report.js';

/** The rows of a file as far as they can be read; why they end is among what was found. */
async function* readableRows(input: ImportInput | undefined): AsyncGenerator<TableRow> {
  if (input === undefined) return;
  try {
    yield* openTable(input.scanned, input.mapping.file);
  } catch (error) {
    if (!(error instanceof TableUnreadable)) throw error;
  }
}

/**
 * Writes what was found wrong with a file: every finding to a `.csv`, a copy of the file with
 * its cells marked to a `.xlsx`.
 * @param input the file; undefined when it could not be read at all
 * @param columns of the file; undefined when they could not be found
 */
export async function writeReports(
  files: readonly string[],
  stage: Stage,
  input: ImportInput | undefined,
  columns: Pick<Columns, 'titles'> | undefined,
): Promise<void> {
  for (const file of files)
    if (/\.xlsx$/i.test(file)) {
      const copy = await sheetCopy(readableRows(input), stage.findings(), columns);
      await writeXlsxReport(file, stage.foundCodes(), copy);
    } else await writeCsvReport(file, stage.findings());
}
