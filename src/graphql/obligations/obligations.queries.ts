import { Ctx, Query, Resolver } from 'type-graphql';
import type { PlanDocument } from '../../projections/current-plan/view.js';
import type { AsOfInput } from '../as-of.inputs.js';
import { dayToReadOn, openReading, type Reading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { AsOfArg, OnArg } from '../list.args.js';
import { readWholeRegister } from '../plan/register.load.js';
import { readWholePlan } from '../plan/whole-plan.load.js';
import { readOrganizations } from '../roster.js';
import { countObligations } from './obligations.js';
import { Obligations } from './obligations.object.js';

async function readPlans(reading: Reading): Promise<readonly PlanDocument[]> {
  const rows = await readWholeRegister({}, reading);
  const plans = await Promise.all(rows.map(({ plan }) => readWholePlan(plan, reading)));
  return plans.flatMap((whole) => whole?.facts ?? []);
}

/** The duty to plan, province-wide. */
@Resolver()
export class ObligationQueries {
  @Query(() => Obligations, {
    nullable: true,
    description: 'How the organizations of the province stand with their duty to plan.',
  })
  async obligations(
    @AsOfArg() asOf: AsOfInput | undefined,
    @OnArg('Day to count on')
    on: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Obligations> {
    const reading = await openReading(asOf, context);
    const [organizations, plans] = await Promise.all([
      readOrganizations(reading),
      readPlans(reading),
    ]);
    const { rules } = context.services;
    const day = dayToReadOn(reading, on);
    const counts = countObligations([...organizations.values()], plans, rules, day);
    return { ...counts, asOf: reading.info };
  }
}
