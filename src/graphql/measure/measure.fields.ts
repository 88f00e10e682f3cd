import { FieldResolver, Resolver, Root } from 'type-graphql';
import { readPlan } from '../plan/plan.load.js';
import { Plan } from '../plan/plan.object.js';
import { Measure } from './measure.object.js';

/** Fields of a measure that are read from elsewhere. */
@Resolver(() => Measure)
export class MeasureFields {
  @FieldResolver(() => Plan, {
    nullable: true,
    description: 'The plan it belongs to; null when its opening stands recorded in error.',
  })
  plan(@Root() { planId, reading }: Measure): Promise<Plan | null> {
    return readPlan(planId, reading);
  }
}
