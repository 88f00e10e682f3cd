import { round } from '../../domain/decimal.js';
import { definitionOf, epochOf } from '../../domain/indicator/epochs.js';
import { unitsIn } from '../../domain/indicator/partition.js';
import { periodOf } from '../../domain/period.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { isReadOff, numbersOf } from './observed-value.js';
import { placeOfArea } from './place-of-area.js';
import type { Place } from './place.js';
import { isApproximate, putTogether, type PutTogether } from './rollup.js';
import type { OutcomePoint } from './series.object.js';

/** A point and the version of the indicator that it was observed under. */
export type Point = OutcomePoint & { readonly indicatorVersion: number };

function pointOf(row: ObservationRow, indicator: IndicatorRow, mayRead: boolean): Point {
  const { period, status, flags, recordedAt, revisions, indicatorVersion } = row;
  const numbers = numbersOf(row, indicator, mayRead);
  const { value, absence } = numbers;
  const approximate = isReadOff(row, numbers);
  const told = { status, flags, recordedAt, revisions, indicatorVersion };
  return { period, value, approximate, absence, ...told };
}

/** What a body observed, period by period. */
export async function readBodyPoints(
  indicator: IndicatorRow,
  body: string,
  { snapshot, asOf, context }: Reading,
): Promise<readonly Point[]> {
  context.tags.add(`series:${indicator.key}:${body}`);
  const rows = await snapshot.series(indicator.key, { kind: 'BODY', code: body }, asOf);
  const mayRead = mayReadNumbers(context.caller, indicator, body);
  return rows.map((row) => pointOf(row, indicator, mayRead));
}

const latest = (a: string | null, b: string): string => (a === null || a < b ? b : a);

/** A point of the province out of the reports it is made of, all under one definition. */
function sumPoint(
  period: string,
  { rollup, epoch, definition }: PutTogether,
  rows: readonly ObservationRow[],
  indicator: IndicatorRow,
): Point {
  const { value, absence } = rollup;
  const reports = rows.filter((row) => epochOf(indicator, row.indicatorVersion) === epoch);
  return {
    period,
    value,
    approximate: isApproximate(definition, rollup),
    absence,
    status: reports.some(({ status }) => status === 'REPORTED') ? 'REPORTED' : 'NOT_REPORTED',
    flags: [...new Set(reports.flatMap(({ flags }) => flags))].toSorted(),
    recordedAt: reports.map(({ recordedAt }) => recordedAt).reduce(latest, null as string | null),
    revisions: reports.reduce((sum, { revisions }) => sum + revisions, 0),
    indicatorVersion: Math.max(1, ...reports.map(({ indicatorVersion }) => indicatorVersion)),
  };
}

async function readRolledUpPoints(
  indicator: IndicatorRow,
  place: Place,
  reading: Reading,
): Promise<readonly Point[]> {
  const { snapshot, asOf, context } = reading;
  context.tags.add(`outcomes:${indicator.key}`);
  const periods = await snapshot.periodsReported(indicator.key, asOf);
  const points = periods.map(async (text) => {
    const question = { indicator, period: periodOf(text), categories: [], categoriesKey: '' };
    const put = await putTogether(question, place, reading);
    const rows = unitsIn(put.arranged.arrangement).flatMap(({ id }) =>
      put.reports.rows.flatMap((part) => part.get(id) ?? []),
    );
    return rows.length === 0 ? [] : [sumPoint(text, put, rows, indicator)];
  });
  // Without a unit of the place that reported, a period would tell of one that is not shown.
  return (await Promise.all(points)).flat();
}

/** What sources published for an area or, failing that, its bodies together. */
export async function readAreaPoints(
  indicator: IndicatorRow,
  area: string,
  reading: Reading,
): Promise<readonly Point[]> {
  const { snapshot, asOf, context } = reading;
  context.tags.add(`series:${indicator.key}:${area}`);
  const rows = await snapshot.series(indicator.key, { kind: 'AREA', code: area }, asOf);
  const place = rows.length === 0 ? await placeOfArea(area, reading) : undefined;
  if (place !== undefined) return readRolledUpPoints(indicator, place, reading);
  return rows.map((row) => {
    const point = pointOf(row, indicator, true);
    const { decimals } = definitionOf(indicator, epochOf(indicator, row.indicatorVersion));
    return { ...point, value: point.value && round(point.value, decimals) };
  });
}
