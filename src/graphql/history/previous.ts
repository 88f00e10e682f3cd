import { isAcrossBreak } from '../../domain/indicator/difference.js';
import { periodSortKey } from '../../domain/period.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import type { Reading } from '../as-of.js';
import { numbersOf, type Numbers } from '../outcome/observed-value.js';
import type { Question } from '../outcome/question.js';

/** What a body read before, and whether a break keeps it from being compared. */
export type Previous = {
  readonly period: string;
  readonly numbers: Numbers;
  readonly isBroken: boolean;
};

/** Most periods of one number that are looked through. */
const periodsMax = 10_000;

/**
 * What a body's number read for the latest period before that has a value. Before a period put
 * together of several there is none: those on record are parts of it.
 */
export async function readPrevious(
  { indicator, period, categoriesKey }: Question,
  body: string,
  current: ObservationRow,
  { snapshot, asOf, context }: Reading,
): Promise<Previous | undefined> {
  if (period.kind !== indicator.periodKind) return undefined;
  context.tags.add(`series:${indicator.key}:${body}`);
  const filter = {
    indicator: indicator.key,
    geography: { kind: 'BODY' as const, code: body },
    categories: categoriesKey,
    superseded: false,
  };
  const rows = await snapshot.observationVersions(filter, { after: 0, limit: periodsMax }, asOf);
  const before = rows
    .filter(({ periodSort }) => periodSort < periodSortKey(period))
    .toSorted((a, b) => (a.periodSort < b.periodSort ? -1 : 1));
  const at = before.findLastIndex((row) => numbersOf(row, indicator, true).value !== null);
  const previous = before[at];
  if (previous === undefined) return undefined;
  const isBroken =
    [...before.slice(at + 1), current].some(({ flags }) => flags.includes('BREAK')) ||
    isAcrossBreak(indicator.breaks, previous.indicatorVersion, current.indicatorVersion);
  return { period: previous.period, numbers: numbersOf(previous, indicator, true), isBroken };
}
