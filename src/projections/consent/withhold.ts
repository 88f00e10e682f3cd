import { textKeysIn } from '../../domain/text.js';
import type { EventBody, StoredEvent } from '../../domain/event.js';
import type { PlanBody, PlanDocument } from '../current-plan/view.js';
import type { WholePlan } from '../read-models.js';

type Codes = ReadonlySet<string>;

/** True for a plan in which none but withheld First Nations take or took part. */
export const isWithheldPlan = ({ bodies }: PlanDocument, withheld: Codes): boolean =>
  withheld.size > 0 && bodies.every(({ body }) => withheld.has(body));

/** A part in a plan without the withheld First Nations that had it before. */
function withoutPredecessors(part: PlanBody, withheld: Codes): PlanBody {
  const { predecessors, adoption } = part;
  if (!predecessors?.some(({ body }) => withheld.has(body))) return part;
  const { council, ...adopted } = adoption ?? {};
  const isShown = council !== undefined && !withheld.has(council);
  return {
    ...part,
    predecessors: predecessors.filter(({ body }) => !withheld.has(body)),
    ...(adoption && { adoption: isShown ? adoption : (adopted as typeof adoption) }),
  };
}

/** The document of a plan without what concerns withheld First Nations. */
export function withholdFromDocument(plan: PlanDocument, withheld: Codes): PlanDocument {
  if (withheld.size === 0) return plan;
  const isBody = ({ body }: { readonly body: string }) => !withheld.has(body);
  const isHolder = ({ organization }: { readonly organization?: string | undefined }) =>
    organization === undefined || !withheld.has(organization);
  return {
    ...plan,
    bodies: plan.bodies.filter(isBody).map((part) => withoutPredecessors(part, withheld)),
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

const holderIn = (body: EventBody): unknown => body['roleId'] ?? body['memberId'];

/** The earlier events of a stream that another is about, by what it names. */
function targetsOf({ type, data, revision }: StoredEvent, history: readonly StoredEvent[]) {
  const earlier = (isMeant: (each: StoredEvent) => boolean) =>
    history.filter((each) => each.revision < revision && isMeant(each));
  if (type === 'DecisionRecordedInError')
    return earlier((each) => each.revision === data['revision']);
  if (type === 'TextRedacted') {
    const keys = new Set(data['keys'] as readonly string[]);
    return earlier((each) => textKeysIn(each.data).some((key) => keys.has(key)));
  }
  const holder = holderIn(data);
  return holder === undefined ? [] : earlier((each) => holderIn(each.data) === holder);
}

/**
 * True for an event that a withheld First Nation recorded or that is about it alone, and for one
 * about such an event: a mark of it, the end of a role it had, a text taken out of it.
 * @param history the events of its stream
 */
export function isWithheldEvent(
  event: StoredEvent,
  history: readonly StoredEvent[],
  withheld: Codes,
): boolean {
  if (concerns(event, withheld)) return true;
  return targetsOf(event, history).some((each) => isWithheldEvent(each, history, withheld));
}

function concerns({ data, metadata }: StoredEvent, withheld: Codes): boolean {
  const { body, successor, partner, organization, bodies } = data;
  const named: readonly unknown[] = [metadata.actingFor, body, successor, partner, organization];
  if (named.some((code) => typeof code === 'string' && withheld.has(code))) return true;
  return Array.isArray(bodies) && bodies.every((code) => withheld.has(code as string));
}

/** True for a commitment that a withheld First Nation undertook or was handed at any time. */
export const isWithheldStream = (events: readonly StoredEvent[], withheld: Codes): boolean =>
  events.some(({ data }) => withheld.has(data['partner'] as string));
