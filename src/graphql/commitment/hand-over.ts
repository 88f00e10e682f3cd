import type { Outcome } from '../../domain/command-handler.js';
import {
  handOverCommitment,
  handOverResponsibility,
} from '../../domain/commitment/tracking-commands.js';
import { refuse, type Refusal } from '../../domain/decision.js';
import { isNodeId } from '../../domain/identifiers.js';
import type { Label } from '../../domain/text.js';
import type { CommitmentDocument } from '../../projections/current-plan/view.js';
import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { denied } from '../denied.js';
import type { Given } from '../execute.js';
import { readCommitments } from './commitments.load.js';
import { handoverMax, type HandOverCommitmentsInput } from './handover.inputs.js';

/** From whom to whom, once an input has named one pair and not both. */
type Handover =
  | { readonly from: string; readonly partner: string }
  | {
      readonly fromPerson: string;
      readonly person?: string | undefined;
      readonly position?: Label | undefined;
    };

/** What became of each commitment. */
export type HandedOver = {
  readonly accepted: readonly string[];
  readonly refused: readonly {
    readonly commitmentId: string;
    readonly refusals: readonly Refusal[];
  }[];
  /** Position of the last event that was written for it; 0 for none. */
  readonly position: number;
};

const labelOf = ({ en, fr }: Given<Label>): Label => ({
  ...(en != null && { en }),
  ...(fr != null && { fr }),
});

/** The pair an input names; undefined when it names none, or two. */
function handoverOf(input: HandOverCommitmentsInput): Handover | undefined {
  const { fromPartner, fromPerson, partner, person, position } = input;
  const isOfPerson = fromPerson != null || person != null || position != null;
  if (fromPartner != null && partner != null)
    return isOfPerson ? undefined : { from: fromPartner, partner };
  if (fromPartner != null || partner != null || fromPerson == null) return undefined;
  if (person == null && position == null) return undefined;
  return {
    fromPerson,
    ...(person != null && { person }),
    ...(position != null && { position: labelOf(position) }),
  };
}

const isHeld = (handover: Handover, { status, partner, responsible }: CommitmentDocument) =>
  status === 'ACTIVE' &&
  ('from' in handover ? partner === handover.from : responsible?.person === handover.fromPerson);

/** True for one that may have been handed over by this command, which is then being retried. */
const wasHeld = (handover: Handover, { handovers, responsible }: CommitmentDocument) =>
  'from' in handover
    ? handovers.at(-1)?.from === handover.from && handovers.at(-1)?.to === handover.partner
    : responsible?.before === handover.fromPerson;

async function candidatesOf(
  handover: Handover,
  { planId, commitmentIds }: HandOverCommitmentsInput,
  context: RequestContext,
): Promise<{ readonly held: readonly string[]; readonly before: readonly string[] }> {
  if (commitmentIds != null) return { held: [...new Set(commitmentIds)], before: [] };
  const all = await readCommitments(planId, await openReading(undefined, context));
  const those = (which: typeof isHeld) =>
    all.flatMap(({ commitment }) => (which(handover, commitment) ? [commitment.id] : []));
  return { held: those(isHeld), before: those(wasHeld) };
}

function giveOne(
  handover: Handover,
  commitmentId: string,
  input: HandOverCommitmentsInput,
  { services, caller, correlationId }: RequestContext,
): Promise<Outcome> | Outcome {
  if (!isNodeId('commitment', commitmentId))
    return { outcome: 'refused', ...refuse('commitment-unknown', 'input.commitmentIds') };
  const { idempotencyKey, effectiveOn } = input;
  const dated = { ...(effectiveOn != null && { effectiveOn }) };
  const one = { idempotencyKey, ...dated, commitmentId, reason: labelOf(input.reason) };
  if ('from' in handover)
    return services.execute(handOverCommitment, { ...one, ...handover }, caller, correlationId);
  const { fromPerson: from, ...responsible } = handover;
  const given = { ...one, from, ...responsible };
  return services.execute(handOverResponsibility, given, caller, correlationId);
}

const notPermitted = refuse('handover-not-permitted', 'input.commitmentIds').refusals;
const refusedAltogether = (
  ...why: Parameters<typeof refuse>
): { readonly refusals: readonly Refusal[] } => refuse(...why);

/**
 * Hands commitments over, each by a command of its own under the same key, so that a retry finds
 * what was done and does the rest.
 * @throws CodedError when the caller may hand over none of them
 */
export async function handOver(
  input: HandOverCommitmentsInput,
  context: RequestContext,
): Promise<HandedOver | { readonly refusals: readonly Refusal[] }> {
  if (!handOverCommitment.roles.includes(context.caller.role)) throw denied(context);
  const handover = handoverOf(input);
  if (handover === undefined) return refusedAltogether('handover-ambiguous', 'input.fromPartner');
  const { held, before } = await candidatesOf(handover, input, context);
  const every = [...new Set([...held, ...before])];
  if (every.length === 0) return refusedAltogether('nothing-to-hand-over', 'input.fromPartner');
  if (held.length > handoverMax)
    return refusedAltogether('handover-too-large', 'input.planId', { max: handoverMax });
  const outcomes = await Promise.all(
    every.map(async (id) => ({ id, ...(await giveOne(handover, id, input, context)) })),
  );
  const isHeldNow = new Set(held);
  const given = outcomes.filter((each) => each.outcome === 'accepted' || isHeldNow.has(each.id));
  if (given.length === 0) return refusedAltogether('nothing-to-hand-over', 'input.fromPartner');
  if (given.every(({ outcome }) => outcome === 'denied')) throw denied(context);
  return {
    accepted: given.flatMap(({ id, outcome }) => (outcome === 'accepted' ? [id] : [])),
    refused: given.flatMap((each) =>
      each.outcome === 'accepted'
        ? []
        : {
            commitmentId: each.id,
            refusals: each.outcome === 'denied' ? notPermitted : each.refusals,
          },
    ),
    position: Math.max(0, ...given.map((each) => ('position' in each ? each.position : 0))),
  };
}
