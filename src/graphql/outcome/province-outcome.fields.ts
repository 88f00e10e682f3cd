import { FieldResolver, Resolver, Root } from 'type-graphql';
import { ProvinceOutcome } from './province-outcome.object.js';
import { Story } from './story.object.js';

/** Fields of an area's outcome that are read from elsewhere. */
@Resolver(() => ProvinceOutcome)
export class ProvinceOutcomeFields {
  @FieldResolver(() => Story, {
    nullable: true,
    description: 'What lies behind the number, of a total; null when nothing was told.',
  })
  story(@Root() { readStory }: ProvinceOutcome): Promise<Story | null> {
    return readStory();
  }
}
