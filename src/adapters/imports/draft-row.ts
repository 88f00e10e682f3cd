import type { DecimalText } from '../../domain/decimal.js';
import type { ObservationFlag } from '../../domain/observation/events.js';
import type { ObservationContent, ObservationKey } from '../../domain/observation/state.js';
import type { BodyNames } from './body-names.js';
import type { Columns } from './columns.js';
import type { Draft, Origin } from './draft.js';
import { importError, type ImportError } from './import-error.js';
import type { Mapping } from './mapping.js';
import type { Measure } from './measures.js';
import { rowReader, type RowReader } from './row-reader.js';
import type { TableRow } from './table-row.js';
import type { ColumnName } from './text-source.js';

/** What it takes to read the rows of one file. */
export type RowPlan = {
  readonly mapping: Mapping;
  readonly columns: Columns;
  readonly measures: readonly Measure[];
  /** Only where the mapping finds bodies by name. */
  readonly names?: BodyNames | undefined;
};

/** What a row says. */
export type RowReading = {
  readonly drafts: readonly Draft[];
  /** Everything that is wrong with its cells, each cell once. */
  readonly errors: readonly ImportError[];
  /** Observations it speaks of, those rejected included. */
  readonly observations: number;
  /** Columns in which a percent sign was left out. */
  readonly percents: readonly ColumnName[];
};

type Status = ObservationContent['status'] | 'LEAVE_OUT';

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

/** True where a template was left empty and the mapping skips what is. */
const isLeftEmpty = ({ blanks }: Mapping, measure: Measure, reader: RowReader): boolean =>
  blanks === 'skip' &&
  [measure.status, ...numberFields.map((field) => measure[field])].every(
    (name) => name === undefined || reader.peek(name) === '',
  );

/** A status declared for what stands in a number's place or in the column of statuses. */
function readStatus({ statuses, flags }: Mapping, measure: Measure, reader: RowReader): Status {
  const { status: beside } = measure;
  for (const name of [beside, ...numberFields.map((field) => measure[field])]) {
    if (name === undefined) continue;
    const symbol = reader.peek(name);
    const status = Object.hasOwn(statuses, symbol) ? statuses[symbol] : undefined;
    if (status !== undefined) return status;
    const isFlag = Object.hasOwn(flags?.codes ?? {}, symbol);
    if (name === beside && symbol !== '' && !isFlag) reader.refuse('status-unknown', name);
  }
  return 'REPORTED';
}

function readFlags(
  { flags }: Mapping,
  { flags: column, status }: Measure,
  reader: RowReader,
): readonly ObservationFlag[] {
  if (flags === undefined || column === undefined) return [];
  const { separator, codes } = flags;
  const symbols = reader.peek(column).split(separator);
  const found = symbols.map((symbol) => symbol.trim()).filter((symbol) => symbol !== '');
  return found.flatMap((symbol) => {
    const flag = Object.hasOwn(codes, symbol) ? codes[symbol] : undefined;
    if (flag !== undefined) return flag === 'IGNORE' ? [] : flag;
    // A column may hold statuses and flags together; a status is no unknown flag.
    if (column !== status) reader.refuse('flag-unknown', column);
    return [];
  });
}

/** How many of the source's units a number lacks; nothing when it lacks none. */
function readUnits(mapping: Mapping, reader: RowReader) {
  const { missingUnits } = mapping;
  if (missingUnits === undefined) return undefined;
  if (!isToBeRead(mapping, reader, missingUnits.missing.column)) return undefined;
  const { missing, total, allMissing } = missingUnits;
  const [lacking, all] = [missing, total].map(({ column }) =>
    reader.number('missingUnits', column),
  );
  if (lacking === undefined || all === undefined) return undefined;
  const units = { missing: Number(lacking), total: Number(all) };
  if (!Number.isInteger(units.missing) || units.missing < 0 || units.missing > units.total)
    reader.refuse('units-inconsistent', missing.column);
  return units.missing === 0 ? undefined : { units, allMissing };
}

/** By what the numbers of a row are multiplied. */
function readScale({ numbers }: Mapping, measure: Measure, reader: RowReader) {
  const multiplyBy = measure.multiplyBy ?? numbers.multiplyBy;
  if (multiplyBy === undefined || typeof multiplyBy === 'string') return multiplyBy;
  const scale = reader.text('scale', { ...multiplyBy, as: '$&', prefix: '' });
  return scale === '' ? undefined : scale;
}

