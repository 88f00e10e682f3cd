import { addDays } from '../../domain/civil-date.js';
import { isNothing, noSums, type Fact, type Sums } from '../../domain/indicator/sums.js';
import { definitionOf, epochOf } from '../../domain/indicator/epochs.js';
import type { IndicatorDefinition } from '../../domain/indicator/events.js';
import { arrange } from '../../domain/indicator/partition.js';
import { addUp, usable } from '../../domain/indicator/rollup.js';
import { unitId, unitsOf, type PlacedBody } from '../../domain/indicator/units.js';
import { knownPeriod } from '../known-period.js';
import type { ReportedNumbers } from '../observations/view.js';
import type { IndicatorRow } from '../roster/view.js';

const isLate = ({ firstKnownOn, period }: ReportedNumbers, dueWithinDays: number): boolean =>
  firstKnownOn > addDays(knownPeriod(period).lastDay, dueWithinDays);

/** What a row contributes to a rollup under a definition. */
export function factOf(row: ReportedNumbers, definition: IndicatorDefinition): Fact {
  const { dueWithinDays } = definition;
  return usable(definition, {
    status: row.status,
    value: row.value ?? undefined,
    numerator: row.numerator ?? undefined,
    denominator: row.denominator ?? undefined,
    histogram: row.histogram ?? undefined,
    flags: row.flags,
    isLate: dueWithinDays !== undefined && isLate(row, dueWithinDays),
    knownOn: row.knownOn,
  });
}

/** Name of the unit a row is about. */
export const unitIdOf = ({ geographyKind, geography }: ReportedNumbers): string =>
  unitId(geographyKind, geography);

/** Rows of one period and combination, by the epoch of the definition they were made under. */
const byEpoch = (
  rows: readonly ReportedNumbers[],
  indicator: IndicatorRow,
): ReadonlyMap<number, readonly ReportedNumbers[]> =>
  Map.groupBy(rows, ({ indicatorVersion }) => epochOf(indicator, indicatorVersion));

const areas = new Map<string, never>();

/** Exact sums over those of the rows that bodies of the universe reported, epoch by epoch. */
export function sumsOf(
  rows: readonly ReportedNumbers[],
  indicator: IndicatorRow | undefined,
  bodies: ReadonlyMap<string, PlacedBody>,
): readonly Sums[] {
  const [first] = rows;
  if (first === undefined || indicator === undefined) return [];
  const epochs: Sums[] = [];
  for (const [epoch, made] of byEpoch(rows, indicator)) {
    const definition = definitionOf(indicator, epoch);
    const units = unitsOf(definition.universe, knownPeriod(first.period), { bodies, areas });
    const facts = new Map(made.map((row) => [unitIdOf(row), factOf(row, definition)]));
    epochs[epoch] = addUp(arrange(units), facts).sums;
  }
  return withoutEmptyEnd(Array.from(epochs, (sums) => sums ?? noSums));
}

/** Epochs up to the last that says anything: the same sums however they came about. */
export const withoutEmptyEnd = (epochs: readonly Sums[]): readonly Sums[] =>
  epochs.slice(0, epochs.findLastIndex((sums) => !isNothing(sums)) + 1);

const known = ({ suppressedAtSource, notApplicable, withdrawn }: Sums): number =>
  suppressedAtSource + notApplicable + withdrawn;

/** The epoch most units reported under, the newest of several; undefined when nothing is known. */
export function chosenEpoch(epochs: readonly Sums[]): number | undefined {
  let chosen: number | undefined;
  for (const [epoch, sums] of epochs.entries()) {
    const best = chosen === undefined ? noSums : (epochs[chosen] ?? noSums);
    const isBetter =
      sums.reporting > best.reporting ||
      (sums.reporting === best.reporting && known(sums) >= known(best));
    if (!isNothing(sums) && isBetter) chosen = epoch;
  }
  return chosen;
}
