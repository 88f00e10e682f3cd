import { expectedOf } from '../../domain/cycle/expectation.js';
import { cycleStream } from '../../domain/identifiers.js';
import { unitsIn, type Arrangement } from '../../domain/indicator/partition.js';
import { geographyOf } from '../../domain/indicator/units.js';
import type { Period } from '../../domain/period.js';
import { cellNameOf, reviewAmong, type CellReview } from '../../domain/submission/standing.js';
import type { ObservationRow } from '../../projections/observations/view.js';
import { inUse } from '../../projections/roster/in-use.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { readOrganizations } from '../roster.js';
import { findCycle } from './cycles.load.js';

type Named = Pick<ObservationRow, 'geography' | 'geographyKind' | 'categories' | 'revision'>;

/** Says of a number where its review stands. */
export type Reviews = (row: Named | undefined) => CellReview;

const none: Reviews = () => 'NONE';

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
  const { snapshot, asOf, context } = reading;
  context.tags.add(`submissions:${period}`);
  const organizations = await readOrganizations(reading);
  const accepted = await snapshot.acceptedCells(period, asOf);
  return (row) => {
    const body = row?.geographyKind === 'BODY' ? organizations.get(row.geography) : undefined;
    if (row === undefined || body === undefined) return 'NONE';
    const { categories, revision } = row;
    const name = cellNameOf(indicator.key, categories);
    const cell = { indicator: indicator.key, name, revision };
    const review = reviewAmong(accepted.get(body.code), cell);
    if (review === 'ACCEPTED') return review;
    const expected = expectedOf({ period, expectations: asked }, body, () => inUse(indicator));
    return expected.length === 0 ? 'NONE' : review;
  };
}

const placesIn = new WeakMap<object, ReadonlySet<string>>();

/** Codes of the bodies among the units of an arrangement, which is kept while rosters stand. */
function bodiesIn(arrangement: Pick<Arrangement, 'nests'>): ReadonlySet<string> {
  const known = placesIn.get(arrangement);
  if (known !== undefined) return known;
  const places = unitsIn(arrangement).map(({ id }) => geographyOf(id));
  const bodies = new Set(places.filter(({ kind }) => kind === 'BODY').map(({ code }) => code));
  placesIn.set(arrangement, bodies);
  return bodies;
}

type Counted = {
  readonly indicator: IndicatorRow;
  readonly categoriesKey: string;
};

/** How many bodies among the units report a number, for any of the periods, yet to be accepted. */
export async function countPending(
  { indicator, categoriesKey: categories }: Counted,
  periods: readonly Period[],
  arrangement: Pick<Arrangement, 'nests'>,
  reading: Reading,
): Promise<number> {
  const { snapshot, asOf } = reading;
  const pending = new Set<string>();
  for (const { text } of periods) {
    const reviews = await readReviews(indicator, text, reading);
    if (reviews === none) continue;
    const bodies = bodiesIn(arrangement);
    const reported = await snapshot.reportedRevisions(indicator.key, text, categories, asOf);
    for (const [geography, revision] of reported) {
      const cell = { geography, geographyKind: 'BODY', categories, revision } as const;
      if (bodies.has(geography) && reviews(cell) === 'PENDING') pending.add(geography);
    }
  }
  return pending.size;
}
