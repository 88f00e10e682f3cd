import writeWorkbook from 'write-excel-file/node';
import { headingCell, textCell, type SheetRow } from './sheet-cell.js';
import type { SheetCopy } from './sheet-copy.js';
import type { FoundCode } from './stage.js';

const severities = { ERROR: 'error / erreur', WARNING: 'warning / avertissement' } as const;

const head = [
  ['Code', 24],
  ['Severity / Gravité', 24],
  ['Count / Nombre', 16],
  ['First line / Première ligne', 16],
  ['Column / Colonne', 24],
  ['Value / Valeur', 24],
  ['Message (English)', 50],
  ['Message (français)', 50],
  ['Suggestion (English)', 50],
  ['Suggestion (français)', 50],
] as const;

const summaryRow = ({ code, severity, count, first }: FoundCode): SheetRow => [
  textCell(code, severity),
  textCell(severities[severity]),
  textCell(String(count)),
  textCell(first.line === 0 ? '' : String(first.line)),
  textCell(first.column ?? ''),
  textCell(first.value ?? ''),
  textCell(first.message.en, undefined, true),
  textCell(first.message.fr, undefined, true),
  textCell(first.suggestion?.en ?? '', undefined, true),
  textCell(first.suggestion?.fr ?? '', undefined, true),
];

const widths = (each: readonly number[]) => each.map((width) => ({ width }));

/** Writes a workbook: what was found by code, then the copy of the file with marked cells. */
export async function writeXlsxReport(
  file: string,
  codes: readonly FoundCode[],
  copy: SheetCopy,
): Promise<void> {
  const summary = [head.map(([title]) => headingCell(title)), ...codes.map(summaryRow)];
  const copied = Array.from({ length: copy.columns }, () => 20);
  const sheets = [
    { sheet: 'Summary - Sommaire', data: summary, columns: widths(head.map(([, width]) => width)) },
    { sheet: 'Rows - Lignes', data: copy.data, columns: widths([12, ...copied, 60, 60]) },
  ];
  await writeWorkbook(
    sheets.map(({ data, ...sheet }) => ({
      ...sheet,
      data: data.map((row) => [...row]),
      stickyRowsCount: 1,
    })),
  ).toFile(file);
}
