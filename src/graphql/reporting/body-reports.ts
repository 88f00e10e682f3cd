import { expectedOf } from '../../domain/cycle/expectation.js';
import { timingOf, type Timing } from '../../domain/cycle/timeliness.js';
import type { CivilDate } from '../../domain/civil-date.js';
import { standingOf, type CellVersion, type Standing } from '../../domain/submission/standing.js';
import type { ObservationStatus } from '../../domain/observation/events.js';
import type { CycleDocument, SubmissionDocument } from '../../projections/reporting/view.js';
import { inUse } from '../../projections/roster/in-use.js';
import type { OrganizationRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import { categoriesOf } from '../../projections/observations/categories-of.js';
import { readRoster } from '../roster.js';
import { readSubmissions } from './cycles.load.js';

/** A number of a report as it stands. */
export type CurrentCell = CellVersion & { readonly status: ObservationStatus };

/** The report of one body in a cycle, with where it stands. */
export type BodyReport = {
  readonly cycle: CycleDocument;
  readonly body: OrganizationRow;
  /** Keys of the indicators expected of it. */
  readonly expected: readonly string[];
  readonly cells: readonly CurrentCell[];
  readonly submission: SubmissionDocument | undefined;
  readonly state: Standing;
  readonly timing: Timing;
  /** Day of the calendar on which it stands so. */
  readonly on: CivilDate;
};

async function readCells(
  { period, expectations }: CycleDocument,
  body: string | undefined,
  { snapshot, asOf, context }: Reading,
): Promise<ReadonlyMap<string, readonly CurrentCell[]>> {
  const rows = await Promise.all(
    expectations.map(({ indicator }) => {
      context.tags.add(`outcome:${indicator}:${period}`);
      return snapshot.reportedCells(indicator, period, body, asOf);
    }),
  );
  const cells = rows.flat().map(({ categories, ...cell }) => ({
    ...cell,
    categories: categoriesOf(categories),
  }));
  return Map.groupBy(cells, ({ geography }) => geography);
}

/**
 * Reports of the bodies that a cycle expects something of, by code, those of First Nations only
 * where its numbers may be shown to the caller.
 * @param only code of the one body that is wanted
 */
export async function readBodyReports(
  cycle: CycleDocument,
  on: CivilDate,
  reading: Reading,
  only?: string,
): Promise<readonly BodyReport[]> {
  const { organizations, indicators } = await readRoster(reading);
  const [submissions, cells, { showsNumber }] = await Promise.all([
    readSubmissions(cycle.period, only, reading),
    readCells(cycle, only, reading),
    readVisibility(reading),
  ]);
  const wanted = only === undefined ? organizations.values() : [organizations.get(only)];
  const reports = [...wanted].flatMap((body): BodyReport[] => {
    if (body === undefined) return [];
    const { code } = body;
    const expected = expectedOf(cycle, body, (key) => inUse(indicators.get(key)));
    const submission = submissions.get(code);
    const asked = new Set([...expected, ...(submission?.cells ?? []).map((c) => c.indicator)]);
    if (asked.size === 0) return [];
    if (![...asked].every((key) => showsNumber({ kind: 'BODY', code }, key))) return [];
    const own = (cells.get(code) ?? []).filter(({ indicator }) => asked.has(indicator));
    const state = standingOf(submission ?? { status: 'none' }, own);
    const timing = timingOf(cycle, submission?.firstFiledOn, on);
    return [{ cycle, body, expected, cells: own, submission, state, timing, on }];
  });
  return reports.toSorted((a, b) => (a.body.code < b.body.code ? -1 : 1));
}
