import { Ctx, Query, Resolver } from 'type-graphql';
import { isNodeId } from '../../domain/identifiers.js';
import type { RequestContext } from '../context.js';
import { Viewer } from './viewer.object.js';

/** What the hub takes the caller for. */
@Resolver()
export class ViewerQueries {
  @Query(() => Viewer, { description: 'Who asks; the public without a token.' })
  viewer(@Ctx() { caller }: RequestContext): Viewer {
    const { actor, role, organizations, actingFor = null, memberships = [caller] } = caller;
    const person = isNodeId('person', actor) ? actor : null;
    return { role, organizations, actingFor, person, memberships };
  }
}
