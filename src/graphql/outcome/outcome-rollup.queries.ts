import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { readPlace } from './named-place.js';
import { OutcomeBreakdownArgs, OutcomeRollupArgs } from './outcome.args.js';
import { readBreakdown } from './breakdown.js';
import { OutcomeBreakdown } from './breakdown.object.js';
import { buildOutcomeRollup } from './outcome-rollup.build.js';
import { OutcomeRollup } from './outcome-rollup.object.js';
import { isYetToCome, readQuestion } from './question.js';
import { putTogether } from './rollup.js';

/** Numbers put together for the province and any place in it. */
@Resolver()
export class OutcomeRollupQueries {
  @Query(() => OutcomeRollup, {
    nullable: true,
    description:
      'A number put together for the province, a census division, a municipality or the bodies ' +
      'of a plan, with the rule and what became of every body: in or out, and why.',
  })
  async outcomeRollup(
    @Args(() => OutcomeRollupArgs) { asOf, ...named }: OutcomeRollupArgs,
    @Ctx() context: RequestContext,
  ): Promise<OutcomeRollup | null> {
    const reading = await openReading(asOf, context);
    if (await isYetToCome(named.indicator, reading)) return null;
    const question = await readQuestion(named, reading);
    const found = await readPlace(named, reading);
    if (found === undefined) return null;
    const put = await putTogether(question, found.place, reading);
    return buildOutcomeRollup(put, found.shown, question, reading);
  }

  @Query(() => OutcomeBreakdown, {
    nullable: true,
    description:
      'The same number broken down by one code list, and whether its parts add up to the total.',
  })
  async outcomeBreakdown(
    @Args(() => OutcomeBreakdownArgs) { asOf, dimension, ...named }: OutcomeBreakdownArgs,
    @Ctx() context: RequestContext,
  ): Promise<OutcomeBreakdown | null> {
    const reading = await openReading(asOf, context);
    if (await isYetToCome(named.indicator, reading)) return null;
    const question = await readQuestion(named, reading);
    const found = await readPlace(named, reading);
    return found === undefined ? null : readBreakdown(question, dimension, found, reading);
  }
}
