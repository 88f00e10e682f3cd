import { tmpdir } from 'node:os';
import { bodyNames } from './body-names.js';
import { checkStage, type CheckedStage } from './check-stage.js';
import type { ImportPorts, ImportRequest, ImportResult } from './import-request.js';
import { importSource } from './import-source.js';
import { openTable } from './open-table.js';
import { readInput, type ImportInput } from './read-input.js';
import { openStage, type Stage } from './stage.js';
import { stageRows, type StagedRows } from './stage-rows.js';
import { writeReports } from './write-reports.js';
import { writeStage } from './write-stage.js';

const defaultRowsMax = 10_000_000;
/** Errors and warnings kept in memory, of each. */
const shownMax = 1_000;

const nothing: CheckedStage = { recorded: 0, corrected: 0, same: 0, changes: [] };

async function read(
  stage: Stage,
  { scanned, mapping }: ImportInput,
  { organizations }: ImportPorts,
  { rowsMax = defaultRowsMax, onProgress }: ImportRequest,
): Promise<StagedRows> {
  const { body } = mapping;
  const isNamed = typeof body === 'object' && body.by === 'name';
  const names = isNamed ? bodyNames(await organizations()) : undefined;
  const table = openTable(scanned, mapping.file, (done) =>
    onProgress?.('read', done, scanned.bytes),
  );
  return stageRows(stage, table, { mapping, names, rowsMax });
}

async function checkAndWrite(
  stage: Stage,
  input: ImportInput,
  ports: ImportPorts,
  request: ImportRequest,
): Promise<CheckedStage & { readonly attempts: number }> {
  const { caller, dryRun, acceptValid, onProgress } = request;
  const context = { ports, caller, source: importSource(input) };
  const checked = await checkStage(stage, {
    ...context,
    onProgress: (done) => onProgress?.('check', done, stage.counts.drafts),
  });
  if (dryRun === true || (stage.counts.errors > 0 && acceptValid !== true))
    return { ...checked, attempts: 0 };
  const written = await writeStage(stage, {
    ...context,
    onProgress: (done) => onProgress?.('write', done, stage.counts.planned),
  });
  return { ...checked, ...written, same: checked.same + written.same };
}

async function importStaged(
  stage: Stage,
  ports: ImportPorts,
  request: ImportRequest,
): Promise<ImportResult> {
  const input = await readInput(request);
  if ('errors' in input) input.errors.forEach(stage.addError);
  const staged = 'errors' in input ? undefined : await read(stage, input, ports, request);
  const done =
    'errors' in input || staged?.complete !== true
      ? { ...nothing, attempts: 0 }
      : await checkAndWrite(stage, input, ports, request);
  const { rows = 0, skipped = 0, observations = rows } = staged ?? {};
  const readable = 'errors' in input ? undefined : input;
  const codes = stage.foundCodes();
  const { reports = [], markedCopy } = request;
  const marked = markedCopy !== undefined && codes.length > 0 ? [markedCopy] : [];
  await writeReports([...reports, ...marked], stage, readable, staged?.columns);
  return {
    rows,
    skipped,
    observations,
    ...done,
    // What is not recorded, corrected or the same was rejected, whatever spoke against it.
    rejected: observations - done.recorded - done.corrected - done.same,
    errors: stage.firstFindings('ERROR', shownMax),
    warnings: stage.firstFindings('WARNING', shownMax),
    codes,
  };
}

/**
 * Imports observations from a CSV or XLSX file: what is new is recorded, what says something
 * else is corrected, what is the same is left alone. Every row is decided before the first is
 * written, and nothing is written unless all rows pass or the good ones alone are asked for.
 * A second import of the same file with the same mapping writes nothing, so one that was
 * interrupted is simply run again. The file is never in memory as a whole: what it says is kept
 * on disk, by stream, so that each stream is read once and written in few appends.
 */
export async function importObservations(
  ports: ImportPorts,
  request: ImportRequest,
): Promise<ImportResult> {
  const stage = openStage(request.workFolder ?? tmpdir());
  try {
    return await importStaged(stage, ports, request);
  } finally {
    stage.close();
  }
}
