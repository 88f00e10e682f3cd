import { FieldResolver, Resolver, Root } from 'type-graphql';
import { standingOf } from '../../domain/commitment/standing.js';
import { dayToReadOn } from '../as-of.js';
import { readPlan } from '../plan/plan.load.js';
import { Plan } from '../plan/plan.object.js';
import { OnArg } from '../list.args.js';
import { CommitmentStanding } from './commitment-standing.object.js';
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

  @FieldResolver(() => CommitmentStanding, {
    description: 'How it stands on a day, by the rules in force on that day.',
  })
  standing(
    @Root() { facts, reading }: Commitment,
    @OnArg('Day to read it on')
    on?: string | null,
  ): CommitmentStanding {
    return standingOf(facts, reading.context.services.rules, dayToReadOn(reading, on));
  }
}
