import { FieldResolver, Resolver, Root } from 'type-graphql';
import { OutcomeSeries } from './series.object.js';
import { Story } from './story.object.js';

/** Fields of a series that are read from elsewhere. */
@Resolver(() => OutcomeSeries)
export class SeriesFields {
  @FieldResolver(() => [Story], {
    description: 'What lies behind the numbers, by period; for those who may read the numbers.',
  })
  stories(@Root() { readStories }: OutcomeSeries): Promise<readonly Story[]> {
    return readStories();
  }
}
