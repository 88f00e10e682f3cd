import {
  BACKWARDS,
  type ReadPosition,
  type ResolvedEvent,
  type StreamingRead,
} from '@eventstore/db-client';
import { EventLogUnavailable } from '../../../domain/event-log.js';
import type { ClosableClient } from './closable-client.js';
import type { Connection } from './connection.js';
import { faultOf } from './fault-of.js';
import type { RecordedEvent } from './recorded-events.js';
import type { Asked } from './server.js';
import type { TimeLimit } from './time-limit.js';
import { refused } from './unavailable.js';

/**
 * Asks the server until it answers or the time is up; what is asked must change nothing.
 * @throws EventLogUnavailable when it is up, or when asking again cannot help
 */
export async function answered<T>(
  connection: Connection,
  limit: TimeLimit,
  ask: (client: ClosableClient) => Promise<T>,
): Promise<T> {
  for (;;) {
    const client = await limit.hold(connection.client());
    try {
      const answer = await ask(client);
      // A client that was given up meanwhile ends its readings as if nothing more were there.
      if (connection.current() !== client) continue;
      connection.works();
      return answer;
    } catch (error) {
      if (faultOf(error) === 'lasting') throw refused(connection.shown, error);
      connection.replace(client, error);
      if (error instanceof EventLogUnavailable) throw error;
    }
  }
}

/** The next events of a reading while they are wanted; the call is ended in every case. */
export async function eventsOf(
  reading: StreamingRead<ResolvedEvent>,
  limit: TimeLimit,
  isWanted: (event: RecordedEvent) => boolean = () => true,
): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  // A failure after the end, when nobody iterates any more, would end the process.
  reading.on('error', () => undefined);
  const iterate = async (): Promise<void> => {
    for await (const { event } of reading as AsyncIterable<ResolvedEvent>) {
      if (event === undefined) continue;
      if (!isWanted(event)) break;
      events.push(event);
    }
  };
  try {
    await limit.hold(iterate());
  } finally {
    reading.cancel().catch(() => undefined);
    reading.destroy();
  }
  return events;
}

/** The records before a place, anybody's, newest first. @throws EventLogUnavailable */
export const pageBefore = (
  { connection }: Asked,
  fromPosition: ReadPosition,
  maxCount: number,
  limit: TimeLimit,
): Promise<RecordedEvent[]> =>
  answered(connection, limit, (client) =>
    eventsOf(client.readAll({ direction: BACKWARDS, fromPosition, maxCount }), limit),
  );
