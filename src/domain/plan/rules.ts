import { addDays, daysBetween, type CivilDate } from '../civil-date.js';

/** Where a plan stands; it is adopted when every participating body has adopted it. */
export const planStatuses = ['IN_PREPARATION', 'ADOPTED', 'PUBLISHED', 'SUPERSEDED'] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** What the rules need to know of a plan. */
export type PlanFacts = {
  readonly bodies: readonly {
    readonly leftOn?: CivilDate;
    readonly adoption?: { readonly adoptedOn: CivilDate };
  }[];
  readonly publication?: { readonly publishedOn: CivilDate };
  readonly reviews?: readonly { readonly completedOn: CivilDate }[];
  readonly superseded?: { readonly supersededOn: CivilDate };
};

const participating = ({ bodies }: PlanFacts) =>
  bodies.filter(({ leftOn }) => leftOn === undefined);

/** Status of a plan. A body that joins a published plan puts it back in preparation. */
export function planStatus(plan: PlanFacts): PlanStatus {
  if (plan.superseded !== undefined) return 'SUPERSEDED';
  if (participating(plan).some(({ adoption }) => adoption === undefined)) return 'IN_PREPARATION';
  return plan.publication === undefined ? 'ADOPTED' : 'PUBLISHED';
}

/** A statutory rule with a number of days or years, from the day it came into force. */
export type DatedRule = { readonly from: CivilDate; readonly amount: number };

/** Seats an advisory committee must have, from a day on. */
export type CommitteeRule = {
  readonly from: CivilDate;
  readonly seats: readonly {
    /** Code of the scheme `committee-seats`. */
    readonly seat: string;
    /** True when the seat is only required where there is such a service. */
    readonly whereItExists: boolean;
  }[];
};

/** Groups that must be consulted, by their code in `consultation-groups`, from a day on. */
export type ConsultationRule = { readonly from: CivilDate; readonly groups: readonly string[] };

/** What a plan must contain. */
export const contentRequirements = [
  'priority-risk',
  'strategy-per-priority-risk',
  'measurable-outcome-per-priority-risk',
] as const;
export type ContentRequirement = (typeof contentRequirements)[number];

/** What a plan must contain, from a day on. */
export type ContentRule = {
  readonly from: CivilDate;
  readonly requires: readonly ContentRequirement[];
};

/** The dated rules by which clocks run; data, because the law changes. */
export type StatutoryRules = {
  /** Days after adoption within which a plan is published on the Internet. */
  readonly publicationDays: readonly DatedRule[];
  /** Years after adoption within which a plan is reviewed. */
  readonly reviewYears: readonly DatedRule[];
  /** Day by which every obliged body was first to have adopted a plan. */
  readonly firstAdoptionBy: CivilDate;
  /** Seats an advisory committee must have; none without a rule. */
  readonly committeeSeats?: readonly CommitteeRule[];
  /** Groups that must be consulted; none without a rule. */
  readonly consultations?: readonly ConsultationRule[];
  /** What a plan must contain; nothing without a rule. */
  readonly content?: readonly ContentRule[];
};

/** DUE: still to be done; MET; LATE: the day passed; NOT_APPLICABLE: nothing started it yet. */
export const clockStatuses = ['NOT_APPLICABLE', 'DUE', 'MET', 'LATE'] as const;
export type ClockStatus = (typeof clockStatuses)[number];

/** Why a clock does not apply. */
export const clockReasons = [
  'not-adopted',
  'no-rule-in-force',
  'superseded',
  'not-obliged',
  'duty-not-set',
  'covered-through-upper-tier',
] as const;
export type ClockReason = (typeof clockReasons)[number];

/** A statutory clock as it reads on a day. Days are civil days in Toronto. */
export type Clock = {
  readonly code: 'adoption' | 'publication' | 'review';
  readonly dueOn: CivilDate | null;
  readonly status: ClockStatus;
  /** Day on which it was done, in time or late. */
  readonly doneOn: CivilDate | null;
  /** Days between the day it was due and the day it was done, or the day it is read on. */
  readonly daysLate: number | null;
  /** Why it does not apply. */
  readonly reason: ClockReason | null;
};

/** The last rule that had come into force by a day. */
export const inForce = <Rule extends { readonly from: CivilDate }>(
  rules: readonly Rule[],
  on: CivilDate,
): Rule | undefined => rules.findLast(({ from }) => from <= on);

/** A clock that nothing started, and why. */
export const notApplicable = (code: Clock['code'], reason: ClockReason): Clock => ({
  code,
  dueOn: null,
  status: 'NOT_APPLICABLE',
  doneOn: null,
  daysLate: null,
  reason,
});

/** A clock that is due on a day, done or not, as it reads on another. */
export function clock(
  code: Clock['code'],
  dueOn: CivilDate,
  done: CivilDate | undefined,
  on: CivilDate,
): Clock {
  const doneOn = done !== undefined && done <= on ? done : null;
  const late = daysBetween(dueOn, doneOn ?? on);
  const inTime = doneOn === null ? 'DUE' : 'MET';
  return {
    code,
    dueOn,
    status: late > 0 ? 'LATE' : inTime,
    doneOn,
    daysLate: late > 0 ? late : null,
    reason: null,
  };
}

// 29 February plus years that are not leap years is 1 March.
const addYears = (date: CivilDate, years: number): CivilDate =>
  addDays(`${Number(date.slice(0, 4)) + years}-${date.slice(5, 7)}-01`, Number(date.slice(8)) - 1);

/**
 * Day on which the last participating body adopted the plan, as known on another day. The rules
 * in force that day are those a plan is judged by: a later change of the law leaves it alone.
 */
export function adoptedByAllBy(plan: PlanFacts, on: CivilDate): CivilDate | undefined {
  const adoptions = participating(plan).map(({ adoption }) => adoption?.adoptedOn);
  const last = adoptions.includes(undefined) ? undefined : adoptions.toSorted().at(-1);
  return last !== undefined && last <= on ? last : undefined;
}

const lastReviewBy = ({ reviews = [] }: PlanFacts, on: CivilDate): CivilDate | undefined =>
  reviews
    .map(({ completedOn }) => completedOn)
    .filter((day) => day <= on)
    .toSorted()
    .at(-1);

/** Day by which a review is due that counts from an adoption or from the review before. */
function reviewDue(from: CivilDate, { reviewYears }: StatutoryRules): CivilDate | undefined {
  const rule = inForce(reviewYears, from);
  return rule && addYears(from, rule.amount);
}

/**
 * The clocks of a plan as they read on a day. Publication counts from the last adoption of the
 * participating bodies, since only then may the plan be published; the review from there too,
 * or from the last review completed.
 */
export function clocksOf(plan: PlanFacts, rules: StatutoryRules, on: CivilDate): readonly Clock[] {
  const adopted = adoptedByAllBy(plan, on);
  if (adopted === undefined)
    return [notApplicable('publication', 'not-adopted'), notApplicable('review', 'not-adopted')];
  const rule = inForce(rules.publicationDays, adopted);
  const publication = rule
    ? clock('publication', addDays(adopted, rule.amount), plan.publication?.publishedOn, on)
    : notApplicable('publication', 'no-rule-in-force');
  if (plan.superseded !== undefined && plan.superseded.supersededOn <= on)
    return [publication, notApplicable('review', 'superseded')];
  const since = [adopted, lastReviewBy(plan, on) ?? adopted].toSorted().at(-1) ?? adopted;
  const due = reviewDue(since, rules);
  const review = due ? clock('review', due, undefined, on) : undefined;
  return [publication, review ?? notApplicable('review', 'no-rule-in-force')];
}
