import { exclude, include, type Sums } from '../../domain/indicator/sums.js';
import type { ReportedNumbers } from '../observations/view.js';
import type { IndicatorRow, OrganizationRow } from '../roster/view.js';
import { moveRow } from './move-row.js';
import { isEntangled, neighboursIn } from './neighbours.js';
import { withoutEmptyEnd } from './sums.js';

/** Rows of bodies for one number that came since a past, and those that stood then and no more. */
type ChangedSince = {
  readonly come: readonly ReportedNumbers[];
  readonly gone: readonly ReportedNumbers[];
};

/**
 * The sums of a past out of those of now: what came since is taken out again, and what stood
 * then put back. Undefined where a number cannot be moved alone, because units overlap.
 * @param bodies the roster, the same then as now, and so the indicator
 */
export function earlierSums(
  now: readonly Sums[],
  { come, gone }: ChangedSince,
  indicator: IndicatorRow | undefined,
  bodies: ReadonlyMap<string, OrganizationRow>,
): readonly Sums[] | undefined {
  const neighbours = neighboursIn(bodies);
  const isBound = ({ geography, period }: ReportedNumbers): boolean =>
    isEntangled(indicator, geography, period, neighbours);
  if ([...come, ...gone].some(isBound)) return undefined;
  const move = (by: typeof include) => (sums: readonly Sums[], row: ReportedNumbers) =>
    moveRow(by, sums, row, indicator, bodies.get(row.geography));
  return withoutEmptyEnd(gone.reduce(move(include), come.reduce(move(exclude), now)));
}
