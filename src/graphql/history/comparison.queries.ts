import { Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { openReading, type Reading } from '../as-of.js';
import { CodedError } from '../coded-error.js';
import type { RequestContext } from '../context.js';
import { enums } from '../enums.js';
import { buildIndicator } from '../indicator/indicator.build.js';
import { isYetToCome, readQuestion } from '../outcome/question.js';
import { readOrganizations } from '../roster.js';
import { readComparison } from './comparison.js';
import { OutcomeComparison } from './comparison.object.js';
import { NumberArgs } from './number.args.js';
import type { PeerGroup } from './peers.js';

/** Most bodies that are put side by side. */
const bodiesMax = 20;

/** Arguments of `compareOutcomes`. */
@ArgsType()
class ComparisonArgs extends NumberArgs {
  @Field(() => [ID], { description: `Codes of the bodies, 1 to ${bodiesMax}.` })
  readonly organizations!: string[];

  @Field(() => enums.PeerGroup, {
    nullable: true,
    description: 'Also put the first body beside those like it.',
  })
  readonly peers?: PeerGroup | null;
}

/** Throws unless the codes are a few of registered bodies. */
async function checkBodies(codes: readonly string[], reading: Reading): Promise<void> {
  if (codes.length < 1 || codes.length > bodiesMax || new Set(codes).size < codes.length)
    throw new CodedError('bodies-out-of-range');
  const organizations = await readOrganizations(reading);
  if (!codes.every((code) => organizations.has(code))) throw new CodedError('organization-unknown');
}

/** Bodies side by side. */
@Resolver()
export class ComparisonQueries {
  @Query(() => OutcomeComparison, {
    nullable: true,
    description:
      'Bodies side by side: beside each other, the province, their own past and the peers of the ' +
      'first. Values that are not released are told to those who may read them.',
  })
  async compareOutcomes(
    @Args(() => ComparisonArgs) { asOf, organizations, peers, ...named }: ComparisonArgs,
    @Ctx() context: RequestContext,
  ): Promise<OutcomeComparison | null> {
    const reading = await openReading(asOf, context);
    if (await isYetToCome(named.indicator, reading)) return null;
    const question = await readQuestion(named, reading);
    await checkBodies(organizations, reading);
    const { indicator, period, categories } = question;
    return {
      indicator: buildIndicator(indicator),
      period: period.text,
      categories,
      ...(await readComparison(question, organizations, peers ?? undefined, reading)),
      asOf: reading.info,
    };
  }
}
