import { addDays, type CivilDate } from '../../../domain/civil-date.js';
import type { CommitmentRules } from '../../../domain/commitment/standing.js';
import { inForce, type StatutoryRules } from '../../../domain/plan/rules.js';
import type { Language } from '../../../domain/text.js';
import { withheldFrom, type Reader } from '../../../projections/consent/withheld-from.js';
import type { DueItem } from '../../../projections/due/due-item.js';
import { deadlinesForAll, everyReport } from '../../../projections/due/reports-shown.js';
import type { OrganizationRow } from '../../../projections/roster/view.js';
import type { Words } from '../../words.js';
import type { ReadDue } from '../last-due.js';
import type { Desk, Letter } from './event-notice.js';

/** Days before something is due from which a digest names it, where no rule says so. */
const dueSoonDaysDefault = 30;
/** Things a digest names one by one. */
const namedMax = 100;

const headings: Readonly<
  Record<Language, { readonly late: string; readonly soon: string; more(count: number): string }>
> = {
  en: { late: 'Overdue', soon: 'Due soon', more: (count) => `… and ${count} more.` },
  fr: { late: 'En retard', soon: 'À venir', more: (count) => `… et ${count} de plus.` },
};

const subjects: Readonly<Record<Language, (name: string, late: number, soon: number) => string>> = {
  en: (name, late, soon) => `${name}: ${late} overdue, ${soon} due soon`,
  fr: (name, late, soon) => `${name}\u00a0: ${late} en retard, ${soon} à venir`,
};

const lineOf = ({ what, title, dueOn }: DueItem, { language, date, text }: Words): string =>
  [`- ${date(dueOn)}`, what[language], ...(title ? [text(title).slice(0, 200)] : [])].join(' – ');

function section(heading: string, items: readonly DueItem[], words: Words): readonly string[] {
  if (items.length === 0) return [];
  const more = items.length - namedMax;
  return [
    heading,
    ...items.slice(0, namedMax).map((item) => lineOf(item, words)),
    ...(more > 0 ? [headings[words.language].more(more)] : []),
    '',
  ];
}

/**
 * What is overdue and due soon for an organization, as somebody there may see it.
 * @returns undefined when there is nothing
 */
export async function writeDigest(
  organization: string,
  reader: Reader,
  rules: StatutoryRules & CommitmentRules,
  on: CivilDate,
  organizations: ReadonlyMap<string, OrganizationRow>,
  { snapshot, words, readDue }: Desk & { readonly readDue: ReadDue },
): Promise<Letter | undefined> {
  const asOf = { position: snapshot.position };
  const consents = await snapshot.consents();
  const withheld = withheldFrom(reader, organizations, consents, on);
  const isMember = reader.role !== 'public' && reader.role !== 'researcher';
  // Whatever is not the organization's own is left out below.
  const reports = isMember ? everyReport : deadlinesForAll(organizations, consents, on);
  const touch = () => undefined;
  const items = await readDue({ snapshot, asOf, withheld, reports, rules, on, touch });
  const days = inForce(rules.dueSoonDays ?? [], on)?.amount ?? dueSoonDaysDefault;
  const own = items.filter((item) => item.organizations.includes(organization));
  const late = own.filter(({ state }) => state === 'LATE');
  const soon = own.filter(({ state, dueOn }) => state === 'OPEN' && dueOn <= addDays(on, days));
  if (late.length + soon.length === 0) return undefined;
  const { language } = words;
  const name = words.organization(organization);
  return {
    subject: subjects[language](name, late.length, soon.length),
    lines: [
      ...section(headings[language].late, late, words),
      ...section(headings[language].soon, soon, words),
    ],
  };
}
