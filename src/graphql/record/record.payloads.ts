import { Field, ObjectType } from 'type-graphql';
import { CommandPayload } from '../command.payloads.js';
import { TimelineEntry } from '../timeline/timeline.object.js';

/** What a command about the record itself answers. */
@ObjectType({ simpleResolvers: true })
class RecordPayload extends CommandPayload {
  @Field(() => TimelineEntry, {
    nullable: true,
    description: 'The event that records it; null exactly when refused.',
  })
  readonly event!: TimelineEntry | null;
}

/** Answer of `markRecordedInError`. */
@ObjectType({ description: 'What became of `markRecordedInError`.' })
export class MarkRecordedInErrorPayload extends RecordPayload {}

/** Answer of `redactTexts`. */
@ObjectType({ description: 'What became of `redactTexts`.' })
export class RedactTextsPayload extends RecordPayload {}
