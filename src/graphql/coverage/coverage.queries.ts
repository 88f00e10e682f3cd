import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { coverageOf } from '../../domain/plan/coverage.js';
import type { AsOfInput } from '../as-of.inputs.js';
import { openReading, type Reading } from '../as-of.js';
import { codeLabel } from '../code-list/code-label.js';
import type { RequestContext } from '../context.js';
import { AsOfArg } from '../list.args.js';
import { readWholeRegister } from '../plan/register.load.js';
import type { VisiblePlan } from '../../projections/due/visible-plan.js';
import { readWholePlan } from '../plan/whole-plan.load.js';
import { Coverage } from './coverage.object.js';

/** Every plan the caller may see that no other plan has replaced. */
async function readPlansInForce(reading: Reading): Promise<readonly VisiblePlan[]> {
  const rows = await readWholeRegister({}, reading);
  const inForce = rows.filter(({ status }) => status !== 'SUPERSEDED');
  const plans = await Promise.all(inForce.map(({ plan }) => readWholePlan(plan, reading)));
  return plans.filter((plan) => plan !== undefined);
}

/** Plans seen from all angles. */
@Resolver()
export class CoverageQueries {
  @Query(() => Coverage, {
    nullable: true,
    description:
      'Which risks are met in which area by which sector, and what is missing: of one plan, or ' +
      'without `planId` of the province, superseded plans left out. Null for an unknown plan.',
  })
  async coverage(
    @Arg('planId', () => ID, { nullable: true, description: 'Id of the plan; all without it.' })
    planId: string | null | undefined,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Coverage | null> {
    const reading = await openReading(asOf, context);
    const one = planId == null ? undefined : await readWholePlan(planId, reading);
    if (planId != null && one === undefined) return null;
    const { cells, gaps, ...lacks } = coverageOf(one ? [one] : await readPlansInForce(reading));
    const risk = (code: string) => ({ code, name: codeLabel('risk-factors', code, context) });
    return {
      cells: cells.map((cell) => ({ ...cell, risk: risk(cell.risk) })),
      gaps: gaps.map((gap) => ({ ...gap, risk: risk(gap.risk) })),
      ...lacks,
      asOf: reading.info,
    };
  }
}
