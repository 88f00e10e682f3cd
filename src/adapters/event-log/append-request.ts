import type { NewEvent } from '../../domain/event.js';
import { noStream } from '../../domain/event-log.js';

/** An event with its body and metadata already JSON, as it travels to a writer. */
export type SerialisedEvent = Omit<NewEvent, 'data' | 'metadata'> & {
  readonly data: string;
  readonly metadata: string;
};

/** An append that was checked and only has to be written. */
export type AppendRequest = {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly SerialisedEvent[];
  /** Size of all JSON in the request, in UTF-8 bytes. */
  readonly bytes: number;
};

/**
 * Largest JSON of one event, body and metadata together: 1 MiB, as EventStoreDB allows, less
 * 1 KiB for what it counts besides.
 */
const maxEventBytes = 1_047_552;
/** Largest JSON of all events of one append. */
const maxAppendBytes = 16 * 1_048_576;
/** Longest name of a stream, in characters. */
const maxStreamName = 200;

/** An event, or an append as a whole, is above its limit; nothing was written. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
}

const streamPattern = /^[^-]+-[^-]+$/;

function serialise({ id, type, schemaVersion, data, metadata }: NewEvent): SerialisedEvent {
  if (!id || !type || !Number.isSafeInteger(schemaVersion))
    throw new RangeError('An event needs an id, a type and a schema version.');
  return {
    id,
    type,
    schemaVersion,
    data: JSON.stringify(data),
    metadata: JSON.stringify(metadata),
  };
}

function sizeOf(event: SerialisedEvent): number {
  const bytes = Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata);
  if (bytes > maxEventBytes)
    throw new EventTooLarge(`A ${event.type} of ${bytes} bytes is above ${maxEventBytes}.`);
  return bytes;
}

/**
 * Checks and serialises an append on the caller's thread.
 * @throws EventTooLarge when an event or the whole append is above its limit
 * @throws RangeError for a malformed stream name or revision, or without events
 */
export function appendRequest(
  stream: string,
  expectedRevision: number,
  events: readonly NewEvent[],
): AppendRequest {
  if (!streamPattern.test(stream) || stream.length > maxStreamName)
    throw new RangeError('A stream is named category-id, with one hyphen.');
  if (!Number.isSafeInteger(expectedRevision) || expectedRevision < noStream)
    throw new RangeError('An expected revision is a whole number from -1.');
  if (events.length === 0) throw new RangeError('An append needs at least one event.');
  const serialised = events.map(serialise);
  const bytes = serialised.reduce((sum, event) => sum + sizeOf(event), 0);
  if (bytes > maxAppendBytes)
    throw new EventTooLarge(`An append of ${bytes} bytes is above ${maxAppendBytes}.`);
  return { stream, expectedRevision, events: serialised, bytes };
}
