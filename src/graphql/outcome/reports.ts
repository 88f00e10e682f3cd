import { divide, round } from '../../domain/decimal.js';
import type { Fact } from '../../domain/indicator/sums.js';
import { definitionOf, epochOf } from '../../domain/indicator/epochs.js';
import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import { factOverTime } from '../../domain/indicator/over-time.js';
import { contains, partsOf, periodOf, type Period } from '../../domain/period.js';
import type { ObservationRow, ReportedNumbers } from '../../projections/observations/view.js';
import type { Snapshot } from '../../projections/read-models.js';
import { factOf, unitIdOf } from '../../projections/province-outcomes/sums.js';
import type { Reading } from '../as-of.js';
import type { Question } from './question.js';

/** What was reported for the periods a question is made of, in order. */
export type Reports<Row extends ReportedNumbers = ObservationRow> = {
  readonly parts: readonly Period[];
  /** Rows of each part, by the id of their unit. */
  readonly rows: readonly ReadonlyMap<string, Row>[];
};

/** How the rows of one part are read. */
type RowReader<Row> = (
  snapshot: Snapshot,
  ...named: Parameters<Snapshot['observationsOf']>
) => Promise<readonly Row[]>;

/** The last day of a period with a number for the question: a stock is read on one day. */
async function readLastDay<Row extends ReportedNumbers>(
  { indicator, period }: Question,
  { snapshot, asOf, context }: Reading,
  readPart: (day: Period) => Promise<ReadonlyMap<string, Row>>,
): Promise<Reports<Row>> {
  context.tags.add(`outcomes:${indicator.key}`);
  const days = (await snapshot.periodsReported(indicator.key, asOf)).map(periodOf);
  let last: Reports<Row> | undefined;
  for (const day of days.filter((each) => contains(period, each)).toReversed()) {
    const rows = await readPart(day);
    const reports = { parts: [day], rows: [rows] };
    if ([...rows.values()].some(({ status }) => status === 'REPORTED')) return reports;
    last ??= reports;
  }
  return last ?? { parts: [], rows: [] };
}

/**
 * Reads the periods of a question: the one it names or, where the indicator is observed for
 * shorter ones, those it is made of. Of a stock the last one stands for all.
 */
async function readRows<Row extends ReportedNumbers>(
  question: Question,
  reading: Reading,
  read: RowReader<Row>,
): Promise<Reports<Row>> {
  const { indicator, period, categoriesKey } = question;
  const { snapshot, asOf, context } = reading;
  const readPart = async ({ text }: Period): Promise<ReadonlyMap<string, Row>> => {
    context.tags.add(`outcome:${indicator.key}:${text}`);
    const rows = await read(snapshot, indicator.key, text, categoriesKey, asOf);
    return new Map(rows.map((row) => [unitIdOf(row), row]));
  };
  const all = partsOf(period, indicator.periodKind);
  if (all === undefined) return readLastDay(question, reading, readPart);
  const parts = indicator.overTime === 'LAST' ? all.slice(-1) : all;
  return { parts, rows: await Promise.all(parts.map(readPart)) };
}

/** Reads what was reported for the parts of a question. */
export const readReports = (question: Question, reading: Reading): Promise<Reports> =>
  readRows(question, reading, (snapshot, ...named) => snapshot.observationsOf(...named));

/** Reads of it only what is added up, in a fraction of the time. */
export const readNumbers = (
  question: Question,
  reading: Reading,
): Promise<Reports<ReportedNumbers>> =>
  readRows(question, reading, (snapshot, ...named) => snapshot.reportedNumbers(...named));

const newest = (rows: readonly ObservationRow[]): ObservationRow | undefined =>
  rows.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).at(-1);

/** What a unit reported for a longer period, as if it had reported it at once. */
function rowOverTime(
  rows: readonly (ObservationRow | undefined)[],
  { indicator, period }: Question,
): ObservationRow | undefined {
  const known = rows.filter((row) => row !== undefined);
  const last = newest(known);
  if (last === undefined) return undefined;
  const epoch = epochOf(indicator, last.indicatorVersion);
  const definition = definitionOf(indicator, epoch);
  const facts = rows.map((row) =>
    row && epochOf(indicator, row.indicatorVersion) === epoch ? factOf(row, definition) : undefined,
  );
  const fact = factOverTime(definition, facts);
  const { status, value, numerator, denominator, histogram, flags } = fact;
  const mean = (sum: string): string =>
    round(divide(sum, String(rows.length)), definition.decimals);
  return {
    ...last,
    period: period.text,
    status,
    value: (definition.overTime === 'MEAN' && value !== undefined ? mean(value) : value) ?? null,
    numerator: numerator ?? null,
    denominator: denominator ?? null,
    histogram: histogram ?? null,
    flags,
    missingUnits: null,
    revisions: known.reduce((sum, { revisions }) => sum + revisions, 0),
  };
}

/** What a unit reported for a question, over all of its parts. */
export function reportOf(
  { rows }: Reports,
  id: string,
  question: Question,
): ObservationRow | undefined {
  const own = rows.map((part) => part.get(id));
  return own.length === 1 ? own[0] : rowOverTime(own, question);
}

const otherDefinition: Fact = { status: 'NOT_REPORTED', flags: [], leftOut: 'OTHER_DEFINITION' };

/** What each unit reported for the whole of a question, under one definition. */
export function factsOf(
  { rows }: Reports<ReportedNumbers>,
  definition: IndicatorDefinition,
  isOfEpoch: (row: ReportedNumbers) => boolean,
): ReadonlyMap<string, Fact> {
  const factIn = (row: ReportedNumbers): Fact =>
    isOfEpoch(row) ? factOf(row, definition) : otherDefinition;
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0)
    return new Map(Array.from(only, ([id, row]) => [id, factIn(row)]));
  const units = new Set(rows.flatMap((part) => [...part.keys()]));
  const overTime = (id: string): Fact => {
    const parts = rows.map((part) => part.get(id));
    return factOverTime(
      definition,
      parts.map((row) => row && factIn(row)),
    );
  };
  return new Map(Array.from(units, (id) => [id, overTime(id)]));
}
