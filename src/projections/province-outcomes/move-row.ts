import { definitionOf, epochOf } from '../../domain/indicator/epochs.js';
import { noSums, type include, type Sums } from '../../domain/indicator/sums.js';
import { isExpected, type Member } from '../../domain/universe.js';
import { knownPeriod } from '../known-period.js';
import type { ReportedNumbers } from '../observations/view.js';
import type { IndicatorRow } from '../roster/view.js';
import { factOf } from './sums.js';

type Weighed = Member & { readonly population?: number | undefined };

/**
 * Moves the sums of its epoch by a row, weighed as its body weighs.
 * @param move includes the row, or excludes it
 */
export function moveRow(
  move: typeof include,
  epochs: readonly Sums[],
  row: ReportedNumbers | undefined,
  indicator: IndicatorRow | undefined,
  body: Weighed | undefined,
): readonly Sums[] {
  if (row === undefined || indicator === undefined || body === undefined) return epochs;
  const epoch = epochOf(indicator, row.indicatorVersion);
  const definition = definitionOf(indicator, epoch);
  if (!isExpected(definition.universe, body, knownPeriod(row.period))) return epochs;
  const moved = [...epochs];
  while (moved.length <= epoch) moved.push(noSums);
  moved[epoch] = move(moved[epoch] ?? noSums, factOf(row, definition), body.population ?? 0);
  return moved;
}
