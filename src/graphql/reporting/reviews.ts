import { expectedOf } from '../../domain/cycle/expectation.js';
import { cycleStream } from '../../domain/identifiers.js';
import { unitsIn } from '../../domain/indicator/partition.js';
import { geographyOf } from '../../domain/indicator/units.js';
import type { Period } from '../../domain/period.js';
import { reviewOf, type CellReview } from '../../domain/submission/standing.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { categoriesOf } from '../../projections/observations/categories-of.js';
import { readOrganizations } from '../roster.js';
import { findCycle, readSubmissions } from './cycles.load.js';

type Named = Pick<ObservationRow, 'geography' | 'geographyKind' | 'categories' | 'revision'>;

/** Says of a number where its review stands. */
export type Reviews = (row: Named | undefined) => CellReview;

const none: Reviews = () => 'NONE';
const never = { status: 'none' } as const;

/**
 * Where the reviews of an indicator's numbers for a period stand. Numbers that no cycle asks
 * for, among them those of areas and of longer periods put together, are not reviewed.
 */
export async function readReviews(
  indicator: IndicatorRow,
  period: string,
  reading: Reading,
): Promise<Reviews> {
  const cycle = await findCycle(cycleStream(period), reading);
  const asked = cycle?.expectations.filter((each) => each.indicator === indicator.key) ?? [];
  if (asked.length === 0) return none;
  const organizations = await readOrganizations(reading);
  const submissions = await readSubmissions(period, undefined, reading);
  return (row) => {
    const body = row?.geographyKind === 'BODY' ? organizations.get(row.geography) : undefined;
    if (row === undefined || body === undefined) return 'NONE';
    const filing = submissions.get(body.code) ?? never;
    const cell = {
      indicator: indicator.key,
      categories: categoriesOf(row.categories),
      revision: row.revision,
    };
    const review = reviewOf(filing, cell);
    if (review === 'ACCEPTED') return review;
    const expected = expectedOf({ period, expectations: asked }, body, () => indicator.universe);
    return expected.length === 0 ? 'NONE' : review;
  };
}

type Counted = {
  readonly indicator: IndicatorRow;
  readonly categoriesKey: string;
};

/** How many bodies among the units report a number, for any of the periods, yet to be accepted. */
export async function countPending(
  { indicator, categoriesKey }: Counted,
  periods: readonly Period[],
  arrangement: Parameters<typeof unitsIn>[0],
  reading: Reading,
): Promise<number> {
  const pending = new Set<string>();
  for (const { text } of periods) {
    const reviews = await readReviews(indicator, text, reading);
    if (reviews === none) continue;
    const { snapshot, asOf } = reading;
    const cells = await snapshot.reportedCells(indicator.key, text, undefined, asOf);
    for (const cell of cells) {
      const isMeant = cell.status === 'REPORTED' && cell.categories === categoriesKey;
      if (isMeant && reviews({ ...cell, geographyKind: 'BODY' }) === 'PENDING')
        pending.add(cell.geography);
    }
  }
  if (pending.size === 0) return 0;
  const places = unitsIn(arrangement).map(({ id }) => geographyOf(id));
  return places.filter(({ kind, code }) => kind === 'BODY' && pending.has(code)).length;
}
