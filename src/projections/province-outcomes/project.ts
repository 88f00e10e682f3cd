import type { EventData } from '../../domain/catalogue.js';
import type { StoredEvent } from '../../domain/event.js';
import {
  exclude,
  include,
  noSums,
  type Fact,
  type Sums,
} from '../../domain/indicator/aggregation.js';
import { categoriesKey } from '../../domain/observation/events.js';
import { isExpected, type Universe } from '../../domain/universe.js';
import { knownPeriod } from '../known-period.js';
import { observationTable, type ObservationRow } from '../observations/view.js';
import type { Change, Projection, Views } from '../projection.js';
import { indicatorTable, organizationTable, type OrganizationRow } from '../roster/view.js';
import { provinceOutcomeTable, type ProvinceOutcomeRow } from './view.js';

type Body = OrganizationRow | undefined;
type Row = ObservationRow | undefined;

/** What a body's row contributes to a rollup. */
export const factOf = ({ status, value, numerator, denominator, flags }: ObservationRow): Fact => ({
  status,
  value: value ?? undefined,
  numerator: numerator ?? undefined,
  denominator: denominator ?? undefined,
  flags,
});

/** Sums after a row was moved in or out, weighed in persons; a body not expected moves nothing. */
function moveRow(
  move: typeof include,
  sums: Sums,
  row: Row,
  universe: Universe | undefined,
  body: Body,
): Sums {
  if (row === undefined || universe === undefined || body === undefined) return sums;
  if (row.geographyKind !== 'BODY' || !isExpected(universe, body, knownPeriod(row.period)))
    return sums;
  return move(sums, factOf(row), body.population ?? 0);
}

/** Exact sums over those of the rows that bodies of the universe reported. */
export const sumsOf = (
  rows: readonly ObservationRow[],
  universe: Universe | undefined,
  bodyOf: (code: string) => Body,
): Sums =>
  rows.reduce((sums, row) => moveRow(include, sums, row, universe, bodyOf(row.geography)), noSums);

const keyOf = ({ indicator, period, categories }: Omit<ProvinceOutcomeRow, 'sums'>): string[] => [
  indicator,
  period,
  categories,
];

/** Sums begin with the first event about a body, even one marked in error within its batch. */
function begin({ type, data, position }: StoredEvent, views: Views): void {
  if (!type.startsWith('Observation')) return;
  const { indicator, period, geography, ...rest } = data as EventData<'ObservationRecorded'>;
  if (geography.kind !== 'BODY') return;
  const row = { indicator, period, categories: categoriesKey(rest.categories), sums: noSums };
  if (views.get(provinceOutcomeTable, keyOf(row)) === undefined)
    views.put(provinceOutcomeTable, row, position);
}

/** Everything about a body that decides whether it is expected, and with what weight. */
const weighing = (body: Body): string | undefined =>
  body &&
  JSON.stringify([
    [body.code, body.kind, body.tier, body.existsFrom, body.endedOn, body.population],
    body.obligations,
  ]);

/** What of the roster changed in this batch that sums depend on. */
type RosterChanges = {
  /** Bodies that weigh differently, by code. */
  readonly bodies: ReadonlyMap<string, Change<OrganizationRow>>;
  /** Indicators expected from other bodies than before. */
  readonly indicators: ReadonlySet<string>;
};

function rosterChanges(views: Views): RosterChanges {
  const bodies = views
    .changes(organizationTable)
    .map(({ before, after }) => ({ before: before?.row, after: after?.row }))
    .filter(({ before, after }) => weighing(before) !== weighing(after));
  const indicators = views
    .changes(indicatorTable)
    .map(({ before, after }) => ({ before: before?.row, after: after?.row }))
    .filter(
      ({ before, after }) => JSON.stringify(before?.universe) !== JSON.stringify(after?.universe),
    );
  return {
    bodies: new Map(bodies.map((change) => [(change.after ?? change.before)?.code ?? '', change])),
    indicators: new Set(indicators.map(({ before, after }) => (after ?? before)?.key ?? '')),
  };
}

/** Moves the sums of one rollup by what became of one body's row, and of the body itself. */
function adjust(
  rollup: Omit<ProvinceOutcomeRow, 'sums'>,
  geography: string,
  { before, after }: Change<ObservationRow>,
  roster: RosterChanges,
  views: Views,
): void {
  const { indicator, period, categories } = rollup;
  const universe = views.get(indicatorTable, [indicator])?.row.universe;
  const body = views.get(organizationTable, [geography])?.row;
  const reweighed = roster.bodies.get(geography);
  const earlier = reweighed === undefined ? body : reweighed.before;
  const standing = views.get(provinceOutcomeTable, keyOf(rollup))?.sums ?? noSums;
  const without = moveRow(exclude, standing, before, universe, earlier);
  const sums = moveRow(include, without, after, universe, body);
  views.put(provinceOutcomeTable, { indicator, period, categories, sums }, 0);
}

function resum(rollup: ProvinceOutcomeRow, views: Views): void {
  const rows = views.scan(observationTable, keyOf(rollup));
  const universe = views.get(indicatorTable, [rollup.indicator])?.row.universe;
  const bodyOf = (code: string): Body => views.get(organizationTable, [code])?.row;
  views.put(provinceOutcomeTable, { ...rollup, sums: sumsOf(rows, universe, bodyOf) }, 0);
}

/** Moves the rows of bodies that weigh differently, but did not change themselves. */
function reweigh(
  rollup: ProvinceOutcomeRow,
  roster: RosterChanges,
  moved: ReadonlySet<string>,
  views: Views,
): void {
  for (const code of roster.bodies.keys()) {
    const key = [...keyOf(rollup), 'BODY', code];
    const row = moved.has(String(key)) ? undefined : views.get(observationTable, key);
    if (row !== undefined) adjust(rollup, code, { before: row, after: row }, roster, views);
  }
}

/**
 * Rolled-up sums of the province, kept up to date by what each event adds and takes away.
 * Membership and weights are of the roster: where those of a body changed, its rows are moved;
 * where an indicator is expected from other bodies, its sums are made anew from the facts.
 */
export const provinceOutcomes: Projection = {
  name: 'province-outcomes',
  version: 1,
  tables: [provinceOutcomeTable],
  project: (events, views) => {
    for (const event of events) begin(event, views);
    const roster = rosterChanges(views);
    const moved = new Set<string>();
    for (const change of views.changes(observationTable)) {
      const row = change.after ?? change.before;
      if (row?.geographyKind !== 'BODY' || roster.indicators.has(row.indicator)) continue;
      adjust(row, row.geography, change, roster, views);
      if (roster.bodies.size > 0) moved.add(String([...keyOf(row), 'BODY', row.geography]));
    }
    if (roster.bodies.size === 0 && roster.indicators.size === 0) return;
    for (const rollup of views.scan(provinceOutcomeTable, []))
      if (roster.indicators.has(rollup.indicator)) resum(rollup, views);
      else reweigh(rollup, roster, moved, views);
  },
};
