import { succeedInPlan } from '../../domain/plan/commands.js';
import type { SucceedOrganizationInput } from '../../domain/organization/commands.js';
import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';

/** More plans than a body ever takes part in. */
const plansMax = 1000;

/**
 * Passes the parts of an organization that ended in plans to its successor. Each plan records it
 * for itself, under the key of the command that ended the organization: where the hub stops
 * halfway a retry does the rest, and until then the findings of a plan say what is missing.
 * @param ended position of the event that ended it: its parts are those it had then, also in a
 * retry, which answers the same
 * @returns the position of the last event; undefined when it ends later or takes part in none
 */
export async function passParts(
  { organization, endedOn, idempotencyKey }: SucceedOrganizationInput,
  ended: number,
  context: RequestContext,
): Promise<number | undefined> {
  if (endedOn > context.today) return undefined;
  const { services, caller, correlationId } = context;
  const { snapshot } = await openReading(undefined, context);
  const then = { position: ended };
  const rows = await snapshot.planRegister({ body: organization }, { limit: plansMax }, then);
  let last: number | undefined;
  for (const { plan: planId, status } of rows) {
    if (status === 'SUPERSEDED') continue;
    const input = { planId, body: organization, effectiveOn: endedOn, idempotencyKey };
    const outcome = await services.execute(succeedInPlan, input, caller, correlationId);
    if (outcome.outcome === 'accepted') last = outcome.position;
  }
  if (last !== undefined) await context.reachOwn(last);
  return last;
}
