import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { AsOfInput } from '../as-of.inputs.js';
import { openReading } from '../as-of.js';
import type { RequestContext } from '../context.js';
import { AsOfArg } from '../list.args.js';
import { readMeasure } from './measure.load.js';
import { Measure } from './measure.object.js';

/** Measures, one by one; lists are read through their plan. */
@Resolver()
export class MeasureQueries {
  @Query(() => Measure, { nullable: true, description: 'A measurable outcome; null if unknown.' })
  async measure(
    @Arg('id', () => ID, { description: 'Id of the measure.' }) id: string,
    @AsOfArg() asOf: AsOfInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Measure | null> {
    return readMeasure(id, await openReading(asOf, context));
  }
}
