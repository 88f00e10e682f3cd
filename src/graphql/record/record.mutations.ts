import { Ctx, Mutation, Resolver } from 'type-graphql';
import * as commands from '../../domain/record/commands.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import { MarkRecordedInErrorInput, RedactTextsInput } from './record.inputs.js';
import { MarkRecordedInErrorPayload, RedactTextsPayload } from './record.payloads.js';
import { buildRecordedEvent } from './recorded-event.object.js';

const give = answering('event', ({ events }) => {
  const event = events.at(-1);
  return Promise.resolve(event === undefined ? null : buildRecordedEvent(event));
});

/** Commands about the record itself. */
@Resolver()
export class RecordMutations {
  @Mutation(() => MarkRecordedInErrorPayload, {
    description:
      'Marks a decision as recorded in error, with a reason: views leave it out from then on, ' +
      'the timeline shows both. A mark may itself be marked.',
  })
  markRecordedInError(
    @Input(() => MarkRecordedInErrorInput) input: MarkRecordedInErrorInput,
    @Ctx() context: RequestContext,
  ): Promise<MarkRecordedInErrorPayload> {
    return give(commands.markRecordedInError, input, context);
  }

  @Mutation(() => RedactTextsPayload, {
    description:
      'Destroys the keys of texts, which makes them unreadable everywhere at once, past ' +
      'included. Nothing brings them back.',
  })
  redactTexts(
    @Input(() => RedactTextsInput) input: RedactTextsInput,
    @Ctx() context: RequestContext,
  ): Promise<RedactTextsPayload> {
    return give(commands.redactTexts, input, context);
  }
}
