import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { openReading } from '../as-of.js';
import { readVisibility } from '../consent/visibility.js';
import type { RequestContext } from '../context.js';
import { Universe } from './indicator.object.js';

/** Fields of a universe that depend on who reads it. */
@Resolver(() => Universe)
export class UniverseFields {
  @FieldResolver(() => [ID], {
    description:
      'Codes of the bodies, when they are listed; else empty. A First Nation is named where its ' +
      'numbers may be shown.',
  })
  async bodies(
    @Root() { listed, indicator }: Universe,
    @Ctx() context: RequestContext,
  ): Promise<readonly string[]> {
    if (listed.length === 0) return listed;
    const { showsNumber } = await readVisibility(await openReading(undefined, context));
    return listed.filter((code) => showsNumber({ kind: 'BODY', code }, indicator));
  }
}
