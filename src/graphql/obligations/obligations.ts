import type { CivilDate } from '../../domain/civil-date.js';
import { clocksOf, type StatutoryRules } from '../../domain/plan/rules.js';
import { dutyOn } from '../../domain/universe.js';
import type { PlanDocument } from '../../projections/current-plan/view.js';
import type { OrganizationRow } from '../../projections/roster/view.js';

/** How one body stands with the plans it takes part in. */
type Standing = { adopted: boolean; published: boolean; publicationLate: boolean };

const exists = ({ existsFrom, endedOn }: OrganizationRow, on: CivilDate): boolean =>
  (existsFrom === undefined || existsFrom <= on) && (endedOn === undefined || endedOn > on);

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
    for (const { body, leftOn, adoption } of plan.bodies) {
      if (leftOn !== undefined) continue;
      const before = standings.get(body);
      standings.set(body, {
        adopted: before?.adopted || (adoption !== undefined && adoption.adoptedOn <= on),
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
  const required = (byDuty.get('REQUIRED') ?? []).map(({ code }) => standings.get(code));
  const isPastFirstAdoption = on > rules.firstAdoptionBy;
  const isOverdue = (standing: Standing | undefined): boolean =>
    standing?.publicationLate === true || (isPastFirstAdoption && standing?.adopted !== true);
  return {
    required: required.length,
    coveredThroughUpperTier: byDuty.get('COVERED_THROUGH_UPPER_TIER')?.length ?? 0,
    notRequired: byDuty.get('NOT_REQUIRED')?.length ?? 0,
    adopted: required.filter((standing) => standing?.adopted).length,
    published: required.filter((standing) => standing?.published).length,
    overdue: required.filter(isOverdue).length,
  };
}
