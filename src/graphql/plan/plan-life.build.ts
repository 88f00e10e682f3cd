import type { PlanDocument, PlanHolder } from '../../projections/current-plan/view.js';
import type { FreeText } from '../../domain/text.js';
import type { Reading } from '../as-of.js';
import { codeLabel } from '../code-list/code-label.js';
import { once } from '../once.js';
import { buildOrganization } from '../organization/organization.build.js';
import type { Roster } from '../roster.js';
import { freeTextOf } from '../text.build.js';
import type { Plan } from './plan.object.js';

/** The parts of a plan beside risks, strategies and adoption. */
export type PlanLife = Pick<
  Plan,
  | 'roles'
  | 'committee'
  | 'exemptedSeats'
  | 'consultations'
  | 'protectiveFactors'
  | 'planners'
  | 'interimSubmissions'
  | 'effectReports'
  | 'reviews'
  | 'revisions'
  | 'supersededBy'
>;

type Sources = { readonly roster: Roster; readonly reading: Reading };

const textOf = (text: FreeText | undefined, { reading }: Sources) =>
  text ? freeTextOf(text, reading.context) : null;

const holderOf = ({ organization, office }: PlanHolder, sources: Sources) => ({
  organization: organization ? buildOrganization(organization, sources.roster.organizations) : null,
  office: textOf(office, sources),
});

const bodyOf = ({ body }: { readonly body: string }, { roster }: Sources) =>
  buildOrganization(body, roster.organizations);

const rolesOf = (plan: PlanDocument, sources: Sources) =>
  plan.roles.map(({ id, role, from, endedOn = null, ...holder }) => ({
    id,
    role,
    from,
    endedOn,
    ...holderOf(holder, sources),
  }));

const committeeOf = (plan: PlanDocument, sources: Sources) =>
  plan.committee.map(({ id, filledOn, seats, ...holder }) => ({
    id,
    filledOn,
    ...holderOf(holder, sources),
    seats: seats.map(({ seat, vacatedOn = null }) => ({
      seat,
      vacatedOn,
      name: codeLabel('committee-seats', seat, sources.reading.context),
    })),
  }));

/** How a plan was organized and prepared, out of its document. */
const preparationOf = (plan: PlanDocument, sources: Sources) => ({
  roles: rolesOf(plan, sources),
  committee: committeeOf(plan, sources),
  exemptedSeats: plan.exemptedSeats,
  consultations: plan.consultations.map(({ id, groups, heldOn, summary }) => ({
    id,
    groups,
    heldOn,
    summary: textOf(summary, sources),
    groupNames: groups.map((group) =>
      codeLabel('consultation-groups', group, sources.reading.context),
    ),
  })),
  protectiveFactors: plan.protectiveFactors.map(({ id, code, risks, narrative }) => ({
    id,
    code,
    name: codeLabel('protective-factors', code, sources.reading.context),
    riskIds: risks,
    narrative: textOf(narrative, sources),
  })),
});

/** How it was reviewed and replaced, and what else came of it. */
const lifeOf = (plan: PlanDocument, sources: Sources): PlanLife => ({
  ...preparationOf(plan, sources),
  planners: plan.planners.map((planner) => ({
    body: bodyOf(planner, sources),
    appointedOn: planner.appointedOn,
    ...holderOf(planner, sources),
  })),
  interimSubmissions: plan.interimSubmissions.map((submission) => ({
    body: bodyOf(submission, sources),
    filedOn: submission.filedOn,
    note: textOf(submission.note, sources),
  })),
  effectReports: plan.effectReports,
  reviews: plan.reviews.map((review) => ({ ...review, note: textOf(review.note, sources) })),
  revisions: plan.revisions.map(({ revisedOn, readoption, summary, adoptions }) => ({
    revisedOn,
    readoption,
    summary: freeTextOf(summary, sources.reading.context),
    adoptionsEnded: adoptions.length,
  })),
  supersededBy: plan.superseded ?? null,
});

const parts = [
  'roles',
  'committee',
  'exemptedSeats',
  'consultations',
  'protectiveFactors',
  'planners',
  'interimSubmissions',
  'effectReports',
  'reviews',
  'revisions',
  'supersededBy',
] as const satisfies readonly (keyof PlanLife)[];

/** Defines those parts on a plan as properties that are built together, when one is read. */
export function withLife<Built extends object>(
  built: Built,
  plan: PlanDocument,
  roster: Roster,
  reading: Reading,
): Built & PlanLife {
  const life = once(() => lifeOf(plan, { roster, reading }));
  for (const part of parts)
    Object.defineProperty(built, part, { enumerable: true, get: () => life()[part] });
  return built as Built & PlanLife;
}
