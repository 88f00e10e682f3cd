import { randomUUID } from 'node:crypto';
import type { Recorded } from './recorded.js';
import { streamMessage, streams, uuidMessage } from './protocol.js';

/** One message of a reading or a subscription. */
export type ReadAnswer = InstanceType<typeof streams.ReadResp>;

/** An event as a reader gets it. */
export function eventAnswer(event: Recorded): ReadAnswer {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidMessage(event.id))
    .setStreamIdentifier(streamMessage(event.stream))
    .setStreamRevision(String(event.revision))
    .setPreparePosition(String(event.position))
    .setCommitPosition(String(event.position))
    .setCustomMetadata(event.metadata)
    .setData(event.data);
  recorded
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.contentType)
    .set('created', event.created);
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(event.position)),
  );
}

/** The first message of a subscription. */
export const confirmationAnswer = (): ReadAnswer =>
  new streams.ReadResp().setConfirmation(
    new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()),
  );

/** How far a filtered subscription has looked; the prepare position is left at zero. */
export const checkpointAnswer = (position: number): ReadAnswer =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition('0'),
  );

/** A subscription has sent all there was. */
export const caughtUpAnswer = (): ReadAnswer =>
  new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

/** There is no such stream. */
export const notFoundAnswer = (stream: string): ReadAnswer =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamMessage(stream)),
  );
