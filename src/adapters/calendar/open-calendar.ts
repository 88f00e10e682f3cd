import { hash } from 'node:crypto';
import { publicCaller } from '../../domain/authority.js';
import { addDays, torontoDate, type CivilDate } from '../../domain/civil-date.js';
import type { CommitmentRules } from '../../domain/commitment/standing.js';
import { isCode, isNodeId } from '../../domain/identifiers.js';
import type { StatutoryRules } from '../../domain/plan/rules.js';
import type { TextKeys } from '../../domain/text-keys.js';
import type { Language } from '../../domain/text.js';
import { withheldFrom } from '../../projections/consent/withheld-from.js';
import type { DueItem } from '../../projections/due/due-item.js';
import { readDue } from '../../projections/due/due.js';
import { deadlinesForAll } from '../../projections/due/reports-shown.js';
import { visiblePlan } from '../../projections/due/visible-plan.js';
import type { ReadModels, Snapshot } from '../../projections/read-models.js';
import type { OrganizationRow } from '../../projections/roster/view.js';
import { wordsIn, type Words } from '../words.js';
import { calendarFile } from './calendar-file.js';

/** Whose calendar is wanted. */
export type CalendarSubject =
  | { readonly kind: 'organization'; readonly code: string }
  | { readonly kind: 'plan'; readonly id: string };

/** A calendar, and the hash of what it says. */
export type CalendarAnswer = { readonly text: string; readonly digest: string };

/** Makes calendars of what is due, as the public may see it. */
export type Calendar = {
  /** @returns undefined for an organization or plan that is unknown or not shown */
  read(subject: CalendarSubject, language: Language): Promise<CalendarAnswer | undefined>;
};

/** What a calendar is made of. */
export type CalendarPorts = {
  readonly readModels: Pick<ReadModels, 'snapshot'>;
  readonly keys: Pick<TextKeys, 'open'>;
  readonly rules: StatutoryRules & CommitmentRules;
  /** Instant, ISO 8601 in UTC. */
  readonly now: () => string;
};

/** What was done or given up stays in a calendar for a year. */
const daysKept = 366;

const isKept =
  (today: CivilDate) =>
  ({ state, dueOn }: DueItem): boolean =>
    state === 'OPEN' || state === 'LATE' || dueOn >= addDays(today, -daysKept);

type Roster = ReadonlyMap<string, OrganizationRow>;

/** Name of the calendar; undefined when its subject is not there for the public. */
async function nameOf(
  subject: CalendarSubject,
  snapshot: Snapshot,
  organizations: Roster,
  withheld: ReadonlySet<string>,
  words: Words,
): Promise<string | undefined> {
  if (subject.kind === 'organization') {
    const { code } = subject;
    const isShown = isCode(code) && organizations.has(code) && !withheld.has(code);
    return isShown ? words.organization(code) : undefined;
  }
  if (!isNodeId('plan', subject.id)) return undefined;
  const whole = await snapshot.plan(subject.id, { position: snapshot.position });
  const plan = whole && visiblePlan(whole, withheld);
  return plan && words.text(plan.plan.title);
}

const concerns =
  (subject: CalendarSubject) =>
  ({ organizations, planId }: DueItem): boolean =>
    subject.kind === 'plan' ? planId === subject.id : organizations.includes(subject.code);

async function readCalendar(
  { keys, rules, now }: CalendarPorts,
  snapshot: Snapshot,
  subject: CalendarSubject,
  language: Language,
): Promise<CalendarAnswer | undefined> {
  const asOf = { position: snapshot.position };
  const on = torontoDate(now());
  const [organizations, consents, recordedAt] = await Promise.all([
    snapshot.organizations(asOf),
    snapshot.consents(),
    snapshot.recordedAt(asOf.position),
  ]);
  const withheld = withheldFrom(publicCaller, organizations, consents, on);
  const words = wordsIn(language, organizations, keys);
  const name = await nameOf(subject, snapshot, organizations, withheld, words);
  if (name === undefined) return undefined;
  const reports = deadlinesForAll(organizations, consents, on);
  const touch = () => undefined;
  const all = await readDue({ snapshot, asOf, withheld, reports, rules, on, touch });
  const items = all.filter(concerns(subject)).filter(isKept(on));
  const stamp = recordedAt ?? now();
  const text = calendarFile({ name, items, words, stamp });
  const said = calendarFile({ name, items, words, stamp: '2000-01-01T00:00:00Z' });
  return { text, digest: hash('sha256', said, 'base64url') };
}

/** Opens the calendars over the views. */
export const openCalendar = (ports: CalendarPorts): Calendar => ({
  async read(subject, language) {
    const snapshot = await ports.readModels.snapshot();
    try {
      return await readCalendar(ports, snapshot, subject, language);
    } finally {
      snapshot.release();
    }
  },
});