// Beside a declared status a number is a contradiction, which the decision then refuses.
function readContradiction({ statuses }: Mapping, { value }: Measure, reader: RowReader) {
  const symbol = value === undefined ? '' : reader.peek(value);
  if (value === undefined || symbol === '' || Object.hasOwn(statuses, symbol)) return {};
  return { value: reader.number('value', value) };
}

function readNumbers(
  { blanks }: Mapping,
  measure: Measure,
  scale: DecimalText | undefined,
  reader: RowReader,
): Partial<Draft['content']> {
  const named = numberFields.flatMap((field) => {
    const name = measure[field];
    return name === undefined ? [] : [{ field, name }];
  });
  // A file of several indicators has values for some of them and ratios for the others.
  const hasBoth = measure.value !== undefined && measure.numerator !== undefined;
  const filled = named.filter(({ name }) => reader.peek(name) !== '');
  const isFilled = blanks === 'skip' || (hasBoth && filled.length > 0);
  const read = isFilled ? filled : named;
  return Object.fromEntries(
    read.map(({ field, name }) => [field, reader.number(field, name, scale)]),
  );
}

function readContent(
  { mapping }: RowPlan,
  measure: Measure,
  status: Exclude<Status, 'LEAVE_OUT'>,
  reader: RowReader,
): Draft['content'] {
  const beside = readFlags(mapping, measure, reader);
  const released = mapping.sourceReleasedOn;
  const isReleased = typeof released !== 'object' || isToBeRead(mapping, reader, released.column);
  const source = released &&
    isReleased && { sourceReleasedOn: reader.text('sourceReleasedOn', released) };
  if (status !== 'REPORTED') {
    const contradiction = readContradiction(mapping, measure, reader);
    return { status, flags: beside, ...contradiction, ...source };
  }
  const lacking = readUnits(mapping, reader);
  if (lacking !== undefined && lacking.units.missing === lacking.units.total)
    return { status: lacking.allMissing, flags: beside, ...source };
  const numbers = readNumbers(mapping, measure, readScale(mapping, measure, reader), reader);
  const flags = [...new Set([...beside, ...reader.flags])];
  if (lacking === undefined) return { status, flags, ...numbers, ...source };
  const partial = { flags: [...flags, 'PARTIAL'] as const, missingUnits: lacking.units };
  return { status, ...numbers, ...partial, ...source };
}

/** One observation of a row; undefined when its cell says nothing at all. */
function draftMeasure(plan: RowPlan, measure: Measure, row: TableRow, reader: RowReader) {
  if (isLeftEmpty(plan.mapping, measure, reader)) return undefined;
  const status = readStatus(plan.mapping, measure, reader);
  if (status === 'LEAVE_OUT') return undefined;
  const draft: Draft = {
    line: row.line,
    indicator: reader.text('indicator', measure.indicator),
    key: {
      geography: readGeography(plan, reader),
      period: reader.text('period', measure.period),
      categories: measure.categories.map(({ dimension, category }, at) => ({
        dimension,
        category: reader.text(`categories.${at}`, category),
      })),
    },
    content: readContent(plan, measure, status, reader),
    origins: reader.origins,
  };
  return draft;
}

/** The cell of a measure's number, by which it is told from the others of the row. */
function cellOf({ columns }: RowPlan, measure: Measure, { cells }: TableRow): Origin | undefined {
  const name = measure.value ?? measure.numerator ?? measure.status;
  if (name === undefined) return undefined;
  return { column: columns.titleOf(name), value: cells[columns.indexOf(name)]?.text ?? '' };
}

/** Turns a row into drafts and into everything that is wrong with its cells. */
export function draftRow(plan: RowPlan, row: TableRow): RowReading {
  const { mapping, columns, measures } = plan;
  const { line, cells } = row;
  if (columns.width !== undefined && cells.length !== columns.width) {
    const lengths = { cells: cells.length, expected: columns.width };
    const errors = [importError('row-length-mismatch', { line }, lengths)];
    return { drafts: [], errors, observations: measures.length, percents: [] };
  }
  const drafts: Draft[] = [];
  const errors = new Map<string, ImportError>();
  const percents: ColumnName[] = [];
  let observations = 0;
  for (const measure of measures) {
    const reader = rowReader(mapping, columns, row);
    const draft = draftMeasure(plan, measure, row, reader);
    if (draft === undefined) continue;
    observations += 1;
    percents.push(...reader.percents);
    if (reader.errors.length === 0)
      drafts.push(measures.length === 1 ? draft : { ...draft, cell: cellOf(plan, measure, row) });
    for (const error of reader.errors) errors.set(`${error.column} ${error.code}`, error);
  }
  return { drafts, errors: [...errors.values()], observations, percents };
}
