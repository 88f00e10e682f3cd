import { z } from 'zod';
import { civilDate } from '../civil-date.js';
import type { EventSchemas } from '../event.js';
import { code, derivedId } from '../identifiers.js';
import { freeText } from '../text.js';

/** Roles that carry a plan (Booklet 3, section 4 and tool 1). */
export const planRoles = ['COORDINATOR', 'CO_COORDINATOR', 'CHAMPION'] as const;
export type PlanRole = (typeof planRoles)[number];

/**
 * Who holds a role or a seat: an organization, an office, or both. The hub keeps no personal
 * information, so there is no field for a name; an office is sealed like any free text, because
 * somebody will type a name into it one day, and then it can be redacted.
 */
const holder = {
  organization: code().optional(),
  office: freeText().optional(),
};

/** How a plan is organized and prepared. These names are storage formats: never renamed. */
export const organizingEvents = {
  PlanRoleAssigned: z.object({
    roleId: derivedId('role'),
    role: z.enum(planRoles),
    ...holder,
    from: civilDate(),
  }),
  PlanRoleEnded: z.object({ roleId: derivedId('role'), endedOn: civilDate(), reason: freeText() }),
  /** One member of the advisory committee may satisfy several requirements at once. */
  CommitteeSeatsFilled: z.object({
    memberId: derivedId('member'),
    /** Codes of the scheme `committee-seats`, in the version named. */
    seats: z.array(code()).min(1),
    listVersion: z.string(),
    ...holder,
    filledOn: civilDate(),
  }),
  CommitteeSeatsVacated: z.object({
    memberId: derivedId('member'),
    seats: z.array(code()).min(1),
    vacatedOn: civilDate(),
    reason: freeText(),
  }),
  /** There is no such service in the community, so a conditional seat stays empty. */
  CommitteeSeatExempted: z.object({ seat: code(), reason: freeText() }),
  ConsultationHeld: z.object({
    consultationId: derivedId('consultation'),
    /** Codes of the scheme `consultation-groups`, in the version named. */
    groups: z.array(code()).min(1),
    listVersion: z.string(),
    heldOn: civilDate(),
    summary: freeText().optional(),
  }),
  /** Whom an identified risk concerns and what shows it; said anew, it replaces what was said. */
  RiskDescribed: z.object({
    riskId: derivedId('risk'),
    /** Codes of the scheme `vulnerable-groups`, in the version named. */
    vulnerableGroups: z.array(code()),
    listVersion: z.string(),
    evidence: freeText().optional(),
  }),
  ProtectiveFactorIdentified: z.object({
    factorId: derivedId('factor'),
    /** Code of the scheme `protective-factors`, in the version named. */
    code: code(),
    listVersion: z.string(),
    /** The identified risks it protects from. */
    risks: z.array(derivedId('risk')),
    narrative: freeText().optional(),
  }),
} as const satisfies EventSchemas;
