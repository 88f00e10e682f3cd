import type { CivilDate } from '../civil-date.js';
import { add, isZero, subtract, sum } from '../decimal.js';
import type { ObservationFlag, ObservationStatus } from '../observation/events.js';

/** Why a report is left out of a sum although there is one. */
export const leftOutReasons = [
  'WITHOUT_PARTS',
  'INCOMPLETE_OVER_TIME',
  'OTHER_DEFINITION',
] as const;
export type LeftOut = (typeof leftOutReasons)[number];

/** What one body reported, as a rollup needs it. */
export type Fact = {
  readonly status: ObservationStatus;
  readonly value?: string | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  /** Counts by bucket. */
  readonly histogram?: readonly string[] | undefined;
  readonly flags: readonly ObservationFlag[];
  /** Why a number that was reported cannot be put together with others. */
  readonly leftOut?: LeftOut;
  /** True when it first came after the day it was due. */
  readonly isLate?: boolean;
  /** Day by which its latest version was known. */
  readonly knownOn?: CivilDate;
};

/** How much a fact weighs: as how many bodies expected, in which so many persons live. */
export type Weight = { readonly bodies: number; readonly population: number };

/** Exact sums over the bodies expected, kept so that a fact can be taken out again. */
export type Sums = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  /** Counts by bucket; empty when nothing was counted. */
  readonly histogram: readonly string[];
  readonly reporting: number;
  readonly suppressedAtSource: number;
  readonly notApplicable: number;
  readonly withdrawn: number;
  readonly partial: number;
  readonly provisional: number;
  readonly late: number;
  /** How many reports were last known by which day; the least day is that of the oldest. */
  readonly knownOn: Readonly<Record<CivilDate, number>>;
  /** Persons living in the bodies that report. */
  readonly populationReporting: number;
  /** Persons living in the bodies to which the indicator does not apply. */
  readonly populationNotApplicable: number;
};

/** Sums over no facts. */
export const noSums: Sums = {
  value: '0',
  numerator: '0',
  denominator: '0',
  histogram: [],
  reporting: 0,
  suppressedAtSource: 0,
  notApplicable: 0,
  withdrawn: 0,
  partial: 0,
  provisional: 0,
  late: 0,
  knownOn: {},
  populationReporting: 0,
  populationNotApplicable: 0,
};

/** Counts by bucket over all facts that have any; none when all are zero. */
function totalHistogram(counts: readonly (readonly string[])[]): readonly string[] {
  const buckets = Math.max(0, ...counts.map(({ length }) => length));
  const sums = Array.from({ length: buckets }, (_, at) =>
    sum(counts.map((each) => each[at] ?? '0')),
  );
  return sums.every(isZero) ? [] : sums;
}

type Weighed = readonly (readonly [Fact, Weight])[];

const given = (facts: Weighed, part: 'value' | 'numerator' | 'denominator'): readonly string[] =>
  facts.flatMap(([fact]) => fact[part] ?? []);

