import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { StoredEvent } from '../../domain/event.js';
import { DateScalar, DateTimeScalar, PositionScalar } from '../scalars.js';

/** An event as the log holds it, without its body. */
@ObjectType({ description: 'An event of the record.', simpleResolvers: true })
export class RecordedEvent {
  @Field(() => ID, { description: 'Stream that holds it.' })
  readonly stream!: string;

  @Field(() => Int, { description: 'Its place in the stream, from 0.' })
  readonly revision!: number;

  @Field(() => PositionScalar, { description: 'Its ordinal in the log.' })
  readonly position!: number;

  @Field(() => String, { description: 'What kind of event it is, "TextRedacted" for instance.' })
  readonly type!: string;

  @Field(() => DateTimeScalar, { description: 'When the hub learned it.' })
  readonly recordedAt!: string;

  @Field(() => DateScalar, { description: 'Day on which it happened.' })
  readonly effectiveOn!: string;
}

/** An event out of the log. */
export function buildRecordedEvent(event: StoredEvent): RecordedEvent {
  const { stream, revision, position, type, metadata } = event;
  const { recordedAt, effectiveOn } = metadata;
  return { stream, revision, position, type, recordedAt, effectiveOn };
}
