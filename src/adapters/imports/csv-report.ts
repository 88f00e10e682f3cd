import { stringify } from 'csv-stringify';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { reportRow, reportStyle } from '../problem-report.js';
import type { ImportError } from './import-error.js';

function* rows(findings: Iterable<ImportError>): Generator<readonly string[]> {
  for (const finding of findings) yield reportRow({ sheet: null, ...finding });
}

/** Writes every finding as CSV, in the form in which attempts keep their reports. */
export async function writeCsvReport(file: string, findings: Iterable<ImportError>): Promise<void> {
  await pipeline(Readable.from(rows(findings)), stringify(reportStyle), createWriteStream(file));
}
