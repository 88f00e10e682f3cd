import { stringify } from 'csv-stringify/sync';
import { Decimal } from 'decimal.js';
import writeWorkbook from 'write-excel-file/node';
import type { ObservationContent } from '../../domain/observation/state.js';
import type { ExpectedRow } from './expected-rows.js';
import { columns } from './template-columns.js';

type Cells = Readonly<Partial<Record<keyof typeof columns, string>>>;

const names = Object.keys(columns) as readonly (keyof typeof columns)[];
const numeric = new Set<string>(['value', 'numerator', 'denominator', 'missing', 'total']);

/**
 * True for what a row of the template can say in full. Of the rest nothing is filled in, so
 * that an untouched row never changes what is recorded.
 */
const isSayable = ({ status, flags, missingUnits }: ObservationContent): boolean =>
  flags.includes('PARTIAL') === (missingUnits !== undefined) &&
  (missingUnits === undefined ||
    (status === 'REPORTED' && missingUnits.missing < missingUnits.total));

function recordedCells(recorded: ObservationContent | undefined): Cells {
  if (recorded === undefined || !isSayable(recorded)) return {};
  const { status, value, numerator, denominator, flags, missingUnits, sourceReleasedOn } = recorded;
  return {
    ...(numerator === undefined
      ? { value: value ?? '' }
      : { numerator, denominator: denominator ?? '' }),
    status: status === 'REPORTED' ? '' : status,
    flags: flags.filter((flag) => flag !== 'PARTIAL').join(';'),
    missing: missingUnits === undefined ? '' : String(missingUnits.missing),
    total: missingUnits === undefined ? '' : String(missingUnits.total),
    releasedOn: sourceReleasedOn ?? '',
  };
}

function cellsOf({
  indicator,
  definition,
  body,
  period,
  recorded,
}: ExpectedRow): readonly string[] {
  const { name, unit, kind } = definition;
  const isRatio = kind === 'RATIO' || kind === 'MEAN';
  const cells: Cells = {
    indicator,
    nameEn: name.en ?? '',
    nameFr: name.fr ?? '',
    unitEn: unit.en ?? '',
    unitFr: unit.fr ?? '',
    body,
    period,
    toFillIn: isRatio ? `${columns.numerator}; ${columns.denominator}` : columns.value,
    ...recordedCells(recorded),
  };
  return names.map((column) => cells[column] ?? '');
}

const csv = (rows: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(
    stringify(
      rows.map((row) => [...row]),
      { header: true, columns: names.map((name) => columns[name]), bom: true },
    ),
  );

/** A number where the workbook's binary one is exactly it, otherwise the text. */
function workbookCell(text: string, name: string): string | number | null {
  if (text === '') return null;
  if (!numeric.has(name)) return text;
  const isExact = new Decimal(text).precision() <= 15 && new Decimal(Number(text)).equals(text);
  return isExact ? Number(text) : text;
}

const xlsx = (rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  writeWorkbook(
    [
      names.map((name) => ({ value: columns[name], fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((text, at) => workbookCell(text, names[at] ?? ''))),
    ],
    {
      sheet: 'Observations',
      stickyRowsCount: 1,
      columns: names.map((name) => ({ width: columns[name].length + 2 })),
    },
  ).toBuffer();

/** The rows as a file to fill in. */
export async function templateFile(
  rows: readonly ExpectedRow[],
  format: 'csv' | 'xlsx',
): Promise<Uint8Array> {
  const cells = rows.map(cellsOf);
  return format === 'csv' ? csv(cells) : xlsx(cells);
}
