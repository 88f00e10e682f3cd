import { addDays, type CivilDate } from '../civil-date.js';

/** Where a plan stands; it is adopted when every participating body has adopted it. */
export const planStatuses = ['IN_PREPARATION', 'ADOPTED', 'PUBLISHED'] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** What the rules need to know of a plan. */
export type PlanFacts = {
  readonly bodies: readonly {
    readonly leftOn?: CivilDate;
    readonly adoption?: { readonly adoptedOn: CivilDate };
  }[];
  readonly publication?: { readonly publishedOn: CivilDate };
};

const participating = ({ bodies }: PlanFacts) =>
  bodies.filter(({ leftOn }) => leftOn === undefined);

/** Status of a plan. A body that joins a published plan puts it back in preparation. */
export function planStatus(plan: PlanFacts): PlanStatus {
  if (participating(plan).some(({ adoption }) => adoption === undefined)) return 'IN_PREPARATION';
  return plan.publication === undefined ? 'ADOPTED' : 'PUBLISHED';
}

/** A statutory rule with a number of days or years, from the day it came into force. */
export type DatedRule = { readonly from: CivilDate; readonly amount: number };

/** The dated rules by which clocks run; data, because the law changes. */
export type StatutoryRules = {
  /** Days after adoption within which a plan is published on the Internet. */
  readonly publicationDays: readonly DatedRule[];
  /** Years after adoption within which a plan is reviewed. */
  readonly reviewYears: readonly DatedRule[];
  /** Day by which every obliged body was first to have adopted a plan. */
  readonly firstAdoptionBy: CivilDate;
};

/** DUE: still to be done; MET; LATE: the day passed; NOT_APPLICABLE: nothing started it yet. */
export const clockStatuses = ['NOT_APPLICABLE', 'DUE', 'MET', 'LATE'] as const;
export type ClockStatus = (typeof clockStatuses)[number];

/** A statutory clock of a plan. Days are civil days in Toronto. */
export type Clock = {
  readonly code: 'publication' | 'review';
  readonly dueOn: CivilDate | null;
  readonly status: ClockStatus;
};

const inForce = (rules: readonly DatedRule[], on: CivilDate): DatedRule | undefined =>
  rules.findLast(({ from }) => from <= on);

function clock(
  code: Clock['code'],
  dueOn: CivilDate | undefined,
  doneOn: CivilDate | undefined,
  on: CivilDate,
): Clock {
  if (dueOn === undefined) return { code, dueOn: null, status: 'NOT_APPLICABLE' };
  const met = doneOn !== undefined && doneOn <= on;
  if (met) return { code, dueOn, status: doneOn <= dueOn ? 'MET' : 'LATE' };
  return { code, dueOn, status: on <= dueOn ? 'DUE' : 'LATE' };
}

// 29 February plus years that are not leap years is 1 March.
const addYears = (date: CivilDate, years: number): CivilDate =>
  addDays(`${Number(date.slice(0, 4)) + years}-${date.slice(5, 7)}-01`, Number(date.slice(8)) - 1);

/**
 * The clocks of a plan as they read on a day. Publication counts from the last adoption of the
 * participating bodies, since only then may the plan be published.
 */
export function clocksOf(plan: PlanFacts, rules: StatutoryRules, on: CivilDate): readonly Clock[] {
  const adoptions = participating(plan).map(({ adoption }) => adoption?.adoptedOn);
  const last = adoptions.includes(undefined) ? undefined : adoptions.toSorted().at(-1);
  const adopted = last !== undefined && last <= on ? last : undefined;
  const due = (
    dated: readonly DatedRule[],
    after: (date: CivilDate, amount: number) => CivilDate,
  ): CivilDate | undefined => {
    const rule = adopted === undefined ? undefined : inForce(dated, adopted);
    return adopted === undefined || rule === undefined ? undefined : after(adopted, rule.amount);
  };
  const { publicationDays, reviewYears } = rules;
  const publishedOn = plan.publication?.publishedOn;
  return [
    clock('publication', due(publicationDays, addDays), publishedOn, on),
    clock('review', due(reviewYears, addYears), undefined, on),
  ];
}
