import { EventLogUnavailable, type AppendResult } from '../../../domain/event-log.js';
import type { AppendRequest } from '../append-request.js';
import { answered, eventsOf } from './answered.js';
import type { Sent } from './append-job.js';
import { placeOf } from './recorded-events.js';
import type { SendQueue } from './send-queue.js';
import type { Server } from './server.js';
import type { TimeLimit } from './time-limit.js';
import { closed } from './unavailable.js';

/** Appends with their positions. */
export type Appender = {
  /**
   * @throws EventLogUnavailable when it is not known that the events were stored
   * @throws AppendTooLarge when the append is above the limit of the server
   */
  append(request: AppendRequest): Promise<AppendResult>;
  /** Resolves when none is under way. */
  settled(): Promise<void>;
};

type Taken = Extract<Sent, { kind: 'taken' }>;

/** Limits on what may wait at once. */
const maxWaitingAppends = 20_000;
const maxWaitingBytes = 128 * 1_048_576;

/** Where the event of a revision stands, which the server tells of appends it took only now. */
async function placeInStream(
  { connection }: Server,
  name: string,
  revision: number,
  time: TimeLimit,
): Promise<number> {
  const options = { fromRevision: BigInt(revision), maxCount: 1 };
  const [event] = await answered(connection, time, (client) =>
    eventsOf(client.readStream(name, options), time),
  );
  if (event === undefined) throw new Error(`revision ${revision} of ${name} is not there`);
  return placeOf(event);
}

/**
 * Tells appends that wrote something from repetitions, which the server answers alike. An event
 * that was known when the append was made was there before; and of two that are under way and end
 * at one revision, the second wrote nothing.
 */
function repetitions({ counting: { ordinals } }: Server) {
  const underWay = new Map<string, { count: number; readonly revisions: Set<number> }>();
  let newest = 0;
  return {
    begin(name: string) {
      const known = Math.max(newest, ordinals.placeOf(ordinals.head()));
      const own = underWay.get(name) ?? { count: 0, revisions: new Set<number>() };
      underWay.set(name, own);
      own.count += 1;
      return {
        isRepeated({ place, revision }: Taken): boolean {
          const isRepeated = place <= known || own.revisions.has(revision);
          own.revisions.add(revision);
          newest = Math.max(newest, Number.isSafeInteger(place) ? place : 0);
          return isRepeated;
        },
        end() {
          own.count -= 1;
          if (own.count === 0) underWay.delete(name);
        },
      };
    },
  };
}

/** Builds the appending half of the port over a server. */
export function appender(server: Server, queue: SendQueue): Appender {
  const { counting, names } = server;
  const { begin } = repetitions(server);
  const underWay = new Set<Promise<unknown>>();
  let waitingBytes = 0;

  const answer = async (request: AppendRequest, name: string): Promise<AppendResult> => {
    const time = server.time();
    const own = begin(name);
    try {
      const sent = await time.hold(queue.send(request, name, time));
      if (sent.kind === 'conflict')
        return { outcome: 'conflict', actualRevision: sent.actualRevision };
      const replayed = own.isRepeated(sent);
      const { revision } = sent;
      const isSure = sent.attempts === 1 && !replayed && Number.isSafeInteger(sent.place);
      const place = isSure ? sent.place : await placeInStream(server, name, revision, time);
      const position = await counting.positionAt(place, time);
      return { outcome: 'appended', revision, position, replayed };
    } finally {
      own.end();
    }
  };
  return {
    async append(request) {
      if (server.closing.aborted) throw closed();
      if (underWay.size >= maxWaitingAppends || waitingBytes + request.bytes > maxWaitingBytes)
        throw new EventLogUnavailable('Too many appends wait for the server.');
      const outcome = answer(request, names.onServer(request.stream));
      underWay.add(outcome);
      waitingBytes += request.bytes;
      return outcome.finally(() => {
        underWay.delete(outcome);
        waitingBytes -= request.bytes;
      });
    },
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}
