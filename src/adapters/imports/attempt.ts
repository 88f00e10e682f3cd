import { actingOrganization, type Caller } from '../../domain/authority.js';
import type { BatchStream } from '../../domain/batch-stream.js';
import type { Surroundings } from '../../domain/command.js';
import type { Refusal } from '../../domain/decision.js';
import {
  correctObservation,
  correctPublishedObservation,
  recordObservation,
  recordPublishedObservation,
} from '../../domain/observation/commands.js';
import { order, type Order } from '../../domain/order.js';
import type { Label } from '../../domain/text.js';
import type { Draft } from './draft.js';

/** The command a draft comes down to: records what is new, corrects what says something else. */
export function attemptOf(
  { indicator, key, content }: Draft,
  comparison: 'new' | 'changed',
  idempotencyKey: string,
  reason: Label,
): Order {
  const { geography, period, categories } = key;
  const input = { idempotencyKey, indicator, period, categories, ...content };
  if (geography.kind === 'AREA') {
    const published = { ...input, area: geography.code };
    if (comparison === 'new') return order(recordPublishedObservation, published);
    return order(correctPublishedObservation, { ...published, reason });
  }
  const observed = { ...input, organization: geography.code };
  if (comparison === 'new') return order(recordObservation, observed);
  return order(correctObservation, { ...observed, reason });
}

/** The real decision on what is recorded now, without writing. Undefined when accepted. */
export async function foresee(
  attempt: Order,
  on: BatchStream,
  around: Surroundings,
  caller: Caller,
): Promise<'denied' | readonly Refusal[] | undefined> {
  const { roles, fold } = attempt;
  const parties = await attempt.parties(around);
  if (actingOrganization(caller, { roles, parties }) === undefined) return 'denied';
  const deciding = await attempt.decide(around);
  if (typeof deciding !== 'function') return deciding.refusals;
  const decision = deciding(on.stateOf(fold), on.events);
  return decision.accepted ? undefined : decision.refusals;
}
