import { torontoDate } from '../../domain/civil-date.js';
import type { ConsentLevel } from '../../domain/consent/events.js';
import type { ConsentSubject } from '../../domain/consent/in-force.js';
import type { Geography } from '../../domain/identifiers.js';
import type { OrganizationRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { mayReadFirstNation } from '../authorization.js';
import { perPast } from '../per-past.js';

/** What of First Nations a caller may be shown now; every other body is always visible. */
export type Visibility = {
  /** True when what a body has to do with a subject may be shown under its name. */
  isShown(body: string, subject: ConsentSubject): boolean;
  /** True when a number may be shown under the name of its body; areas are always shown. */
  showsNumber(place: Geography, indicator: string): boolean;
  /** Codes of the First Nations whose numbers may not count in sums. */
  leftOut(indicator: string): readonly string[];
  /** Codes of the First Nations whose numbers may not be shown under their names. */
  hidden(indicator: string): readonly string[];
  /** Codes of the First Nations whose part in plans may not be shown. */
  readonly withheldFromPlans: ReadonlySet<string>;
  /** Tags that an answer depends on which shows or hides something. */
  readonly tags: readonly string[];
};

const everything: Visibility = {
  isShown: () => true,
  showsNumber: () => true,
  leftOut: () => [],
  hidden: () => [],
  withheldFromPlans: new Set(),
  tags: ['organizations'],
};

// The read models hand out one roster until it changes.
const firstNationsOf = new WeakMap<ReadonlyMap<string, OrganizationRow>, readonly string[]>();

function firstNationsIn(roster: ReadonlyMap<string, OrganizationRow>): readonly string[] {
  const known = firstNationsOf.get(roster);
  if (known !== undefined) return known;
  const codes = [...roster.values()]
    .filter(({ kind }) => kind === 'FIRST_NATION')
    .map(({ code }) => code);
  firstNationsOf.set(roster, codes);
  return codes;
}

/**
 * What may be shown to the caller of First Nations. Roster and consents are those of now, never
 * of the past that is read: consent holds now or not at all.
 */
const visibilityOf = perPast(async ({ snapshot, context }): Promise<Visibility> => {
  const now = { position: snapshot.position };
  const firstNations = new Set(firstNationsIn(await snapshot.organizations(now)));
  if (firstNations.size === 0) return everything;
  const consents = await snapshot.consents();
  const today = torontoDate(context.services.now());
  const may = (body: string, subject: ConsentSubject, level: ConsentLevel): boolean =>
    !firstNations.has(body) ||
    mayReadFirstNation(context.caller, body, consents.get(body) ?? [], { subject, level, today });
  const refusing = (indicator: string, level: ConsentLevel): readonly string[] =>
    [...firstNations].filter((code) => !may(code, { kind: 'NUMBERS', indicator }, level));
  const runsOut = [...consents.values()].flat().some(({ until }) => until !== undefined);
  const isWithheld = (body: string): boolean => !may(body, { kind: 'PLANS' }, 'IDENTIFIED');
  return {
    isShown: (body, subject) => may(body, subject, 'IDENTIFIED'),
    showsNumber: ({ kind, code }, indicator) =>
      kind === 'AREA' || may(code, { kind: 'NUMBERS', indicator }, 'IDENTIFIED'),
    leftOut: (indicator) => refusing(indicator, 'AGGREGATED'),
    hidden: (indicator) => refusing(indicator, 'IDENTIFIED'),
    withheldFromPlans: new Set([...firstNations].filter(isWithheld)),
    tags: ['organizations', 'consents', ...(runsOut ? [`day:${context.today}`] : [])],
  };
});

/** What may be shown of First Nations; an answer depends on their consents. */
export async function readVisibility(reading: Reading): Promise<Visibility> {
  const visibility = await visibilityOf(reading);
  for (const tag of visibility.tags) reading.context.tags.add(tag);
  return visibility;
}
