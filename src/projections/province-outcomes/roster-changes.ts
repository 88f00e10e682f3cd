import type { Change, Views } from '../projection.js';
import {
  indicatorTable,
  organizationTable,
  type IndicatorRow,
  type OrganizationRow,
} from '../roster/view.js';

/** What of the roster changed in a batch that sums depend on. */
export type RosterChanges = {
  /** Bodies that weigh differently, by code. */
  readonly bodies: ReadonlyMap<string, Change<OrganizationRow>>;
  /** Indicators whose numbers are added otherwise than before. */
  readonly indicators: ReadonlySet<string>;
};

/** Everything about a body that decides whether it is expected, and with what weight. */
const weighing = (body: OrganizationRow | undefined): string | undefined =>
  body &&
  JSON.stringify([
    [body.code, body.kind, body.tier, body.upperTier, body.existsFrom, body.endedOn],
    [body.population, body.obligations],
  ]);

/** Everything about an indicator that decides how its numbers are added. */
const adding = (indicator: IndicatorRow | undefined): string | undefined =>
  indicator &&
  JSON.stringify([
    [indicator.universe, indicator.dueWithinDays, indicator.overSpace, indicator.breaks],
    indicator.beforeBreaks,
  ]);

/** Net changes of the roster in this batch. */
export function rosterChanges(views: Views): RosterChanges {
  const bodies = views
    .changes(organizationTable)
    .map(({ before, after }) => ({ before: before?.row, after: after?.row }))
    .filter(({ before, after }) => weighing(before) !== weighing(after));
  const redefined = views
    .changes(indicatorTable)
    .map(({ before, after }) => ({ before: before?.row, after: after?.row }))
    .filter(({ before, after }) => adding(before) !== adding(after))
    .map(({ before, after }) => (after ?? before)?.key ?? '');
  return {
    bodies: new Map(bodies.map((change) => [(change.after ?? change.before)?.code ?? '', change])),
    indicators: new Set(redefined),
  };
}
