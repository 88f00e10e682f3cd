import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { EventData } from '../../domain/catalogue.js';
import * as commands from '../../domain/observation/commands-story.js';
import { openReading } from '../as-of.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import { TellAreaStoryInput, TellStoryInput } from './story.inputs.js';
import { readStory } from './story.load.js';
import { TellAreaStoryPayload, TellStoryPayload } from './story.payloads.js';

const give = answering('story', async ({ events }, context) => {
  const [event] = events;
  if (event === undefined) return null;
  const { indicator, geography, period } = event.data as EventData<'StoryTold'>;
  return readStory(indicator, geography, period, true, await openReading(undefined, context));
});

/** Commands about stories behind the curve. */
@Resolver()
export class StoryMutations {
  @Mutation(() => TellStoryPayload, {
    description:
      "Tells what lies behind a body's number, or behind its absence, for a period. Telling it " +
      'again replaces it.',
  })
  tellStory(
    @Input(() => TellStoryInput) input: TellStoryInput,
    @Ctx() context: RequestContext,
  ): Promise<TellStoryPayload> {
    return give(commands.tellStory, input, context);
  }

  @Mutation(() => TellAreaStoryPayload, {
    description: 'Tells what lies behind the number of the province or another area.',
  })
  tellAreaStory(
    @Input(() => TellAreaStoryInput) input: TellAreaStoryInput,
    @Ctx() context: RequestContext,
  ): Promise<TellAreaStoryPayload> {
    return give(commands.tellAreaStory, input, context);
  }
}
