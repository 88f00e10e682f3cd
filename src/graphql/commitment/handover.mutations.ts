import { Ctx, Mutation, Resolver } from 'type-graphql';
import { openReading } from '../as-of.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { Refusal } from '../refusal.object.js';
import { readCommitment } from './commitment.load.js';
import { handOver } from './hand-over.js';
import { HandOverCommitmentsInput } from './handover.inputs.js';
import { HandOverCommitmentsPayload } from './handover.payloads.js';

/** What happens to commitments when a partner or a person leaves. */
@Resolver()
export class HandoverMutations {
  @Mutation(() => HandOverCommitmentsPayload, {
    description:
      'Hands over the active commitments of an organization, or those a person answers for. A ' +
      'retry with the same key does what is left and answers with all of it.',
  })
  async handOverCommitments(
    @Input(() => HandOverCommitmentsInput) input: HandOverCommitmentsInput,
    @Ctx() context: RequestContext,
  ): Promise<HandOverCommitmentsPayload> {
    const result = await handOver(input, context);
    const shown = (refusals: readonly ConstructorParameters<typeof Refusal>[0][]) =>
      refusals.map((each) => new Refusal(each));
    const nothing = { commitments: [], notHandedOver: [], position: null };
    if ('refusals' in result) return { ...nothing, refusals: shown(result.refusals) };
    const { accepted, refused, position } = result;
    const notHandedOver = refused.map(({ commitmentId, refusals }) => ({
      commitmentId,
      refusals: shown(refusals),
    }));
    if (accepted.length === 0)
      return {
        ...nothing,
        notHandedOver,
        refusals: shown(refused.flatMap(({ refusals }) => refusals)),
      };
    await context.reachOwn(position);
    const reading = await openReading(undefined, context);
    const commitments = await Promise.all(accepted.map((id) => readCommitment(id, reading)));
    const seen = commitments.filter((commitment) => commitment !== null);
    return { commitments: seen, notHandedOver, position, refusals: [] };
  }
}
