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

/** What is to become of a draft. Plain data, for it goes from one thread to another. */
export type Attempt = Pick<Draft, 'indicator' | 'key' | 'content'> & {
  /** What is new is recorded, what says something else is corrected. */
  readonly comparison: 'new' | 'changed';
  readonly idempotencyKey: string;
  /** Why what is recorded is corrected. */
  readonly reason: Label;
};

/** The command that an attempt comes down to. */
export function orderOf(attempt: Attempt): Order {
  const { indicator, key, content, comparison, idempotencyKey, reason } = attempt;
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

/** Whether a caller may give a command at all. */
export async function mayGive(ordered: Order, around: Surroundings, caller: Caller) {
  const parties = await ordered.parties(around);
  return actingOrganization(caller, { roles: ordered.roles, parties }) !== undefined;
}

/** The real decision on what is recorded now, without writing. Undefined when accepted. */
export async function foresee(
  ordered: Order,
  on: BatchStream,
  around: Surroundings,
): Promise<readonly Refusal[] | undefined> {
  const deciding = await ordered.decide(around);
  if (typeof deciding !== 'function') return deciding.refusals;
  const decision = deciding(on.stateOf(ordered.fold), on.events);
  return decision.accepted ? undefined : decision.refusals;
}
