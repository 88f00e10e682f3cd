import type { CivilDate } from '../../domain/civil-date.js';
import { firstAdoptions } from '../../domain/plan/first-adoption.js';
import { clocksOf, type StatutoryRules } from '../../domain/plan/rules.js';
import { dutyOn, exists } from '../../domain/universe.js';
import type { PlanDocument } from '../../projections/current-plan/view.js';
import type { OrganizationRow } from '../../projections/roster/view.js';

/** How one body stands with the plans it takes part in. */
type Standing = { published: boolean; publicationLate: boolean };

const takingPart = ({ bodies }: PlanDocument) =>
  bodies.filter(({ leftOn }) => leftOn === undefined);

/** How every body that takes part in a plan stands on a day. */
function standingsOf(
  plans: readonly PlanDocument[],
  rules: StatutoryRules,
  on: CivilDate,
): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>();
  for (const plan of plans) {
    const clock = clocksOf(plan, rules, on).find(({ code }) => code === 'publication');
    const isPublished = plan.publication !== undefined && plan.publication.publishedOn <= on;
    // A clock has a day to be met by once every participating body has adopted the plan.
    const published = isPublished && clock?.dueOn != null;
    const publicationLate = !isPublished && clock?.status === 'LATE';
    // Of a day on which a body was still there, what its successor now holds was its own.
    const bodies = takingPart(plan).flatMap(({ body, predecessors = [] }) => [
      body,
      ...predecessors.map((before) => before.body),
    ]);
    for (const body of bodies) {
      const before = standings.get(body);
      standings.set(body, {
        published: before?.published || published,
        publicationLate: before?.publicationLate || publicationLate,
      });
    }
  }
  return standings;
}

/** Counts of bodies by duty, and of those that must plan by what they have done, on a day. */
export function countObligations(
  organizations: readonly OrganizationRow[],
  plans: readonly PlanDocument[],
  rules: StatutoryRules,
  on: CivilDate,
) {
  const existing = organizations.filter((body) => exists(body, on));
  const byDuty = Map.groupBy(existing, (body) => dutyOn(body, on));
  const standings = standingsOf(plans, rules, on);
  const adoptions = plans.flatMap(takingPart).flatMap(({ adoption = [] }) => adoption);
  const adoptedOn = firstAdoptions(organizations, adoptions, on);
  const required = (byDuty.get('REQUIRED') ?? []).map(({ code }) => ({
    ...standings.get(code),
    adopted: (adoptedOn(code) ?? '9999') <= on,
  }));
  const isPastFirstAdoption = on > rules.firstAdoptionBy;
  const late = required.filter(
    ({ adopted, publicationLate }) => publicationLate || (isPastFirstAdoption && !adopted),
  );
  return {
    required: required.length,
    coveredThroughUpperTier: byDuty.get('COVERED_THROUGH_UPPER_TIER')?.length ?? 0,
    notRequired: byDuty.get('NOT_REQUIRED')?.length ?? 0,
    adopted: required.filter(({ adopted }) => adopted).length,
    published: required.filter(({ adopted, published }) => adopted && published).length,
    overdue: late.length,
  };
}
