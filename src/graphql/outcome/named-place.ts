import type { Reading } from '../as-of.js';
import { CodedError } from '../coded-error.js';
import { readVisibility } from '../consent/visibility.js';
import { buildOrganization } from '../organization/organization.build.js';
import { readWholePlan } from '../plan/whole-plan.load.js';
import { readOrganizations } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import { readArea } from './area.build.js';
import type { PlaceObject } from './outcome-rollup.object.js';
import type { Place } from './place.js';
import { placeOfArea } from './place-of-area.js';
import { checkArea, ontario } from './question.js';

/** A place and how it is shown. */
export type NamedPlace = { readonly place: Place; readonly shown: PlaceObject };

async function ofArea(code: string, reading: Reading): Promise<NamedPlace> {
  await checkArea(code, reading);
  const place = await placeOfArea(code, reading);
  if (place === undefined) throw new CodedError('area-without-bodies');
  const { name } = await readArea(code, reading);
  return { place, shown: { kind: place.kind, code, name } };
}

/** A body; undefined for a First Nation that does not consent to be shown. */
async function ofBody(
  code: string,
  indicator: string,
  reading: Reading,
): Promise<NamedPlace | undefined> {
  const organizations = await readOrganizations(reading);
  if (!organizations.has(code)) throw new CodedError('organization-unknown');
  const { showsNumber } = await readVisibility(reading);
  if (!showsNumber({ kind: 'BODY', code }, indicator)) return undefined;
  const { name } = buildOrganization(code, organizations);
  return { place: { kind: 'BODY', code }, shown: { kind: 'BODY', code, name } };
}

async function ofPlan(id: string, reading: Reading): Promise<NamedPlace | undefined> {
  const whole = await readWholePlan(id, reading);
  if (whole === undefined) return undefined;
  const { plan } = whole;
  const name = freeTextOf(plan.title, reading.context);
  return { place: { kind: 'PLAN', plan }, shown: { kind: 'PLAN', code: id, name } };
}

/**
 * The place that arguments name; the province when they name none, undefined for no such plan.
 * @throws CodedError when they name several, an unknown one, or an area without bodies
 */
export async function readPlace(
  named: {
    readonly indicator: string;
    readonly area?: string | null;
    readonly organization?: string | null;
    readonly plan?: string | null;
  },
  reading: Reading,
): Promise<NamedPlace | undefined> {
  const { indicator, area, organization, plan } = named;
  if ([area, organization, plan].filter((each) => each != null).length > 1)
    throw new CodedError('geography-ambiguous');
  if (organization != null) return ofBody(organization, indicator, reading);
  if (plan != null) return ofPlan(plan, reading);
  return ofArea(area ?? ontario, reading);
}
