import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { PlanFilter } from '../../projections/read-models.js';
import type { AsOfInput } from '../as-of.inputs.js';
import { openReading } from '../as-of.js';
import { connectionOf, countedConnectionType, type CountedConnection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { AsOfArg } from '../list.args.js';
import { openPage } from '../page.js';
import { PlansArgs, type PlanFilterInput } from './plan.args.js';
import { readPlan } from './plan.load.js';
import { Plan } from './plan.object.js';
import { readRegister } from './register.load.js';

const PlanConnection = countedConnectionType('Plan', () => Plan, 'plans');

const wanted = ({ status, body }: PlanFilterInput): PlanFilter => ({
  ...(status != null && { status }),
  ...(body != null && { body }),
});

/** Plans, one or many. */
@Resolver()
export class PlanQueries {
  @Query(() => Plan, {
    nullable: true,
    description: 'A plan; null when there was none by then, or its opening is in error.',
  })
  async plan(
    @Arg('id', () => ID, { description: 'Id of the plan.' }) id: string,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Plan | null> {
    return readPlan(id, await openReading(asOf, context));
  }

  @Query(() => PlanConnection, { nullable: true, description: 'The provincial register of plans.' })
  async plans(
    @Args(() => PlansArgs) args: PlansArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<Plan>> {
    const page = await openPage('plans', args, context);
    const filter = wanted(args.filter ?? {});
    const { rows, totalCount } = await readRegister(filter, page);
    const plans = await Promise.all(rows.map(({ plan }) => readPlan(plan, page.reading)));
    const known = plans.filter((plan) => plan !== null);
    return {
      ...connectionOf(
        page,
        known,
        ({ id }) => id,
        (plan) => plan,
      ),
      totalCount,
    };
  }
}
