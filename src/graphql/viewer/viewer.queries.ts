import { Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { Viewer } from './viewer.object.js';

/** What the hub takes the caller for. */
@Resolver()
export class ViewerQueries {
  @Query(() => Viewer, { description: 'Who asks; the public without a token.' })
  viewer(@Ctx() { caller: { role, organizations } }: RequestContext): Viewer {
    return { role, organizations };
  }
}
