import { checkDate } from '../calendar-rules.js';
import type { CivilDate } from '../civil-date.js';
import { accept, refuse, type Refusal } from '../decision.js';
import { checkText, firstRefusal } from '../text-rules.js';
import { plainText, type Label } from '../text.js';
import { inPlan } from './in-plan.js';
import type { PlanRole } from './organizing-events.js';

/** Who holds a role or a seat: an organization, an office, or both; never a person's name. */
export type Holder = {
  readonly organization?: string | undefined;
  readonly office?: Label | undefined;
};

function checkHolder({ organization, office }: Holder): readonly Refusal[] {
  if (office !== undefined) return checkText(office, 'input.office', 300);
  return organization === undefined ? refuse('holder-required', 'input.organization').refusals : [];
}

/** A holder as events keep it. */
export const holderBody = ({ organization, office }: Holder) => ({
  ...(organization !== undefined && { organization }),
  ...(office && { office: plainText(office) }),
});

const repeatedAt = (codes: readonly string[]): number =>
  codes.findIndex((code, at) => codes.indexOf(code) < at);

/** Gives a role of the plan to an organization or office; several may hold one. */
export const assignPlanRole = (
  details: Holder & {
    readonly roleId: string;
    readonly role: PlanRole;
    readonly from: CivilDate;
    readonly today: CivilDate;
  },
) =>
  inPlan(() => {
    const { roleId, role, from, today } = details;
    return (
      firstRefusal(checkHolder(details), checkDate(from, 'input.from', today)) ??
      accept({ type: 'PlanRoleAssigned', data: { roleId, role, ...holderBody(details), from } })
    );
  });

/** Ends the holding of a role. */
export const endPlanRole = (details: {
  readonly roleId: string;
  readonly endedOn: CivilDate;
  readonly reason: Label;
  readonly today: CivilDate;
}) =>
  inPlan((open) => {
    const { roleId, endedOn, reason, today } = details;
    const refusal = firstRefusal(
      checkDate(endedOn, 'input.endedOn', today),
      checkText(reason, 'input.reason'),
    );
    if (refusal) return refusal;
    if (!open.roles.has(roleId)) return refuse('role-unknown', 'input.roleId');
    return accept({ type: 'PlanRoleEnded', data: { roleId, endedOn, reason: plainText(reason) } });
  });

/** A member takes one or several seats of the advisory committee. */
export const fillCommitteeSeats = (
  details: Holder & {
    readonly memberId: string;
    readonly seats: readonly string[];
    readonly listVersion: string;
    readonly filledOn: CivilDate;
    readonly today: CivilDate;
  },
) =>
  inPlan(() => {
    const { memberId, seats, listVersion, filledOn, today } = details;
    if (seats.length === 0) return refuse('seats-required', 'input.seats');
    const repeated = repeatedAt(seats);
    if (repeated >= 0)
      return refuse('seat-already-held', `input.seats.${repeated}`, {
        seat: seats[repeated] ?? '',
      });
    const refusal = firstRefusal(
      checkHolder(details),
      checkDate(filledOn, 'input.filledOn', today),
    );
    if (refusal) return refusal;
    const data = { memberId, seats: [...seats], listVersion, ...holderBody(details), filledOn };
    return accept({ type: 'CommitteeSeatsFilled', data });
  });

/** A member gives up seats it holds; it may keep others. */
export const vacateCommitteeSeats = (details: {
  readonly memberId: string;
  readonly seats: readonly string[];
  readonly vacatedOn: CivilDate;
  readonly reason: Label;
  readonly today: CivilDate;
}) =>
  inPlan((open) => {
    const { memberId, seats, vacatedOn, reason, today } = details;
    if (seats.length === 0) return refuse('seats-required', 'input.seats');
    const refusal = firstRefusal(
      checkDate(vacatedOn, 'input.vacatedOn', today),
      checkText(reason, 'input.reason'),
    );
    if (refusal) return refusal;
    const held = open.members.get(memberId) ?? [];
    const missing = seats.findIndex((seat, at) => !held.includes(seat) || seats.indexOf(seat) < at);
    if (missing >= 0)
      return refuse('seat-not-held', `input.seats.${missing}`, { seat: seats[missing] ?? '' });
    const data = { memberId, seats: [...seats], vacatedOn, reason: plainText(reason) };
    return accept({ type: 'CommitteeSeatsVacated', data });
  });

/** Says that a conditional seat stays empty because the community has no such service. */
export const exemptCommitteeSeat = (details: { readonly seat: string; readonly reason: Label }) =>
  inPlan((open) => {
    const { seat, reason } = details;
    const refusal = firstRefusal(checkText(reason, 'input.reason'));
    if (refusal) return refusal;
    if (open.exemptedSeats.has(seat)) return accept();
    return accept({ type: 'CommitteeSeatExempted', data: { seat, reason: plainText(reason) } });
  });

/** Records that groups were consulted. */
export const recordConsultation = (details: {
  readonly consultationId: string;
  readonly groups: readonly string[];
  readonly listVersion: string;
  readonly heldOn: CivilDate;
  readonly summary?: Label | undefined;
  readonly today: CivilDate;
}) =>
  inPlan(() => {
    const { consultationId, groups, listVersion, heldOn, summary, today } = details;
    if (groups.length === 0) return refuse('groups-required', 'input.groups');
    const refusal = firstRefusal(
      checkDate(heldOn, 'input.heldOn', today),
      summary ? checkText(summary, 'input.summary') : [],
    );
    if (refusal) return refusal;
    const said = summary && { summary: plainText(summary) };
    const consulted = { consultationId, groups: [...new Set(groups)], listVersion, heldOn };
    return accept({ type: 'ConsultationHeld', data: { ...consulted, ...said } });
  });

/** Says whom a risk concerns and what shows it. */
export const describeRisk = (details: {
  readonly riskId: string;
  readonly vulnerableGroups: readonly string[];
  readonly listVersion: string;
  readonly evidence?: Label | undefined;
}) =>
  inPlan((open) => {
    const { riskId, vulnerableGroups, listVersion, evidence } = details;
    const refusal = firstRefusal(evidence ? checkText(evidence, 'input.evidence') : []);
    if (refusal) return refusal;
    if (!open.risks.has(riskId)) return refuse('risk-unknown', 'input.riskId');
    const said = evidence && { evidence: plainText(evidence) };
    const groups = [...new Set(vulnerableGroups)];
    const data = { riskId, vulnerableGroups: groups, listVersion, ...said };
    return accept({ type: 'RiskDescribed', data });
  });

/** Identifies something that protects the community from identified risks. */
export const identifyProtectiveFactor = (details: {
  readonly factorId: string;
  readonly code: string;
  readonly listVersion: string;
  readonly risks: readonly string[];
  readonly narrative?: Label | undefined;
}) =>
  inPlan((open) => {
    const { factorId, code, listVersion, risks, narrative } = details;
    const refusal = firstRefusal(narrative ? checkText(narrative, 'input.narrative') : []);
    if (refusal) return refusal;
    if (open.factors.has(code)) return refuse('factor-already-identified', 'input.code', { code });
    const unknown = risks.findIndex((risk) => !open.risks.has(risk));
    if (unknown >= 0) return refuse('risk-unknown', `input.risks.${unknown}`);
    const said = narrative && { narrative: plainText(narrative) };
    const data = { factorId, code, listVersion, risks: [...new Set(risks)], ...said };
    return accept({ type: 'ProtectiveFactorIdentified', data });
  });
