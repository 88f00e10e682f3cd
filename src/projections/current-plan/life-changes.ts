import { change, type Changes } from './change.js';
import type { PlanDocument, PlanRevision } from './view.js';

/** A plan of which nothing but its opening is known. */
export const emptyLife = {
  roles: [],
  committee: [],
  exemptedSeats: [],
  consultations: [],
  protectiveFactors: [],
  planners: [],
  interimSubmissions: [],
  effectReports: [],
  reviews: [],
  revisions: [],
} satisfies Partial<PlanDocument>;

const withId =
  (id: string) =>
  (entry: { readonly id: string }): boolean =>
    entry.id === id;

/** What a revision put an end to: the adoptions and the publication before it. */
const editionBefore = ({ bodies, publication }: PlanDocument) => ({
  adoptions: bodies.flatMap(({ body, leftOn, adoption }) =>
    adoption && leftOn === undefined ? [{ body, ...adoption }] : [],
  ),
  ...(publication && { publication }),
});

function revised(plan: PlanDocument, revision: PlanRevision): PlanDocument {
  const { publication, ...rest } = { ...plan, revisions: [...plan.revisions, revision] };
  if (!revision.readoption) return publication ? { ...rest, publication } : rest;
  const bodies = plan.bodies.map(({ adoption, ...part }) =>
    part.leftOn !== undefined && adoption ? { ...part, adoption } : part,
  );
  return { ...rest, bodies };
}

/** How a plan document follows from its organization, preparation, reviews and end. */
export const lifeChanges: Changes<PlanDocument> = {
  PlanRoleAssigned: (plan, { roleId, ...role }) => ({
    ...plan,
    roles: [...plan.roles, { id: roleId, ...role }],
  }),
  PlanRoleEnded: (plan, { roleId, endedOn }) => ({
    ...plan,
    roles: change(plan.roles, withId(roleId), (role) => ({ ...role, endedOn })),
  }),
  CommitteeSeatsFilled: (plan, { memberId, seats, listVersion: _, ...member }) => ({
    ...plan,
    committee: [
      ...plan.committee,
      { id: memberId, ...member, seats: seats.map((seat) => ({ seat })) },
    ],
  }),
  CommitteeSeatsVacated: (plan, { memberId, seats, vacatedOn }) => ({
    ...plan,
    committee: change(plan.committee, withId(memberId), (member) => ({
      ...member,
      seats: change(
        member.seats,
        ({ seat, vacatedOn: before }) => before === undefined && seats.includes(seat),
        ({ seat }) => ({ seat, vacatedOn }),
      ),
    })),
  }),
  CommitteeSeatExempted: (plan, { seat }) => ({
    ...plan,
    exemptedSeats: [...plan.exemptedSeats, seat],
  }),
  ConsultationHeld: (plan, { consultationId, listVersion: _, ...consultation }) => ({
    ...plan,
    consultations: [...plan.consultations, { id: consultationId, ...consultation }],
  }),
  RiskDescribed: (plan, { riskId, vulnerableGroups, evidence }) => ({
    ...plan,
    risks: change(plan.risks, withId(riskId), ({ evidence: _, ...risk }) => ({
      ...risk,
      vulnerableGroups,
      ...(evidence && { evidence }),
    })),
  }),
  ProtectiveFactorIdentified: (plan, { factorId, listVersion: _, ...factor }) => ({
    ...plan,
    protectiveFactors: [...plan.protectiveFactors, { id: factorId, ...factor }],
  }),
  PlannerAppointed: (plan, planner) => ({ ...plan, planners: [...plan.planners, planner] }),
  InterimSubmissionFiled: (plan, submission) => ({
    ...plan,
    interimSubmissions: [...plan.interimSubmissions, submission],
  }),
  EffectReportPublished: (plan, report) => ({
    ...plan,
    effectReports: [...plan.effectReports, report],
  }),
  ReviewCompleted: (plan, review) => ({ ...plan, reviews: [...plan.reviews, review] }),
  PlanRevised: (plan, data) =>
    revised(plan, {
      ...data,
      ...(data.readoption ? editionBefore(plan) : { adoptions: [] }),
    }),
  PlanSuperseded: (plan, superseded) => ({ ...plan, superseded }),
};
