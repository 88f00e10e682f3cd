import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { csvRows, decodeChunks } from './csv-rows.js';
import { importError } from './import-error.js';
import type { Mapping } from './mapping.js';
import { fileChunks, type ScannedFile } from './scan-file.js';
import { TableUnreadable, type TableRow } from './table-row.js';
import { xlsxRows } from './xlsx-rows.js';

/** Passes bytes on, and refuses at their end what is no longer the file that was scanned. */
async function* unchanged(
  { file, hash }: ScannedFile,
  onBytes: (done: number) => void,
): AsyncGenerator<Uint8Array> {
  const seen = createHash('sha256');
  let done = 0;
  for await (const chunk of fileChunks(file)) {
    seen.update(chunk);
    done += chunk.length;
    onBytes(done);
    yield chunk;
  }
  if (seen.digest('hex') !== hash)
    throw new TableUnreadable(importError('file-changed', { line: 0 }, { file }));
}

/**
 * The rows of a file, CSV as a stream, a workbook whole.
 * @param onBytes called with the bytes read so far
 * @throws TableUnreadable, while rows are taken, when the file cannot be read on
 */
export async function* openTable(
  scanned: ScannedFile,
  file: Mapping['file'],
  onBytes: (done: number) => void = () => undefined,
): AsyncGenerator<TableRow> {
  if (scanned.format === 'csv') {
    yield* csvRows(decodeChunks(unchanged(scanned, onBytes), scanned.encoding), file);
    return;
  }
  yield* xlsxRows(await readFile(scanned.file), file);
  onBytes(scanned.bytes);
}
