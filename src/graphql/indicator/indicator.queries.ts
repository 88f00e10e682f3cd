import { Arg, Args, ArgsType, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { AsOfInput } from '../as-of.inputs.js';
import { openReading } from '../as-of.js';
import { connectionOfAll, countedConnectionType, type CountedConnection } from '../connection.js';
import type { RequestContext } from '../context.js';
import { AsOfArg, ListArgs } from '../list.args.js';
import { openPage } from '../page.js';
import { readIndicators } from '../roster.js';
import { buildIndicator } from './indicator.build.js';
import { readIndicator } from './indicator.load.js';
import { Indicator } from './indicator.object.js';

const IndicatorConnection = countedConnectionType('Indicator', () => Indicator, 'indicators');

/** Arguments of `indicators`. */
@ArgsType()
class IndicatorsArgs extends ListArgs {}

/** Indicators, one or many. */
@Resolver()
export class IndicatorQueries {
  @Query(() => Indicator, {
    nullable: true,
    description: 'An indicator by its key; null if unknown.',
  })
  async indicator(
    @Arg('key', () => ID, { description: 'Its key, `housing-cost-burden`.' }) key: string,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Indicator | null> {
    return readIndicator(key, await openReading(asOf, context));
  }

  @Query(() => IndicatorConnection, { nullable: true, description: 'The indicators, by key.' })
  async indicators(
    @Args(() => IndicatorsArgs) args: IndicatorsArgs,
    @Ctx() context: RequestContext,
  ): Promise<CountedConnection<Indicator>> {
    const page = await openPage('indicators', args, context);
    const rows = [...(await readIndicators(page.reading)).values()];
    const byKey = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    return connectionOfAll(page, byKey, ({ key }) => key, buildIndicator);
  }
}
