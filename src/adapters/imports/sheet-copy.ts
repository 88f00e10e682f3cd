import type { Columns } from './columns.js';
import type { ImportError, Severity } from './import-error.js';
import { headingCell, textCell, type SheetRow } from './sheet-cell.js';
import type { TableRow } from './table-row.js';

/** Rows of the copy at most, and cells: a workbook is made in memory. */
const rowsMax = 5_000;
const cellsMax = 200_000;

/** A file as far as it is copied. */
export type SheetCopy = { readonly data: readonly SheetRow[]; readonly columns: number };

const worst = (findings: readonly ImportError[]): Severity | undefined =>
  findings.some(({ severity }) => severity === 'ERROR') ? 'ERROR' : findings[0]?.severity;

const said = (findings: readonly ImportError[], language: 'en' | 'fr'): string =>
  findings
    .map(({ column, message, suggestion }) => {
      const sentence = [message[language], suggestion?.[language] ?? ''].join(' ').trim();
      return column === null ? sentence : `${column}: ${sentence}`;
    })
    .join('\n');

/** The findings of each line, as the lines go by. */
function byLine(findings: Iterable<ImportError>): (line: number) => readonly ImportError[] {
  const rest = findings[Symbol.iterator]();
  let next = rest.next();
  return (line) => {
    const found: ImportError[] = [];
    for (; next.done !== true && next.value.line <= line; next = rest.next())
      if (next.value.line === line) found.push(next.value);
    return found;
  };
}

/** A row with its line before it and what is wrong with it behind. */
function markedRow(
  { line, cells }: TableRow,
  titles: readonly string[],
  findings: readonly ImportError[],
): SheetRow {
  const copied = titles.map((title, at) => {
    const own = findings.filter(({ column }) => column === title);
    return textCell(cells[at]?.text ?? '', worst(own));
  });
  const sentences = (['en', 'fr'] as const).map((language) =>
    textCell(said(findings, language), worst(findings), true),
  );
  return [textCell(String(line), worst(findings)), ...copied, ...sentences];
}

const shortened = [
  'The file is long: only its rows at fault are copied, the first of them; a CSV report has all.',
  'Le fichier est long : seules ses lignes fautives sont copiées, les premières; ' +
    'un rapport CSV les a toutes.',
];

/**
 * The rows of a file with their cells marked; of a long one those at fault alone.
 * @param columns of the file; undefined when they could not be found
 */
export async function sheetCopy(
  rows: Iterable<TableRow> | AsyncIterable<TableRow>,
  findings: Iterable<ImportError>,
  columns: Pick<Columns, 'titles'> | undefined,
): Promise<SheetCopy> {
  const findingsOf = byLine(findings);
  const all: SheetRow[] = [];
  const faulty: SheetRow[] = [];
  let titles = [...(columns?.titles ?? [])];
  let count = 0;
  for await (const row of rows) {
    count += 1;
    titles = Array.from(
      { length: Math.max(titles.length, row.cells.length) },
      (_, at) => titles[at] || String(at + 1),
    );
    const room = Math.min(rowsMax, Math.floor(cellsMax / (titles.length + 3)));
    const own = findingsOf(row.line);
    if (count <= room) all.push(markedRow(row, titles, own));
    else all.length = 0;
    if (own.length > 0 && faulty.length < room) faulty.push(markedRow(row, titles, own));
  }
  const isWhole = all.length === count;
  const head = [
    'Line / Ligne',
    ...titles,
    'What is wrong (English)',
    'Ce qui ne va pas (français)',
  ];
  const notes = isWhole ? [] : shortened.map((note) => [headingCell(note)]);
  const data = [head.map(headingCell), ...notes, ...(isWhole ? all : faulty)];
  return { data, columns: titles.length };
}
