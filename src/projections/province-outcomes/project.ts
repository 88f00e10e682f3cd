import type { EventData } from '../../domain/catalogue.js';
import type { StoredEvent } from '../../domain/event.js';
import { exclude, include } from '../../domain/indicator/sums.js';
import { categoriesKey } from '../../domain/observation/events.js';
import { observationTable, type ObservationRow } from '../observations/view.js';
import type { Change, Projection, Views } from '../projection.js';
import {
  indicatorTable,
  organizationTable,
  type IndicatorRow,
  type OrganizationRow,
} from '../roster/view.js';
import { moveRow } from './move-row.js';
import { isEntangled, neighbours, type Neighbours } from './neighbours.js';
import { rosterChanges, type RosterChanges } from './roster-changes.js';
import { sumsOf, withoutEmptyEnd } from './sums.js';
import { provinceOutcomeTable, type ProvinceOutcomeRow } from './view.js';

type Rollup = Omit<ProvinceOutcomeRow, 'epochs'>;

const keyOf = ({ indicator, period, categories }: Rollup): string[] => [
  indicator,
  period,
  categories,
];

const indicatorOf = (key: string, views: Views): IndicatorRow | undefined =>
  views.get(indicatorTable, [key])?.row;

/** Sums begin with the first event of a period, even one marked in error within its batch. */
function begin({ type, data, position }: StoredEvent, views: Views): void {
  if (!type.startsWith('Observation')) return;
  const { indicator, period, categories } = data as EventData<'ObservationRecorded'>;
  const row = { indicator, period, categories: categoriesKey(categories), epochs: [] };
  if (views.get(provinceOutcomeTable, keyOf(row)) === undefined)
    views.put(provinceOutcomeTable, row, position);
}

/** What a batch did, as far as sums depend on it. */
type Batch = {
  readonly views: Views;
  readonly roster: RosterChanges;
  readonly after: Neighbours;
  readonly before: Neighbours;
};

/** Moves the sums of a rollup by what became of one body's row, and of the body itself. */
function adjust(
  rollup: Rollup,
  code: string,
  change: Change<ObservationRow>,
  { views, after, before }: Batch,
): void {
  const { indicator, period, categories } = rollup;
  const row = indicatorOf(indicator, views);
  const standing = views.get(provinceOutcomeTable, keyOf(rollup))?.epochs ?? [];
  const without = moveRow(exclude, standing, change.before, row, before.body(code));
  const epochs = withoutEmptyEnd(moveRow(include, without, change.after, row, after.body(code)));
  views.put(provinceOutcomeTable, { indicator, period, categories, epochs }, 0);
}

/** True when the number of a body cannot be moved alone, now or before the batch. */
function cannotMove({ indicator, period }: Rollup, code: string, batch: Batch): boolean {
  const row = indicatorOf(indicator, batch.views);
  return (
    isEntangled(row, code, period, batch.after) ||
    (batch.roster.bodies.size > 0 && isEntangled(row, code, period, batch.before))
  );
}

function sumAnew(rollups: Iterable<Rollup>, views: Views): void {
  let bodies: ReadonlyMap<string, OrganizationRow> | undefined;
  for (const { indicator, period, categories } of rollups) {
    const rollup = { indicator, period, categories };
    const rows = views.scan(observationTable, keyOf(rollup));
    bodies ??= new Map(views.scan(organizationTable, []).map(({ code, row }) => [code, row]));
    const epochs = sumsOf(rows, indicatorOf(indicator, views), bodies);
    views.put(provinceOutcomeTable, { ...rollup, epochs }, 0);
  }
}

/** Moves what observations of the batch changed; what is entangled is noted instead. */
function moveObservations(batch: Batch, stale: Map<string, Rollup>): ReadonlySet<string> {
  const { views, roster } = batch;
  const moved = new Set<string>();
  for (const change of views.changes(observationTable)) {
    const row = change.after ?? change.before;
    if (row?.geographyKind !== 'BODY' || roster.indicators.has(row.indicator)) continue;
    if (cannotMove(row, row.geography, batch)) stale.set(String(keyOf(row)), row);
    else adjust(row, row.geography, change, batch);
    if (roster.bodies.size > 0) moved.add(String([...keyOf(row), row.geography]));
  }
  return moved;
}

/** From so many bodies on, a sum is made anew at less cost than their rows are moved in it. */
const bodiesMovedMax = 30;

/**
 * Moves rows of bodies that weigh differently, but did not change themselves. After a census all
 * bodies do: then rollups are made anew one by one, because a batch keeps every row that it looks
 * up by its key, which would be every number of the province.
 */
function reweigh(batch: Batch, moved: ReadonlySet<string>, stale: Map<string, Rollup>): void {
  const { views, roster } = batch;
  const isCensus = roster.bodies.size > bodiesMovedMax;
  for (const rollup of views.scan(provinceOutcomeTable, [])) {
    if (roster.indicators.has(rollup.indicator)) continue;
    if (isCensus) {
      stale.set(String(keyOf(rollup)), rollup);
      continue;
    }
    for (const code of roster.bodies.keys()) {
      if (cannotMove(rollup, code, batch)) {
        stale.set(String(keyOf(rollup)), rollup);
        continue;
      }
      const isMoved = moved.has(String([...keyOf(rollup), code]));
      const row = isMoved
        ? undefined
        : views.get(observationTable, [...keyOf(rollup), 'BODY', code]);
      if (row !== undefined) adjust(rollup, code, { before: row, after: row }, batch);
    }
  }
}

/**
 * Rolled-up sums of the province over bodies, kept up to date by what each event adds and takes
 * away; areas that report are few, and summed when somebody asks.
 * Membership and weights are of the roster: where those of a body changed, its rows are moved;
 * where units overlap, or an indicator is added otherwise, sums are made anew from the facts.
 */
export const provinceOutcomes: Projection = {
  name: 'province-outcomes',
  version: 2,
  tables: [provinceOutcomeTable],
  project: (events, views) => {
    for (const event of events) begin(event, views);
    const roster = rosterChanges(views);
    const [after, before] = neighbours(views);
    const batch = { views, roster, after, before };
    const stale = new Map<string, Rollup>();
    const moved = moveObservations(batch, stale);
    if (roster.bodies.size > 0) reweigh(batch, moved, stale);
    sumAnew(stale.values(), views);
    for (const indicator of roster.indicators)
      sumAnew(views.scan(provinceOutcomeTable, [indicator]), views);
  },
};
