import type { PlanRole } from '../../domain/plan/organizing-events.js';
import type { FreeText } from '../../domain/text.js';
import { english, french, type Names, type Sentences } from './sentence.js';

type Holder = {
  readonly organization?: string | undefined;
  readonly office?: FreeText | undefined;
};

const roles: Readonly<Record<PlanRole, { readonly en: string; readonly fr: string }>> = {
  COORDINATOR: { en: 'coordinator', fr: 'de la coordination' },
  CO_COORDINATOR: { en: 'co-coordinator', fr: 'de la coordination adjointe' },
  CHAMPION: { en: 'champion', fr: 'du rôle de champion ou de championne' },
};

/** Who holds a role or a seat: “Manager of social planning” (Hamilton). */
export const holderEn = ({ organization, office }: Holder, names: Names): string => {
  const body = organization && names.organization(organization);
  if (!office) return body ?? '';
  const quoted = english.quote(names.text(office));
  return body ? `${quoted} (${body})` : quoted;
};

/** The same in French. */
export const holderFr = ({ organization, office }: Holder, names: Names): string => {
  const body = organization && names.organization(organization);
  if (!office) return body ?? '';
  const quoted = french.quote(names.text(office));
  return body ? `${quoted} (${body})` : quoted;
};

const codes = (scheme: string, list: readonly string[], { code }: Names): readonly string[] =>
  list.map((each) => code(scheme, each));

const seatsEn = (seats: readonly string[], names: Names): string =>
  english.list(codes('committee-seats', seats, names).map(english.quote));
const seatsFr = (seats: readonly string[], names: Names): string =>
  french.list(codes('committee-seats', seats, names).map(french.quote));

/** How a plan was organized and prepared, in words. */
export const organizingSentences = {
  PlanRoleAssigned: {
    en: (data, names) =>
      `${holderEn(data, names)} became ${roles[data.role].en} of the plan ` +
      `on ${names.date(data.from)}.`,
    fr: (data, names) =>
      `${holderFr(data, names)} est responsable ${roles[data.role].fr} du plan ` +
      `depuis le ${names.date(data.from)}.`,
  },
  PlanRoleEnded: {
    en: ({ roleId, endedOn, reason }, names) =>
      `${names.holder(roleId)} gave up its role in the plan on ${names.date(endedOn)}; ` +
      `${english.reason(reason, names)}.`,
    fr: ({ roleId, endedOn, reason }, names) =>
      `${names.holder(roleId)} a quitté son rôle dans le plan le ${names.date(endedOn)}; ` +
      `${french.reason(reason, names)}.`,
  },
  CommitteeSeatsFilled: {
    en: (data, names) =>
      `${holderEn(data, names)} joined the advisory committee on ${names.date(data.filledOn)}, ` +
      `for ${seatsEn(data.seats, names)}.`,
    fr: (data, names) =>
      `${holderFr(data, names)} siège au comité consultatif depuis le ` +
      `${names.date(data.filledOn)}, au titre suivant\u00a0: ${seatsFr(data.seats, names)}.`,
  },
  CommitteeSeatsVacated: {
    en: ({ memberId, seats, vacatedOn, reason }, names) =>
      `${names.holder(memberId)} left seats of the advisory committee on ` +
      `${names.date(vacatedOn)}: ${seatsEn(seats, names)}; ${english.reason(reason, names)}.`,
    fr: ({ memberId, seats, vacatedOn, reason }, names) =>
      `${names.holder(memberId)} a quitté des sièges du comité consultatif le ` +
      `${names.date(vacatedOn)}\u00a0: ${seatsFr(seats, names)}; ${french.reason(reason, names)}.`,
  },
  CommitteeSeatExempted: {
    en: ({ seat, reason }, names) =>
      `The committee seat ${seatsEn([seat], names)} stays empty because there is no such ` +
      `service; ${english.reason(reason, names)}.`,
    fr: ({ seat, reason }, names) =>
      `Le siège ${seatsFr([seat], names)} du comité reste vacant faute d'un tel service; ` +
      `${french.reason(reason, names)}.`,
  },
  ConsultationHeld: {
    en: ({ groups, heldOn }, names) =>
      `On ${names.date(heldOn)}, these were consulted: ` +
      `${english.list(codes('consultation-groups', groups, names).map(english.quote))}.`,
    fr: ({ groups, heldOn }, names) =>
      `Le ${names.date(heldOn)}, une consultation a été tenue auprès de\u00a0: ` +
      `${french.list(codes('consultation-groups', groups, names).map(french.quote))}.`,
  },
  RiskDescribed: {
    en({ riskId, vulnerableGroups, evidence }, names) {
      const risk = english.quote(names.identifiedRisk(riskId));
      const groups = english.list(codes('vulnerable-groups', vulnerableGroups, names));
      const whom = vulnerableGroups.length === 0 ? '' : ` as concerning ${groups}`;
      const shown = evidence ? `; evidence: ${english.quote(names.text(evidence))}` : '';
      return `The risk ${risk} was described${whom}${shown}.`;
    },
    fr({ riskId, vulnerableGroups, evidence }, names) {
      const risk = french.quote(names.identifiedRisk(riskId));
      const groups = french.list(codes('vulnerable-groups', vulnerableGroups, names));
      const whom = vulnerableGroups.length === 0 ? '' : ` (groupes touchés\u00a0: ${groups})`;
      const shown = evidence ? `; données\u00a0: ${french.quote(names.text(evidence))}` : '';
      return `Le risque ${risk} a été décrit${whom}${shown}.`;
    },
  },
  ProtectiveFactorIdentified: {
    en: ({ code }, names) =>
      `The protective factor ${english.quote(names.code('protective-factors', code))} ` +
      'was identified.',
    fr: ({ code }, names) =>
      `Le facteur de protection ${french.quote(names.code('protective-factors', code))} ` +
      'a été cerné.',
  },
} satisfies Partial<Sentences>;
