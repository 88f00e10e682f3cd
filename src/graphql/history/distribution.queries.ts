import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import { binsMax } from '../../domain/indicator/distribution.js';
import type { Tier } from '../../domain/organization/events.js';
import { openReading } from '../as-of.js';
import { CodedError } from '../coded-error.js';
import type { RequestContext } from '../context.js';
import { enums } from '../enums.js';
import { isYetToCome, readQuestion } from '../outcome/question.js';
import { NumberArgs } from './number.args.js';
import { readDistribution } from './distribution.js';
import { OutcomeDistribution } from './distribution.object.js';

/** Arguments of `outcomeDistribution`. */
@ArgsType()
class DistributionArgs extends NumberArgs {
  @Field(() => enums.Tier, { nullable: true, description: 'Only bodies of this tier.' })
  readonly tier?: Tier | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many bins the histogram has, 1 to ${binsMax}; by Sturges' rule without it.`,
  })
  readonly bins?: number | null;
}

/** How numbers are distributed. */
@Resolver()
export class DistributionQueries {
  @Query(() => OutcomeDistribution, {
    nullable: true,
    description:
      'How the values of the bodies expected are distributed: quartiles and a histogram of ' +
      'numbers, counts of an ordinal scale. Of values that are not released, to those who may ' +
      'read them all.',
  })
  async outcomeDistribution(
    @Args(() => DistributionArgs) { asOf, tier, bins, ...named }: DistributionArgs,
    @Ctx() context: RequestContext,
  ): Promise<OutcomeDistribution | null> {
    if (bins != null && (bins < 1 || bins > binsMax)) throw new CodedError('bins-out-of-range');
    const reading = await openReading(asOf, context);
    if (await isYetToCome(named.indicator, reading)) return null;
    const question = await readQuestion(named, reading);
    return readDistribution(question, tier ?? null, bins ?? undefined, reading);
  }
}
