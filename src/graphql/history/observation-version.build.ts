import type { ObservationVersion as Version } from '../../projections/observations/versions.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { buildOrganization } from '../organization/organization.build.js';
import { readArea } from '../outcome/area.build.js';
import type { Area } from '../outcome/area.object.js';
import { categoriesOf } from '../../projections/observations/categories-of.js';
import { numbersOf } from '../outcome/observed-value.js';
import { readOrganizations, type Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { ObservationVersion } from './observation-version.object.js';

type Place = Pick<Version, 'geographyKind' | 'geography'>;

/** True for one who may read the numbers of a version: those of areas were published. */
export const mayReadVersion = (
  { geographyKind, geography }: Place,
  indicator: IndicatorRow,
  { context }: Reading,
): boolean => geographyKind === 'AREA' || mayReadNumbers(context.caller, indicator, geography);

/** How bodies and areas are called, by code. */
export type PlaceNames = {
  readonly organizations: Roster['organizations'];
  readonly areas: ReadonlyMap<string, Area>;
};

/** Names of all bodies, and of the areas that rows are about. */
export async function readPlaceNames(
  rows: readonly Place[],
  reading: Reading,
): Promise<PlaceNames> {
  const codes = rows.flatMap((row) => (row.geographyKind === 'AREA' ? [row.geography] : []));
  const areas = await Promise.all([...new Set(codes)].map((code) => readArea(code, reading)));
  return {
    organizations: await readOrganizations(reading),
    areas: new Map(areas.map((area) => [area.code, area])),
  };
}

/** The body or area a version is about. */
export function placeOf(
  { geographyKind, geography }: Place,
  { organizations, areas }: PlaceNames,
): Pick<ObservationVersion, 'organization' | 'area'> {
  return geographyKind === 'BODY'
    ? { organization: buildOrganization(geography, organizations), area: null }
    : { organization: null, area: areas.get(geography) ?? null };
}

/** A version out of its row. A reason may tell the number, so it is read with it. */
export function buildObservationVersion(
  row: Version,
  indicator: IndicatorRow,
  names: PlaceNames,
  reading: Reading,
): ObservationVersion {
  const mayRead = mayReadVersion(row, indicator, reading);
  const { period, status, flags, indicatorVersion, sourceReleasedOn } = row;
  const { position, recordedAt, since, until, recordedInError } = row;
  return {
    indicator: buildIndicator(indicator),
    ...placeOf(row, names),
    period,
    categories: categoriesOf(row.categories),
    status,
    ...numbersOf(row, indicator, mayRead),
    histogram: mayRead ? row.histogram : null,
    interval: (mayRead && row.interval) || null,
    narrative: mayRead && row.narrative ? freeTextOf(row.narrative, reading.context) : null,
    flags,
    indicatorVersion,
    sourceReleasedOn,
    position,
    recordedAt,
    actingFor: buildOrganization(row.actingFor, names.organizations),
    reason: mayRead && row.reason ? freeTextOf(row.reason, reading.context) : null,
    standsFrom: since,
    supersededAt: until,
    recordedInError,
  };
}
