import { labelOfCode } from '../../domain/code-lists.js';
import { categoriesKey, type CategoryChoice } from '../../domain/observation/events.js';
import { partsOf, periodOf, type Period } from '../../domain/period.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { CodedError } from '../coded-error.js';
import { readAreas, readIndicators } from '../roster.js';
import type { CategoryInput } from './category.inputs.js';

/** Code of Ontario among the reference areas. */
export const ontario = '35';

/** Which number is asked for: what, when, and broken down to what. */
export type Question = {
  readonly indicator: IndicatorRow;
  readonly period: Period;
  readonly categories: readonly CategoryChoice[];
  /** The categories as rows hold them. */
  readonly categoriesKey: string;
};

/** The indicator of a key. @throws CodedError when none has it */
export async function knownIndicator(key: string, reading: Reading): Promise<IndicatorRow> {
  const row = (await readIndicators(reading)).get(key);
  if (row === undefined) throw new CodedError('indicator-unknown');
  return row;
}

/** True when the past asked about is before the indicator was defined: nothing is there yet. */
export async function isYetToCome(key: string, reading: Reading): Promise<boolean> {
  const { snapshot, isCurrent } = reading;
  if (isCurrent || (await readIndicators(reading)).has(key)) return false;
  return (await snapshot.indicators({ position: snapshot.position })).has(key);
}

/** Throws unless the code is that of a reference area or reporting area. */
export async function checkArea(code: string, reading: Reading): Promise<void> {
  const lists = reading.context.codeLists();
  if (labelOfCode(lists, 'reference-areas', code) !== undefined) return;
  if (!(await readAreas(reading)).has(code)) throw new CodedError('area-unknown');
}

/** Throws unless the indicator is broken down by the categories, one of each dimension. */
export function checkCategories(
  categories: readonly CategoryChoice[],
  { dimensions }: IndicatorRow,
  { context }: Reading,
): void {
  const lists = context.codeLists();
  const named = categories.map(({ dimension }) => dimension);
  if (new Set(named).size < named.length) throw new CodedError('category-duplicate');
  for (const { dimension, category } of categories)
    if (!dimensions.includes(dimension) || !labelOfCode(lists, dimension, category))
      throw new CodedError('category-unknown');
}

// A stock on a day stands for any period that the day lies in; rolling years are of their own.
const isMadeOf = (period: Period, { periodKind, overTime }: IndicatorRow): boolean =>
  period.kind === periodKind ||
  (overTime !== 'NONE' && partsOf(period, periodKind) !== undefined) ||
  (overTime === 'LAST' && periodKind === 'DAY' && period.kind !== 'ROLLING_YEARS');

/**
 * The number that arguments name.

 * @throws CodedError for an unknown indicator or category, or a period of another kind
 */
export async function readQuestion(
  named: {
    readonly indicator: string;
    readonly period: string;
    readonly categories?: readonly CategoryInput[] | null | undefined;
  },
  reading: Reading,
): Promise<Question> {
  const indicator = await knownIndicator(named.indicator, reading);
  const period = periodOf(named.period);
  if (!isMadeOf(period, indicator)) throw new CodedError('period-kind-mismatch');
  const categories = (named.categories ?? [])
    .map(({ dimension, category }) => ({ dimension, category }))
    .toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1));
  checkCategories(categories, indicator, reading);
  return { indicator, period, categories, categoriesKey: categoriesKey(categories) };
}
