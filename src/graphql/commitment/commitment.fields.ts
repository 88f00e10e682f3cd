import { FieldResolver, Resolver, Root } from 'type-graphql';
import { readPlan } from '../plan/plan.load.js';
import { Plan } from '../plan/plan.object.js';
import { Commitment } from './commitment.object.js';

/** Fields of a commitment that are read from elsewhere. */
@Resolver(() => Commitment)
export class CommitmentFields {
  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The plan it belongs to; null when its opening stands recorded in error.',
  })
  plan(@Root() { planId, reading }: Commitment): Promise<Plan | null> {
    return readPlan(planId, reading);
  }
}
