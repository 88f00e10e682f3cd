import type { StoredEvent } from '../../domain/event.js';
import type { PlanDocument } from '../current-plan/view.js';
import type { WholePlan } from '../read-models.js';

type Codes = ReadonlySet<string>;

/** True for a plan in which none but withheld First Nations take or took part. */
export const isWithheldPlan = ({ bodies }: PlanDocument, withheld: Codes): boolean =>
  withheld.size > 0 && bodies.every(({ body }) => withheld.has(body));

/** The document of a plan without what concerns withheld First Nations. */
export function withholdFromDocument(plan: PlanDocument, withheld: Codes): PlanDocument {
  if (withheld.size === 0) return plan;
  const isBody = ({ body }: { readonly body: string }) => !withheld.has(body);
  const isHolder = ({ organization }: { readonly organization?: string | undefined }) =>
    organization === undefined || !withheld.has(organization);
  return {
    ...plan,
    bodies: plan.bodies.filter(isBody),
    roles: plan.roles.filter(isHolder),
    committee: plan.committee.filter(isHolder),
    planners: plan.planners.filter((planner) => isBody(planner) && isHolder(planner)),
    interimSubmissions: plan.interimSubmissions.filter(isBody),
    revisions: plan.revisions.map((revision) => ({
      ...revision,
      adoptions: revision.adoptions.filter(isBody),
    })),
  };
}

/** A plan and what belongs to it without what concerns withheld First Nations. */
export const withholdFromPlan = (whole: WholePlan, withheld: Codes): WholePlan => ({
  plan: withholdFromDocument(whole.plan, withheld),
  commitments: whole.commitments.filter(({ partner }) => !withheld.has(partner)),
  measures: whole.measures,
});

/** True for an event that a withheld First Nation recorded or that is about it alone. */
export function isWithheldEvent({ data, metadata }: StoredEvent, withheld: Codes): boolean {
  const { body, partner, organization, bodies } = data;
  const named = [metadata.actingFor, body, partner, organization] as readonly unknown[];
  if (named.some((code) => typeof code === 'string' && withheld.has(code))) return true;
  return Array.isArray(bodies) && bodies.every((code) => withheld.has(code as string));
}

/** True for a commitment that a withheld First Nation undertook or was handed at any time. */
export const isWithheldStream = (events: readonly StoredEvent[], withheld: Codes): boolean =>
  events.some(({ data }) => withheld.has(data['partner'] as string));
