import type { NewEvent } from '../../domain/event.js';
import { AppendTooLarge, noStream } from '../../domain/event-log.js';

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
  /** Size of all events, in UTF-8 bytes, as the limit counts it. */
  readonly bytes: number;
};

/** Largest append: 1 MiB, as EventStoreDB takes by default, and so every other log too. */
const maxAppendBytes = 1_048_576;
/** What is counted of an event besides its body and metadata: its type and version. */
const bytesBesides = 256;
/** Longest name of a stream, in characters. */
const maxStreamName = 200;

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

const sizeOf = ({ data, metadata }: SerialisedEvent): number =>
  Buffer.byteLength(data) + Buffer.byteLength(metadata) + bytesBesides;

/**
 * Checks and serialises an append on the caller's thread.
 * @throws AppendTooLarge when its events are above the limit together
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
    throw new AppendTooLarge(`An append of ${bytes} bytes is above ${maxAppendBytes}.`);
  return { stream, expectedRevision, events: serialised, bytes };
}
