import {
  exclude,
  include,
  noSums,
  type Fact,
  type Sums,
} from '../../domain/indicator/aggregation.js';
import { periodOf } from '../../domain/period.js';
import { isExpected } from '../../domain/universe.js';
import { observationTable, type ObservationRow } from '../observations/view.js';
import type { Projection, Views } from '../projection.js';
import { indicatorTable, organizationTable } from '../roster/view.js';
import { provinceOutcomeTable, type ProvinceOutcomeRow } from './view.js';

/** What a body's row contributes to a rollup. */
export const factOf = ({ status, value, numerator, denominator, flags }: ObservationRow): Fact => ({
  status,
  value: value ?? undefined,
  numerator: numerator ?? undefined,
  denominator: denominator ?? undefined,
  flags,
});

/** Weight in persons of a row's body; undefined when the body is not expected to report. */
function weightOf(row: ObservationRow, views: Views): number | undefined {
  if (row.geographyKind !== 'BODY') return undefined;
  const body = views.get(organizationTable, [row.geography])?.row;
  const indicator = views.get(indicatorTable, [row.indicator])?.row;
  if (body === undefined || indicator === undefined) return undefined;
  if (!isExpected(indicator.universe, body, periodOf(row.period))) return undefined;
  return body.population ?? 0;
}

function moveRow(
  sums: Sums,
  row: ObservationRow | undefined,
  move: typeof include,
  views: Views,
): Sums {
  const weight = row && weightOf(row, views);
  return row === undefined || weight === undefined ? sums : move(sums, factOf(row), weight);
}

function resum(rollup: ProvinceOutcomeRow, views: Views): Sums {
  const { indicator, period, categories } = rollup;
  const rows = views.scan(observationTable, [indicator, period, categories]);
  return rows.reduce((sums, row) => moveRow(sums, row, include, views), noSums);
}

const keyOf = ({ indicator, period, categories }: ProvinceOutcomeRow): string[] => [
  indicator,
  period,
  categories,
];

/**
 * Rolled-up sums of the province, kept up to date by what each event adds and takes away.
 * Membership and weights are of the roster: where it changed, sums are made anew from the facts.
 */
export const provinceOutcomes: Projection = {
  name: 'province-outcomes',
  version: 1,
  tables: [provinceOutcomeTable],
  project: (events, views) => {
    const position = events.at(-1)?.position ?? 0;
    const everything = views.changes(organizationTable).length > 0;
    const redefined = new Set(
      views.changes(indicatorTable).map(({ before, after }) => (after ?? before)?.code),
    );
    const isStale = (indicator: string): boolean => everything || redefined.has(indicator);
    for (const { before, after } of views.changes(observationTable)) {
      const row = after ?? before;
      if (row?.geographyKind !== 'BODY') continue;
      const { indicator, period, categories } = row;
      const empty = { indicator, period, categories, sums: noSums };
      const rollup = views.get(provinceOutcomeTable, keyOf(empty)) ?? empty;
      const sums = isStale(indicator)
        ? rollup.sums
        : moveRow(moveRow(rollup.sums, before, exclude, views), after, include, views);
      views.put(provinceOutcomeTable, { ...rollup, sums }, position);
    }
    if (!everything && redefined.size === 0) return;
    for (const rollup of views.scan(provinceOutcomeTable, []))
      if (isStale(rollup.indicator))
        views.put(provinceOutcomeTable, { ...rollup, sums: resum(rollup, views) }, position);
  },
};
