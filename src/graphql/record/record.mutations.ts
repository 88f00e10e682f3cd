import { Ctx, Mutation, Resolver } from 'type-graphql';
import { recordedInError } from '../../domain/fold.js';
import * as commands from '../../domain/record/commands.js';
import { openReading } from '../as-of.js';
import { Input } from '../command.inputs.js';
import type { RequestContext } from '../context.js';
import { answering } from '../execute.js';
import { buildEntries, readHistory } from '../timeline/timeline.load.js';
import { MarkRecordedInErrorInput, RedactTextsInput } from './record.inputs.js';
import { MarkRecordedInErrorPayload, RedactTextsPayload } from './record.payloads.js';

/** The event that records the decision, as timelines show it. */
const give = answering('event', async ({ events }, context) => {
  const event = events.at(-1);
  if (event === undefined) return null;
  const { stream, revision, position } = event;
  const reading = await openReading(undefined, context);
  const inError = recordedInError(await readHistory(stream, reading)).has(revision);
  const row = { subject: stream, stream, revision, position, recordedInError: inError };
  return (await buildEntries(stream, [row], reading))[0] ?? null;
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
