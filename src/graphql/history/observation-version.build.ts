import type { ObservationVersion as Version } from '../../projections/observations/versions.js';
import type { IndicatorRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadNumbers } from '../authorization.js';
import { codeLabel } from '../code-list/code-label.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { buildOrganization } from '../organization/organization.build.js';
import { categoriesOf } from '../outcome/categories-of.js';
import { numbersOf } from '../outcome/observed-value.js';
import type { Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { ObservationVersion } from './observation-version.object.js';

/** True for one who may read the numbers of a version: those of areas were published. */
export const mayReadVersion = (
  { geographyKind, geography }: Pick<Version, 'geographyKind' | 'geography'>,
  indicator: IndicatorRow,
  { context }: Reading,
): boolean => geographyKind === 'AREA' || mayReadNumbers(context.caller, indicator, geography);

/** The body or area a version is about. */
export function placeOf(
  { geographyKind, geography }: Pick<Version, 'geographyKind' | 'geography'>,
  organizations: Roster['organizations'],
  { context }: Reading,
): Pick<ObservationVersion, 'organization' | 'area'> {
  if (geographyKind === 'BODY')
    return { organization: buildOrganization(geography, organizations), area: null };
  const name = codeLabel('reference-areas', geography, context);
  return { organization: null, area: { code: geography, name } };
}

/** A version out of its row. A reason may tell the number, so it is read with it. */
export function buildObservationVersion(
  row: Version,
  indicator: IndicatorRow,
  organizations: Roster['organizations'],
  reading: Reading,
): ObservationVersion {
  const mayRead = mayReadVersion(row, indicator, reading);
  const { period, status, flags, indicatorVersion, sourceReleasedOn } = row;
  const { position, recordedAt, since, until, recordedInError } = row;
  return {
    indicator: buildIndicator(indicator),
    ...placeOf(row, organizations, reading),
    period,
    categories: categoriesOf(row.categories),
    status,
    ...numbersOf(row, indicator, mayRead),
    flags,
    indicatorVersion,
    sourceReleasedOn,
    position,
    recordedAt,
    actingFor: buildOrganization(row.actingFor, organizations),
    reason: mayRead && row.reason ? freeTextOf(row.reason, reading.context) : null,
    standsFrom: since,
    supersededAt: until,
    recordedInError,
  };
}
