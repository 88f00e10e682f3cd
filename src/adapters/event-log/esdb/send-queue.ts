import { NO_STREAM } from '@eventstore/db-client';
import { EventLogUnavailable, noStream } from '../../../domain/event-log.js';
import { EventTooLarge, type AppendRequest } from '../append-request.js';
import type { ClosableClient, Connection } from './connection.js';
import { faultOf, reasonOf } from './fault-of.js';
import { sentEvent } from './recorded-events.js';
import { timeLimit, type TimeLimit } from './time-limit.js';

/** What the server says to an append. A place may be unknown when the events were there before. */
export type Sent =
  | { readonly kind: 'conflict'; readonly actualRevision: number }
  | {
      readonly kind: 'taken';
      readonly revision: number;
      readonly place: number;
      readonly attempts: number;
    };

/** Appends in the order in which they were made, tried again as long as there is time. */
export type SendQueue = {
  /**
   * Sends an append to a stream of the server.
   * @throws EventLogUnavailable when trying again cannot help
   * @throws EventTooLarge when it is above the limit of the server
   */
  send(request: AppendRequest, name: string, time: TimeLimit): Promise<Sent>;
};

type Job = PromiseWithResolvers<Sent> & {
  readonly name: string;
  readonly expected: typeof NO_STREAM | bigint;
  readonly events: ReturnType<typeof sentEvent>[];
  readonly time: TimeLimit;
  readonly turn: number;
  attempts: number;
};

async function attempt(job: Job, client: ClosableClient, msMax: number): Promise<Sent> {
  const { name, events, expected: expectedRevision, time } = job;
  job.attempts += 1;
  // The client has no timer of its own: an append that is never answered would wait for ever.
  const limit = timeLimit(Math.min(msMax, time.left()), () => 'it does not answer');
  const { nextExpectedRevision, position } = await limit.hold(
    client.appendToStream(name, events, { expectedRevision }),
  );
  const place = position === undefined ? Number.NaN : Number(position.commit);
  const revision = Number(nextExpectedRevision);
  return { kind: 'taken', revision, place, attempts: job.attempts };
}

function conflictIn(error: unknown): Sent {
  const actual: unknown = Reflect.get(error as object, 'actualVersion');
  return {
    kind: 'conflict',
    actualRevision: typeof actual === 'bigint' ? Number(actual) : noStream,
  };
}

/** Ends a job whose failure says that trying again cannot help; false when it may. */
function isDecided(job: Job, error: unknown): boolean {
  const fault = faultOf(error);
  if (fault === 'conflict') job.resolve(conflictIn(error));
  else if (fault === 'too-large') job.reject(new EventTooLarge(tooLarge(error)));
  else if (fault === 'lasting')
    job.reject(new EventLogUnavailable(`EventStoreDB refuses: ${reasonOf(error)}.`));
  else return false;
  return true;
}

const tooLarge = (error: unknown): string =>
  `The append is above the ${Reflect.get(error as object, 'maxAppendSize')} bytes EventStoreDB takes.`;

/**
 * Builds the queue. An append that failed is sent again with the same ids and the same expected
 * revision, for which the server answers as it did the first time and writes nothing twice.
 * @param attemptMsMax milliseconds after which an append that is not answered is sent again
 */
export function sendQueue(connection: Connection, attemptMsMax: number): SendQueue {
  const waiting: Job[] = [];
  let turns = 0;
  /** The client over which an append was answered: the library keeps the order of the next ones. */
  let proven: ClosableClient | undefined;
  let isTrying = false;
  let isWaiting = false;

  const enqueue = (job: Job): void => {
    const behind = waiting.findIndex(({ turn }) => turn > job.turn);
    waiting.splice(behind === -1 ? waiting.length : behind, 0, job);
  };
  const fail = (error: unknown): void => {
    for (const job of waiting.splice(0)) job.reject(error);
  };
  const pumpLater = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    connection
      .client()
      .then(() => {
        isWaiting = false;
        pump();
      })
      .catch(fail);
  };
  const run = async (job: Job, client: ClosableClient): Promise<void> => {
    const isFirst = client !== proven;
    isTrying ||= isFirst;
    try {
      const sent = await attempt(job, client, attemptMsMax);
      proven = client;
      connection.works();
      job.resolve(sent);
    } catch (error) {
      if (isDecided(job, error)) proven = client;
      else {
        connection.replace(client, error);
        enqueue(job);
      }
    }
    if (isFirst) isTrying = false;
    pump();
  };
  const pump = (): void => {
    while (waiting.length > 0) {
      const client = connection.current();
      if (client === undefined) return pumpLater();
      // The first append over a new connection goes alone: those after it would overtake it.
      if (client !== proven && isTrying) return;
      const job = waiting.shift();
      // One that is given up already must not be written later, behind its caller's back.
      if (job !== undefined && job.time.left() > 0) void run(job, client);
    }
  };
  return {
    send({ expectedRevision, events }, name, time) {
      const job: Job = {
        ...Promise.withResolvers<Sent>(),
        name,
        expected: expectedRevision === noStream ? NO_STREAM : BigInt(expectedRevision),
        events: events.map(sentEvent),
        time,
        turn: ++turns,
        attempts: 0,
      };
      waiting.push(job);
      pump();
      return job.promise;
    },
  };
}
