import type { CivilDate } from '../../domain/civil-date.js';
import {
  clock,
  clocksOf,
  notApplicable,
  type Clock,
  type StatutoryRules,
} from '../../domain/plan/rules.js';
import { firstAdoptions } from '../../domain/plan/first-adoption.js';
import { dutyOn, exists } from '../../domain/universe.js';
import type { PlanDocument } from '../current-plan/view.js';
import type { OrganizationRow } from '../roster/view.js';
import type { VisiblePlan } from './visible-plan.js';

/** A clock and what it runs for. */
export type RunningClock = Clock & {
  readonly planId: string | null;
  readonly bodies: readonly string[];
  /** Place in the register: first what is due first, what is not due at all last. */
  readonly key: string;
};

const keyed = (running: Omit<RunningClock, 'key'>): RunningClock => {
  const { dueOn, code, planId, bodies } = running;
  return { ...running, key: `${dueOn ?? '9999-12-31'} ${code} ${planId ?? bodies[0] ?? ''}` };
};

// What a revision put an end to was an adoption all the same.
const adoptionsOf = ({ bodies, revisions }: PlanDocument) => [
  ...bodies.flatMap(({ adoption = [] }) => adoption),
  ...revisions.flatMap(({ adoptions }) => adoptions),
];

function adoptionClock(
  body: OrganizationRow,
  adoptedOn: CivilDate | undefined,
  { firstAdoptionBy }: StatutoryRules,
  on: CivilDate,
  isSuccessor: boolean,
): Clock | undefined {
  switch (dutyOn(body, on)) {
    case 'REQUIRED':
      return clock('adoption', firstAdoptionBy, adoptedOn, on);
    case 'COVERED_THROUGH_UPPER_TIER':
      return notApplicable('adoption', 'covered-through-upper-tier');
    case 'NOT_REQUIRED':
      return notApplicable('adoption', 'not-obliged');
    default:
      return isSuccessor ? notApplicable('adoption', 'duty-not-set') : undefined;
  }
}

/** Every clock of the province on a day: of bodies with a duty, and of plans. */
export function allClocks(
  organizations: readonly OrganizationRow[],
  plans: readonly VisiblePlan[],
  rules: StatutoryRules,
  on: CivilDate,
): readonly RunningClock[] {
  const adoptions = plans.flatMap(({ facts }) => adoptionsOf(facts));
  const adoptedOn = firstAdoptions(organizations, adoptions, on);
  // A duty does not pass to a successor by itself: the ministry sets it.
  const dutiful = organizations.filter(({ obligations }) => obligations.length > 0);
  const successors = new Set(dutiful.map(({ successor }) => successor));
  const ofBodies = organizations
    .filter((body) => exists(body, on))
    .flatMap((body) => {
      const { code } = body;
      const running = adoptionClock(body, adoptedOn(code), rules, on, successors.has(code));
      return running ? keyed({ ...running, planId: null, bodies: [code] }) : [];
    });
  const ofPlans = plans.flatMap(({ plan, facts }) => {
    const parts = plan.bodies.filter(({ leftOn }) => leftOn === undefined);
    const codes = [...new Set(parts.map(({ body }) => body))];
    return clocksOf(facts, rules, on).map((running) =>
      keyed({ ...running, planId: plan.id, bodies: codes }),
    );
  });
  return [...ofBodies, ...ofPlans].toSorted((a, b) => (a.key < b.key ? -1 : 1));
}
