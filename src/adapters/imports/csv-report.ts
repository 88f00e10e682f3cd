import { stringify } from 'csv-stringify';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportError } from './import-error.js';

const columns = [
  'line',
  'column',
  'value',
  'severity',
  'code',
  'message_en',
  'message_fr',
  'suggestion_en',
  'suggestion_fr',
] as const;

const recordOf = (finding: ImportError): readonly string[] => [
  finding.line === 0 ? '' : String(finding.line),
  finding.column ?? '',
  finding.value ?? '',
  finding.severity,
  finding.code,
  finding.message.en,
  finding.message.fr,
  finding.suggestion?.en ?? '',
  finding.suggestion?.fr ?? '',
];

function* records(findings: Iterable<ImportError>): Generator<readonly string[]> {
  for (const finding of findings) yield recordOf(finding);
}

/**
 * Writes every finding as CSV for a spreadsheet. A value that a spreadsheet would take for a
 * formula is escaped, because the file it came from may be anybody's.
 */
export async function writeCsvReport(file: string, findings: Iterable<ImportError>): Promise<void> {
  await pipeline(
    Readable.from(records(findings)),
    stringify({ header: true, columns: [...columns], bom: true, escape_formulas: true }),
    createWriteStream(file),
  );
}
