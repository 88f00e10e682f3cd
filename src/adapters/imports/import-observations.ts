import { basename } from 'node:path';
import type { Label } from '../../domain/text.js';
import { bodyNames } from './body-names.js';
import { checkDrafts, type CheckedDrafts } from './check-drafts.js';
import { csvRows, decodeText } from './csv-rows.js';
import type { ImportError } from './import-error.js';
import type { ImportPorts, ImportRequest, ImportResult } from './import-request.js';
import { importSurroundings } from './import-surroundings.js';
import type { Mapping } from './mapping.js';
import { readDrafts, type FileReading } from './read-drafts.js';
import { readInput, type ImportInput } from './read-input.js';
import type { TableRow } from './table-row.js';
import { foreseeRows, writeRows } from './write-rows.js';
import { xlsxRows } from './xlsx-rows.js';

const defaultRowsMax = 200_000;

const rejectedFile = (errors: readonly ImportError[], rows = 0): ImportResult => ({
  rows,
  recorded: 0,
  corrected: 0,
  same: 0,
  rejected: rows,
  attempts: 0,
  errors,
});

// Every XLSX workbook is a ZIP archive; no CSV file begins like one.
const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

async function* tableOf(bytes: Uint8Array, file: Mapping['file']): AsyncGenerator<TableRow> {
  if (isWorkbook(bytes)) yield* xlsxRows(bytes, file);
  else yield* csvRows(decodeText(bytes, file.encoding), file);
}

const defaultReason = (file: string, hash: string): Label => ({
  en: `Imported from ${basename(file)}, sha-256 ${hash}`,
  fr: `Importé de ${basename(file)}, sha-256 ${hash}`,
});

async function readRows(
  { bytes, mapping }: ImportInput,
  { organizations }: ImportPorts,
  rowsMax = defaultRowsMax,
): Promise<FileReading> {
  const { body } = mapping;
  const isNamed = typeof body === 'object' && body.by === 'name';
  const names = isNamed ? bodyNames(await organizations()) : undefined;
  return readDrafts(tableOf(bytes, mapping.file), { mapping, names, rowsMax });
}

/** Checks what was read against what is recorded. */
async function check(
  { drafts }: FileReading,
  { mapping, fileHash, mappingHash }: ImportInput,
  ports: ImportPorts,
  { file, caller, onProgress }: ImportRequest,
): Promise<CheckedDrafts> {
  let done = 0;
  return checkDrafts(drafts, {
    around: importSurroundings(ports),
    caller,
    source: `${fileHash} ${mappingHash}`,
    reason: mapping.reason ?? defaultReason(file, fileHash),
    explain: ports.explain,
    onRow: () => onProgress?.('check', (done += 1), drafts.length),
  });
}

/**
 * Imports observations from a CSV or XLSX file: what is new is recorded, what says something
 * else is corrected, what is the same is left alone. Every row is decided before the first is
 * written, and nothing is written unless all rows pass or the good ones alone are asked for.
 * A second import of the same file with the same mapping writes nothing, so one that was
 * interrupted is simply run again.
 */
export async function importObservations(
  ports: ImportPorts,
  request: ImportRequest,
): Promise<ImportResult> {
  const input = await readInput(request);
  if ('errors' in input) return rejectedFile(input.errors);
  const reading = await readRows(input, ports, request.rowsMax);
  if (!reading.complete) return rejectedFile(reading.errors, reading.rows);
  const checked = await check(reading, input, ports, request);
  const found = [...reading.errors, ...checked.errors];
  const isWritten = !request.dryRun && (found.length === 0 || request.acceptValid === true);
  const done = isWritten
    ? await writeRows(checked.planned, ports, request)
    : foreseeRows(checked.planned);
  const errors = [...found, ...done.errors].toSorted((a, b) => a.line - b.line);
  return {
    ...done,
    rows: reading.rows,
    same: checked.same + done.same,
    rejected: new Set(errors.map(({ line }) => line)).size,
    errors,
  };
}
