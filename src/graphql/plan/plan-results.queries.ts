import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { AsOfInput } from '../as-of.inputs.js';
import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { AsOfArg } from '../list.args.js';
import { readPlan } from './plan.load.js';
import { PlanResults } from './plan-results.object.js';

/** The results page of a plan. */
@Resolver()
export class PlanResultsQueries {
  @Query(() => [PlanResults], {
    nullable: true,
    description:
      'The measures of a plan by risk, in order of priority; a risk that nothing measures is ' +
      'there too. Null for an unknown plan.',
  })
  async planResults(
    @Arg('planId', () => ID, { description: 'Id of the plan.' }) planId: string,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<readonly PlanResults[] | null> {
    const plan = await readPlan(planId, await openReading(asOf, context));
    if (plan === null) return null;
    const { risks } = plan;
    const measures = plan.everyMeasure().filter(({ retired }) => !retired);
    const known = new Set(risks.map(({ id }) => id));
    const rest = measures.filter(({ riskId }) => riskId === null || !known.has(riskId));
    const byRisk = risks.map((risk) => ({
      risk,
      measures: measures.filter(({ riskId }) => riskId === risk.id),
    }));
    return rest.length === 0 ? byRisk : [...byRisk, { risk: null, measures: rest }];
  }
}