function countDays(facts: Weighed): Sums['knownOn'] {
  const days = new Map<CivilDate, number>();
  for (const [{ knownOn: day }] of facts)
    if (day !== undefined) days.set(day, (days.get(day) ?? 0) + 1);
  return Object.fromEntries([...days].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Sums over many facts at once: what including one after another comes to, only faster. */
export function totalOf(facts: Weighed): Sums {
  const reports = facts.filter(([{ status }]) => status === 'REPORTED');
  const total = { ...noSums };
  for (const [fact, { bodies, population }] of facts)
    if (fact.status === 'SUPPRESSED_AT_SOURCE') total.suppressedAtSource += bodies;
    else if (fact.status === 'WITHDRAWN') total.withdrawn += bodies;
    else if (fact.status === 'NOT_APPLICABLE') {
      total.notApplicable += bodies;
      total.populationNotApplicable += population;
    }
  for (const [{ flags, isLate }, { bodies, population }] of reports) {
    total.reporting += bodies;
    total.populationReporting += population;
    if (flags.includes('PARTIAL')) total.partial += bodies;
    if (flags.includes('PROVISIONAL')) total.provisional += bodies;
    if (isLate === true) total.late += bodies;
  }
  return {
    ...total,
    value: sum(given(reports, 'value')),
    numerator: sum(given(reports, 'numerator')),
    denominator: sum(given(reports, 'denominator')),
    histogram: totalHistogram(reports.flatMap(([{ histogram }]) => (histogram ? [histogram] : []))),
    knownOn: countDays(reports),
  };
}

/** True for sums over nothing that says anything. */
export const isNothing = (sums: Sums): boolean =>
  sums.reporting + sums.suppressedAtSource + sums.notApplicable + sums.withdrawn === 0;

type Move = { readonly direction: 1 | -1; readonly combine: typeof add };

/** Counts by bucket, moved by those of a fact; none when all of them are zero. */
function moveHistogram(
  before: readonly string[],
  { histogram = [] }: Fact,
  combine: typeof add,
): readonly string[] {
  if (histogram.length === 0) return before;
  const buckets = Math.max(before.length, histogram.length);
  const after = Array.from({ length: buckets }, (_, at) =>
    combine(before[at] ?? '0', histogram[at] ?? '0'),
  );
  return after.every(isZero) ? [] : after;
}

function moveDay(before: Sums['knownOn'], day: CivilDate | undefined, step: number) {
  if (day === undefined) return before;
  const { [day]: standing, ...others } = before;
  const after = (standing ?? 0) + step;
  if (after === 0) return others;
  if (standing !== undefined) return { ...before, [day]: after };
  // In order of day, so that the same facts are the same sums however they came.
  const days = [...Object.entries(before), [day, after] as const];
  return Object.fromEntries(days.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

const move = (
  sums: Sums,
  fact: Fact,
  { bodies, population }: Weight,
  { direction, combine }: Move,
): Sums => {
  const reports = fact.status === 'REPORTED';
  const count = (matches: boolean): number => (matches ? direction * bodies : 0);
  return {
    value: combine(sums.value, (reports ? fact.value : undefined) ?? '0'),
    numerator: combine(sums.numerator, (reports ? fact.numerator : undefined) ?? '0'),
    denominator: combine(sums.denominator, (reports ? fact.denominator : undefined) ?? '0'),
    histogram: reports ? moveHistogram(sums.histogram, fact, combine) : sums.histogram,
    reporting: sums.reporting + count(reports),
    suppressedAtSource: sums.suppressedAtSource + count(fact.status === 'SUPPRESSED_AT_SOURCE'),
    notApplicable: sums.notApplicable + count(fact.status === 'NOT_APPLICABLE'),
    withdrawn: sums.withdrawn + count(fact.status === 'WITHDRAWN'),
    partial: sums.partial + count(reports && fact.flags.includes('PARTIAL')),
    provisional: sums.provisional + count(reports && fact.flags.includes('PROVISIONAL')),
    late: sums.late + count(reports && fact.isLate === true),
    knownOn: reports ? moveDay(sums.knownOn, fact.knownOn, direction) : sums.knownOn,
    populationReporting: sums.populationReporting + (reports ? direction * population : 0),
    populationNotApplicable:
      sums.populationNotApplicable +
      (fact.status === 'NOT_APPLICABLE' ? direction * population : 0),
  };
};

const weightOf = (weight: Weight | number): Weight =>
  typeof weight === 'number' ? { bodies: 1, population: weight } : weight;

/** Sums with one more fact; a number alone weighs one body, in persons. */
export const include = (sums: Sums, fact: Fact, weight: Weight | number): Sums =>
  move(sums, fact, weightOf(weight), { direction: 1, combine: add });

/** Sums without a fact that was included: the exact inverse of `include`. */
export const exclude = (sums: Sums, fact: Fact, weight: Weight | number): Sums =>
  move(sums, fact, weightOf(weight), { direction: -1, combine: subtract });
