import { epochOf } from '../../domain/indicator/epochs.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import type { IndicatorRow } from '../../projections/roster/view.js';

/** The epoch most reports were made under, the newest of several; the newest of none. */
export function commonEpoch(
  rows: readonly (ObservationRow | undefined)[],
  indicator: IndicatorRow,
): number {
  const counts = Array.from({ length: indicator.breaks.length + 1 }, () => 0);
  for (const row of rows) {
    if (row?.status !== 'REPORTED') continue;
    const epoch = epochOf(indicator, row.indicatorVersion);
    counts[epoch] = (counts[epoch] ?? 0) + 1;
  }
  return counts.lastIndexOf(Math.max(...counts));
}

/** True of a report made under the definition of an epoch. */
export const isOfEpoch = (row: ObservationRow, epoch: number, indicator: IndicatorRow): boolean =>
  epochOf(indicator, row.indicatorVersion) === epoch;
