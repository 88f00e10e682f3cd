import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Observation } from './observation.object.js';
import { Story } from './story.object.js';

/** Fields of an observation that are read from elsewhere. */
@Resolver(() => Observation)
export class ObservationFields {
  @FieldResolver(() => Story, {
    nullable: true,
    description: 'What lies behind the number, of a total; null when nothing was told.',
  })
  story(@Root() { readStory }: Observation): Promise<Story | null> {
    return readStory();
  }
}
