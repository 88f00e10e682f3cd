import type { ObservationFlag } from '../../domain/observation/events.js';
import type { ObservationContent, ObservationKey } from '../../domain/observation/state.js';
import type { BodyNames } from './body-names.js';
import type { Columns } from './columns.js';
import type { Draft } from './draft.js';
import { importError, type ImportError } from './import-error.js';
import type { ColumnName, Mapping } from './mapping.js';
import { rowReader, type RowReader } from './row-reader.js';
import { isBlank, type TableRow } from './table-row.js';

/** What it takes to read the rows of one file. */
export type RowPlan = {
  readonly mapping: Mapping;
  readonly columns: Columns;
  /** Only where the mapping finds bodies by name. */
  readonly names?: BodyNames | undefined;
};

type Status = ObservationContent['status'];

function readGeography(
  { mapping, names }: RowPlan,
  reader: RowReader,
): ObservationKey['geography'] {
  const { body, area = '' } = mapping;
  if (body === undefined) return { kind: 'AREA', code: reader.text('area', area) };
  const code = reader.text('organization', body);
  if (typeof body === 'string' || names === undefined || code === '') return { kind: 'BODY', code };
  const named = names(code);
  if ('code' in named) return { kind: 'BODY', code: named.code };
  reader.refuse(named.refused, body.column, named.suggestion);
  return { kind: 'BODY', code: '' };
}

const numberFields = ['value', 'numerator', 'denominator'] as const;

/** True for a cell that is to be read: an empty one is an error unless it may be left out. */
const isToBeRead = ({ blanks }: Mapping, reader: RowReader, name: ColumnName): boolean =>
  blanks === 'refuse' || reader.peek(name) !== '';

/** True for a row that a template left empty, where the mapping skips those. */
export function isLeftEmpty({ mapping, columns }: RowPlan, { cells }: TableRow): boolean {
  const { blanks, status, value, numerator, denominator } = mapping;
  if (blanks === 'refuse') return false;
  return [status, value, numerator, denominator].every((name) => {
    const cell = name && cells[columns.indexOf(name.column)];
    return cell === undefined || isBlank(cell);
  });
}

/** A status declared for what stands in a number's place or in the column of statuses. */
function readStatus({ mapping }: RowPlan, reader: RowReader): Status {
  const { status: beside, statuses, flags } = mapping;
  for (const name of [beside, ...numberFields.map((field) => mapping[field])]) {
    if (name === undefined) continue;
    const symbol = reader.peek(name.column);
    const status = Object.hasOwn(statuses, symbol) ? statuses[symbol] : undefined;
    if (status !== undefined) return status;
    const isFlag = Object.hasOwn(flags?.codes ?? {}, symbol);
    if (name === beside && symbol !== '' && !isFlag) reader.refuse('status-unknown', name.column);
  }
  return 'REPORTED';
}

function readFlags({ flags, status }: Mapping, reader: RowReader): readonly ObservationFlag[] {
  if (flags === undefined) return [];
  const { column, separator, codes } = flags;
  const symbols = reader.peek(column).split(separator);
  const found = symbols.map((symbol) => symbol.trim()).filter((symbol) => symbol !== '');
  return found.flatMap((symbol) => {
    if (Object.hasOwn(codes, symbol)) return codes[symbol] ?? [];
    // A column may hold statuses and flags together; a status is no unknown flag.
    if (column !== status?.column) reader.refuse('flag-unknown', column);
    return [];
  });
}

/** How many of the source's units a number lacks; nothing when it lacks none. */
function readUnits(mapping: Mapping, reader: RowReader) {
  const { missingUnits, numbers } = mapping;
  if (missingUnits === undefined) return undefined;
  if (!isToBeRead(mapping, reader, missingUnits.missing.column)) return undefined;
  const style = { ...numbers, multiplyBy: undefined };
  const { missing, total, allMissing } = missingUnits;
  const [lacking, all] = [missing, total].map(({ column }) =>
    reader.number('missingUnits', column, style),
  );
  if (lacking === undefined || all === undefined) return undefined;
  const units = { missing: Number(lacking), total: Number(all) };
  if (!Number.isInteger(units.missing) || units.missing < 0 || units.missing > units.total)
    reader.refuse('units-inconsistent', missing.column);
  return units.missing === 0 ? undefined : { units, allMissing };
}

// Beside a declared status a number is a contradiction, which the decision then refuses.
function readContradiction({ value, statuses }: Mapping, reader: RowReader) {
  const symbol = value === undefined ? '' : reader.peek(value.column);
  if (value === undefined || symbol === '' || Object.hasOwn(statuses, symbol)) return {};
  return { value: reader.number('value', value.column) };
}

function readNumbers(mapping: Mapping, reader: RowReader): Partial<ObservationContent> {
  const numbers = numberFields.flatMap((field) => {
    const name = mapping[field];
    if (name === undefined || !isToBeRead(mapping, reader, name.column)) return [];
    return [[field, reader.number(field, name.column)] as const];
  });
  return Object.fromEntries(numbers);
}

function readContent(plan: RowPlan, reader: RowReader): ObservationContent {
  const { mapping } = plan;
  const flags = readFlags(mapping, reader);
  const released = mapping.sourceReleasedOn;
  const isReleased = typeof released !== 'object' || isToBeRead(mapping, reader, released.column);
  const source = released &&
    isReleased && { sourceReleasedOn: reader.text('sourceReleasedOn', released) };
  const status = readStatus(plan, reader);
  if (status !== 'REPORTED')
    return { status, flags, ...readContradiction(mapping, reader), ...source };
  const lacking = readUnits(mapping, reader);
  if (lacking === undefined) return { status, flags, ...readNumbers(mapping, reader), ...source };
  const { units, allMissing } = lacking;
  if (units.missing === units.total) return { status: allMissing, flags, ...source };
  const partial = { flags: [...flags, 'PARTIAL'] as const, missingUnits: units };
  return { status, ...readNumbers(mapping, reader), ...partial, ...source };
}

/** Turns a row into a draft, or into everything that is wrong with its cells. */
export function draftRow(
  plan: RowPlan,
  row: TableRow,
): Draft | { readonly errors: readonly ImportError[] } {
  const { mapping, columns } = plan;
  const { line, cells } = row;
  if (columns.width !== undefined && cells.length !== columns.width) {
    const lengths = { cells: cells.length, expected: columns.width };
    return { errors: [importError('row-length-mismatch', { line }, lengths)] };
  }
  const reader = rowReader(mapping, columns, row);
  const draft: Draft = {
    line,
    indicator: reader.text('indicator', mapping.indicator),
    key: {
      geography: readGeography(plan, reader),
      period: reader.text('period', mapping.period),
      categories: mapping.categories.map(({ dimension, category }, at) => ({
        dimension,
        category: reader.text(`categories.${at}`, category),
      })),
    },
    content: readContent(plan, reader),
    origins: reader.origins,
  };
  return reader.errors.length > 0 ? { errors: reader.errors } : draft;
}
