import { addDays, daysBetween, type CivilDate } from '../civil-date.js';
import { inForce, type DatedRule } from '../plan/rules.js';
import type { Outlook } from './tracking-events.js';

/** The dated rules by which commitments are followed; data, because practice changes. */
export type CommitmentRules = {
  /** Days without a report after which a commitment is stale; never without a rule. */
  readonly staleDays?: readonly DatedRule[];
  /** Days before it is due from which something is said to be due soon. */
  readonly dueSoonDays?: readonly DatedRule[];
};

/** How a commitment stands on a day. */
export const standings = [
  'ON_TRACK',
  'AT_RISK',
  'STALE',
  'LATE',
  'FULFILLED',
  'WITHDRAWN',
] as const;
export type StandingStatus = (typeof standings)[number];

/** Why a commitment does not simply stand on track. */
export const standingReasons = [
  'past-due',
  'no-report',
  'declared-at-risk',
  'milestone-missed',
] as const;
export type StandingReason = (typeof standingReasons)[number];

/** What the rules need to know of a commitment. */
export type CommitmentFacts = {
  readonly madeOn: CivilDate;
  readonly dueOn?: CivilDate | undefined;
  readonly fulfilledOn?: CivilDate;
  readonly withdrawnOn?: CivilDate;
  readonly progress: readonly { readonly reportedOn: CivilDate }[];
  readonly declarations: readonly {
    readonly outlook: Outlook;
    readonly declaredOn: CivilDate;
  }[];
  readonly milestones: readonly {
    readonly dueOn: CivilDate;
    readonly reachedOn?: CivilDate;
    readonly droppedOn?: CivilDate;
  }[];
};

/** How a commitment stands on a day of the calendar in Toronto, and why. */
export type Standing = {
  readonly status: StandingStatus;
  readonly reason: StandingReason | null;
  /** Days from the day it was due to the day it was fulfilled, or the day it is read on. */
  readonly daysLate: number | null;
  /** Last day something was heard of it: a report, a declared status, or its making. */
  readonly lastHeardOn: CivilDate;
  readonly daysSinceHeard: number;
  /** Last day on which it is not yet stale; null where no rule is in force, or it is closed. */
  readonly staleAfter: CivilDate | null;
};

const by = (day: CivilDate | undefined, on: CivilDate): boolean => day !== undefined && day <= on;

/** True for a milestone whose day passed before it was reached or dropped. */
const isMissed =
  (on: CivilDate) =>
  ({ dueOn, reachedOn, droppedOn }: CommitmentFacts['milestones'][number]): boolean =>
    dueOn < on && !by(reachedOn, on) && !by(droppedOn, on);

function lastHeardOf({ madeOn, progress, declarations }: CommitmentFacts, on: CivilDate) {
  const days = [
    madeOn,
    ...progress.map(({ reportedOn }) => reportedOn),
    ...declarations.map(({ declaredOn }) => declaredOn),
  ];
  return days.filter((day) => day <= on).reduce((a, b) => (a > b ? a : b), madeOn);
}

/** Why it is not on track: what the calendar says comes before what its partner says. */
function reasonOf(
  facts: CommitmentFacts,
  staleAfter: CivilDate | null,
  on: CivilDate,
): StandingReason | null {
  if (facts.dueOn !== undefined && facts.dueOn < on) return 'past-due';
  if (staleAfter !== null && staleAfter < on) return 'no-report';
  const declared = facts.declarations.findLast(({ declaredOn }) => declaredOn <= on);
  if (declared?.outlook === 'AT_RISK') return 'declared-at-risk';
  return facts.milestones.some(isMissed(on)) ? 'milestone-missed' : null;
}

const statusOf: Readonly<Record<StandingReason, StandingStatus>> = {
  'past-due': 'LATE',
  'no-report': 'STALE',
  'declared-at-risk': 'AT_RISK',
  'milestone-missed': 'AT_RISK',
};

/**
 * How a commitment stands on a day, by the rules in force on that day. A commitment is late from
 * the day after it was due, and stale once the days of the rule passed without a word of it.
 */
export function standingOf(
  facts: CommitmentFacts,
  { staleDays = [] }: CommitmentRules,
  on: CivilDate,
): Standing {
  const { dueOn, fulfilledOn, withdrawnOn } = facts;
  const lastHeardOn = lastHeardOf(facts, on);
  const daysSinceHeard = Math.max(0, daysBetween(lastHeardOn, on));
  const heard = { lastHeardOn, daysSinceHeard };
  if (by(withdrawnOn, on))
    return { status: 'WITHDRAWN', reason: null, daysLate: null, ...heard, staleAfter: null };
  const isFulfilled = by(fulfilledOn, on);
  const late = dueOn === undefined ? 0 : daysBetween(dueOn, isFulfilled ? (fulfilledOn ?? on) : on);
  const daysLate = late > 0 ? late : null;
  if (isFulfilled)
    return { status: 'FULFILLED', reason: null, daysLate, ...heard, staleAfter: null };
  const rule = inForce(staleDays, on);
  const staleAfter = rule ? addDays(lastHeardOn, rule.amount) : null;
  const reason = reasonOf(facts, staleAfter, on);
  const status = reason === null ? 'ON_TRACK' : statusOf[reason];
  return { status, reason, daysLate, ...heard, staleAfter };
}
