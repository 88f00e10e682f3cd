import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { mayReadActor } from '../authorization.js';
import type { RequestContext } from '../context.js';
import { loadConsents } from './consent.load.js';
import { Consent } from './consent.object.js';

/** Consents, for the First Nation that gave them and the ministry that keeps to them. */
@Resolver()
export class ConsentQueries {
  @Query(() => [Consent], {
    nullable: true,
    description:
      'What a First Nation lets others see, as it stands now; null for those who are neither ' +
      'the First Nation nor the ministry.',
  })
  async consents(
    @Arg('firstNation', () => ID, { description: 'Code of the First Nation.' })
    firstNation: string,
    @Ctx() context: RequestContext,
  ): Promise<readonly Consent[] | null> {
    return mayReadActor(context.caller, firstNation) ? loadConsents(firstNation, context) : null;
  }
}
