import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { Story } from './story.object.js';

/** What a command about a story answers. */
@ObjectType({ simpleResolvers: true })
class StoryPayload extends CommandPayload {
  @Field(() => Story, {
    nullable: true,
    description: 'The story as it now stands; null exactly when refused.',
  })
  readonly story!: Story | null;
}

/** Answer of `tellStory`. */
@ObjectType({ description: 'What became of `tellStory`.' })
export class TellStoryPayload extends StoryPayload {}

/** Answer of `tellAreaStory`. */
@ObjectType({ description: 'What became of `tellAreaStory`.' })
export class TellAreaStoryPayload extends StoryPayload {}
