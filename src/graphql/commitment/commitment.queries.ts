import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { AsOfInput } from '../as-of.inputs.js';
import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { AsOfArg } from '../list.args.js';
import { readCommitment } from './commitment.load.js';
import { Commitment } from './commitment.object.js';

/** Commitments, one by one; lists are read through their plan. */
@Resolver()
export class CommitmentQueries {
  @Query(() => Commitment, { nullable: true, description: 'A commitment; null if unknown.' })
  async commitment(
    @Arg('id', () => ID, { description: 'Id of the commitment.' }) id: string,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Commitment | null> {
    return readCommitment(id, await openReading(asOf, context));
  }
}
