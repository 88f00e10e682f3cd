import {
  jsonEvent,
  type EventData,
  type JSONEventData,
  type ResolvedEvent,
} from '@eventstore/db-client';
import type { EventBody, EventMetadata, StoredEvent } from '../../../domain/event.js';
import { categories } from '../../../domain/identifiers.js';
import type { SerialisedEvent } from '../append-request.js';

/** An event as the client library reads it. */
export type RecordedEvent = NonNullable<ResolvedEvent['event']>;

/** How streams are named on the server, where other programs may have theirs. */
export type StreamNames = {
  /** Beginnings of the names of all our streams. */
  readonly prefixes: readonly string[];
  /** Name on the server. @throws RangeError for a category that is not ours: nobody would see it */
  onServer(stream: string): string;
  isOurs(name: string): boolean;
};

/** The names of this program's categories behind a prefix, which is empty by default. */
export function streamNames(prefix: string): StreamNames {
  const prefixes = categories.map((category) => `${prefix}${category}-`);
  const isOurs = (name: string): boolean => prefixes.some((each) => name.startsWith(each));
  return {
    prefixes,
    isOurs,
    onServer(stream) {
      const name = prefix + stream;
      if (!isOurs(name)) throw new RangeError(`There is no category of stream ${stream}.`);
      return name;
    },
  };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * An event as it is sent. What the server has no place for, the version of the body's schema,
 * stands in the metadata.
 * @throws RangeError for an id that is no UUID
 */
export function sentEvent(event: SerialisedEvent): EventData {
  const { id, type, schemaVersion } = event;
  if (!uuid.test(id)) throw new RangeError('An event id is a UUID over EventStoreDB.');
  return jsonEvent({
    id,
    type,
    data: JSON.parse(event.data) as JSONEventData['data'],
    metadata: { schemaVersion, ...(JSON.parse(event.metadata) as EventMetadata) },
  });
}

/** Where an event stands in the server's log. @throws Error from a server that does not say */
export function placeOf({ position }: RecordedEvent): number {
  if (position !== undefined) return Number(position.commit);
  const error = new Error('the server does not say where its events are');
  throw Object.assign(error, { type: 'unsupported' });
}

/**
 * An event as the port gives it.
 * @throws Error for an event that another program wrote into a stream of ours
 */
export function storedEvent(event: RecordedEvent, position: number, prefix: string): StoredEvent {
  const { schemaVersion, ...metadata } = (event.metadata ?? {}) as EventMetadata & {
    readonly schemaVersion?: number;
  };
  if (schemaVersion === undefined || !event.isJson)
    throw new Error(`${event.streamId} holds an event that this program did not write`);
  return {
    id: event.id,
    stream: event.streamId.slice(prefix.length),
    revision: Number(event.revision),
    position,
    type: event.type,
    schemaVersion,
    data: event.data as EventBody,
    metadata,
  };
}
