import {
  BACKWARDS,
  END,
  FORWARDS,
  START,
  type ReadStreamOptions as ClientOptions,
} from '@eventstore/db-client';
import type { StoredEvent } from '../../../domain/event.js';
import type { ReadStreamOptions } from '../../../domain/event-log.js';
import { answered, eventsOf } from './answered.js';
import { placeOf, storedEvent, type RecordedEvent } from './recorded-events.js';
import type { Server } from './server.js';
import type { TimeLimit } from './time-limit.js';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && Reflect.get(error, 'type') === 'stream-not-found';

/** Where a reading begins, and the most events it needs when nothing is left out of it. */
function startOf({ from, direction, limit = Infinity }: ReadStreamOptions): ClientOptions {
  const maxCount = limit < Infinity ? { maxCount: limit } : {};
  const fromRevision = from === undefined ? {} : { fromRevision: BigInt(Math.max(from, 0)) };
  if (direction === 'backwards')
    return { direction: BACKWARDS, fromRevision: END, ...fromRevision, ...maxCount };
  return { direction: FORWARDS, fromRevision: START, ...fromRevision, ...maxCount };
}

async function recorded(
  { connection, names, counting }: Server,
  stream: string,
  options: ReadStreamOptions,
  time: TimeLimit,
): Promise<readonly RecordedEvent[]> {
  const { toPosition, direction, limit = Infinity } = options;
  const { ordinals } = counting;
  const start = startOf(toPosition === undefined ? options : { ...options, limit: Infinity });
  const isAsOf = toPosition !== undefined && toPosition < ordinals.head();
  const end = isAsOf ? ordinals.placeOf(toPosition) : Infinity;
  return answered(connection, time, async (client) => {
    let wanted = 0;
    const isNext = (event: RecordedEvent): boolean => {
      if (placeOf(event) > end) return direction === 'backwards';
      return ++wanted <= limit || !isAsOf;
    };
    try {
      return await eventsOf(client.readStream(names.onServer(stream), start), time, isNext);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  });
}

/**
 * Reads a stream, its events with their positions.
 * @throws EventLogUnavailable when the server does not answer in time
 */
export async function readStream(
  server: Server,
  stream: string,
  options: ReadStreamOptions,
): Promise<readonly StoredEvent[]> {
  const { toPosition = Infinity, limit = Infinity, from = 0 } = options;
  if (limit <= 0 || (options.direction === 'backwards' && from < 0)) return [];
  const { counting, prefix } = server;
  const time = server.time();
  const events = await recorded(server, stream, options, time);
  const newest = options.direction === 'backwards' ? events[0] : events.at(-1);
  // What was read may be newer than what was counted.
  if (newest !== undefined) await counting.positionAt(placeOf(newest), time);
  return events
    .map((event) => {
      const position = counting.ordinals.positionOf(placeOf(event)) ?? Number.NaN;
      return storedEvent(event, position, prefix);
    })
    .filter(({ position }) => position <= toPosition)
    .slice(0, limit);
}
