import type { CivilDate } from '../../domain/civil-date.js';
import { findingsOf, type Finding, type FindingCode } from '../../domain/plan/requirements.js';
import type { Language } from '../../domain/text.js';
import type { OrganizationRow } from '../../projections/roster/view.js';
import type { Reading } from '../as-of.js';
import { codeLabel } from '../code-list/code-label.js';
import { buildOrganization } from '../organization/organization.build.js';
import { readOrganizations, type Roster } from '../roster.js';
import { labelText, openText } from '../text.build.js';
import type { PlanFinding } from './plan-review.object.js';
import type { VisiblePlan } from '../../projections/due/visible-plan.js';

type Saying = Readonly<Record<Language, (subject: string) => string>>;

/** What a finding says, and the code list that names its subject. */
const sayings: Readonly<Record<FindingCode, Saying & { readonly scheme?: string }>> = {
  'seat-vacant': {
    scheme: 'committee-seats',
    en: (seat) => `The advisory committee has nobody in this seat: ${seat}.`,
    fr: (seat) => `Personne n'occupe ce siège du comité consultatif\u00a0: ${seat}.`,
  },
  'seat-undecided': {
    scheme: 'committee-seats',
    en: (seat) =>
      `This seat is empty, and it is not recorded that there is no such service: ${seat}.`,
    fr: (seat) =>
      `Ce siège est vacant, et rien n'indique que le service n'existe pas\u00a0: ${seat}.`,
  },
  'consultation-missing': {
    scheme: 'consultation-groups',
    en: (group) => `This group was not consulted: ${group}.`,
    fr: (group) => `Ce groupe n'a pas été consulté\u00a0: ${group}.`,
  },
  'priority-risk-missing': {
    en: () => 'No risk is prioritized.',
    fr: () => "Aucun risque n'est priorisé.",
  },
  'strategy-missing': {
    scheme: 'risk-factors',
    en: (risk) => `No strategy is to reduce this priority risk: ${risk}.`,
    fr: (risk) => `Aucune stratégie ne vise à réduire ce risque prioritaire\u00a0: ${risk}.`,
  },
  'measurable-outcome-missing': {
    scheme: 'risk-factors',
    en: (risk) => `No measurable outcome shows an effect on this priority risk: ${risk}.`,
    fr: (risk) =>
      `Aucun résultat mesurable ne montre d'effet sur ce risque prioritaire\u00a0: ${risk}.`,
  },
  'area-not-covered': {
    scheme: 'planning-areas',
    en: (area) => `No strategy is in this planning area: ${area}.`,
    fr: (area) => `Aucune stratégie ne relève de ce domaine de planification\u00a0: ${area}.`,
  },
  'mostly-incident-response': {
    en: () => 'Most strategies are in incident response; most should come before incidents.',
    fr: () =>
      "La plupart des stratégies relèvent de l'intervention en cas d'incident; la plupart " +
      'devraient prévenir les incidents.',
  },
  'body-ended': {
    en: (body) => `${body} no longer exists. Record that its part passed to its successor.`,
    fr: (body) => `${body} n'existe plus. Consignez que sa part est passée à son successeur.`,
  },
  'french-text-missing': {
    en: () => 'The title of the plan is not given in French.',
    fr: () => "Le titre du plan n'est pas donné en français.",
  },
};

// Areas have names of their own in the code list.
const codeOfSubject = ({ code, subject }: Finding, { plan }: VisiblePlan): string => {
  if (subject === null) return '';
  if (code === 'area-not-covered') return subject.toLowerCase().replaceAll('_', '-');
  return plan.risks.find(({ id }) => id === subject)?.code ?? subject;
};

function isWithoutFrench({ plan }: VisiblePlan, { context }: Reading): boolean {
  const title = openText(plan.title, context);
  return title !== undefined && title.fr === undefined;
}

/** Bodies that take part by the record of the plan and had ended by the day. */
function endedBodies(
  { plan }: VisiblePlan,
  organizations: Roster['organizations'],
  on: CivilDate,
): readonly OrganizationRow[] {
  const taking = plan.bodies.filter(({ leftOn }) => leftOn === undefined);
  return [...new Set(taking.map(({ body }) => body))]
    .flatMap((body) => organizations.get(body) ?? [])
    .filter(({ endedOn }) => endedOn !== undefined && endedOn <= on);
}

/** What a plan lacks on a day, in sentences of both languages. */
export async function readFindings(
  whole: VisiblePlan,
  reading: Reading,
  on: CivilDate,
): Promise<readonly PlanFinding[]> {
  const { context } = reading;
  const organizations = await readOrganizations(reading);
  const found: Finding[] = [...findingsOf(whole.facts, whole.measures, context.services.rules, on)];
  if (isWithoutFrench(whole, reading))
    found.push({ code: 'french-text-missing', severity: 'WARNING', subject: null });
  for (const { code } of endedBodies(whole, organizations, on))
    found.push({ code: 'body-ended', severity: 'WARNING', subject: code });
  return found.map((finding) => {
    const { code, subject } = finding;
    const { scheme, en, fr } = sayings[code];
    const name =
      code === 'body-ended'
        ? buildOrganization(subject ?? '', organizations).name
        : scheme && codeLabel(scheme, codeOfSubject(finding, whole), context);
    const message = labelText({
      en: en(name ? (name.en ?? name.fr ?? '') : ''),
      fr: fr(name ? (name.fr ?? name.en ?? '') : ''),
    });
    return { ...finding, message };
  });
}
