import { exists } from '../../domain/universe.js';
import { lowerTiersOf, type PlacedBody } from '../../domain/indicator/units.js';
import type { Period } from '../../domain/period.js';
import type { PlanBody, PlanDocument } from '../../projections/current-plan/view.js';

/** What a number is put together for: the province, or those of its bodies that lie in a place. */
export type Place =
  | { readonly kind: 'PROVINCE' }
  | { readonly kind: 'CENSUS_DIVISION'; readonly code: string }
  | { readonly kind: 'BODY'; readonly code: string }
  | { readonly kind: 'PLAN'; readonly plan: PlanDocument };

/** What kinds of place there are. */
export type PlaceKind = Place['kind'];

type Bodies = ReadonlyMap<string, PlacedBody & { readonly successor?: string | undefined }>;

/** Bodies that were there on a day and of which, later on, another body was made. */
function forerunnersOf(code: string, on: string, bodies: Bodies): readonly string[] {
  return [...bodies.values()]
    .filter(({ successor }) => successor === code)
    .flatMap((body) => (exists(body, on) ? [body.code] : forerunnersOf(body.code, on, bodies)));
}

/** Codes of the bodies that carry a body's territory on a day: lower tiers, or itself. */
function territoryOfBody(code: string, on: string, bodies: Bodies): readonly string[] {
  const body = bodies.get(code);
  if (body === undefined) return [];
  if (!exists(body, on)) return (body.existsFrom ?? '') > on ? forerunnersOf(code, on, bodies) : [];
  const lower = body.tier === 'UPPER' ? lowerTiersOf({ bodies }, code, on) : [];
  return lower.length === 0 ? [code] : lower.map((each) => each.code);
}

const isMember = ({ joinedOn, leftOn }: PlanBody, on: string): boolean =>
  joinedOn <= on && (leftOn === undefined || leftOn > on);

/**
 * Bodies that share a plan on the last day of a period or, for a period before the plan was
 * opened, on the day it was opened: the plan's first members answer for what was before.
 */
function membersOf({ bodies, openedOn }: PlanDocument, { lastDay }: Period): readonly string[] {
  const on = lastDay < openedOn ? openedOn : lastDay;
  const members = bodies.filter((each) => isMember(each, on));
  // Somebody may say later that a body had joined before the plan was opened.
  return [...new Set(members.map(({ body }) => body))];
}

/**
 * Codes of the bodies that carry the territory of a place on the last day of a period;
 * undefined for the province, which is everything.
 */
export function territoryOf(
  place: Place,
  period: Period,
  bodies: Bodies,
): ReadonlySet<string> | undefined {
  const on = period.lastDay;
  if (place.kind === 'PROVINCE') return undefined;
  if (place.kind === 'BODY') return new Set(territoryOfBody(place.code, on, bodies));
  if (place.kind === 'PLAN') {
    const members = membersOf(place.plan, period);
    return new Set(members.flatMap((code) => territoryOfBody(code, on, bodies)));
  }
  const { code } = place;
  const within = [...bodies.values()].filter(
    (body) => body.censusDivision === code && body.tier !== 'UPPER' && exists(body, on),
  );
  return new Set(within.map((body) => body.code));
}
