import { NO_STREAM } from '@eventstore/db-client';
import { AppendTooLarge, noStream } from '../../../domain/event-log.js';
import type { AppendRequest } from '../append-request.js';
import type { ClosableClient } from './closable-client.js';
import { faultOf } from './fault-of.js';
import { sentEvent } from './recorded-events.js';
import { timeLimit, type TimeLimit } from './time-limit.js';
import { notAnswered, refused } from './unavailable.js';

/** What the server says to an append. A place may be unknown when the events were there before. */
export type Sent =
  | { readonly kind: 'conflict'; readonly actualRevision: number }
  | {
      readonly kind: 'taken';
      readonly revision: number;
      readonly place: number;
      readonly attempts: number;
    };

/** An append on its way, perhaps more than once. */
export type AppendJob = PromiseWithResolvers<Sent> & {
  readonly name: string;
  readonly expectedRevision: typeof NO_STREAM | bigint;
  readonly events: ReturnType<typeof sentEvent>[];
  readonly time: TimeLimit;
  /** Its place in the order in which appends were made. */
  readonly turn: number;
  attempts: number;
};

/** Where appends are sent, and how many milliseconds each attempt may take. */
export type Attempts = { readonly shown: string; readonly msMax: number };

/** Makes a job of a request. @throws RangeError for an event id that is no UUID */
export const appendJob = (
  { expectedRevision, events }: AppendRequest,
  name: string,
  time: TimeLimit,
  turn: number,
): AppendJob => ({
  ...Promise.withResolvers<Sent>(),
  name,
  // Always an explicit one: with any other, a repetition may be written twice.
  expectedRevision: expectedRevision === noStream ? NO_STREAM : BigInt(expectedRevision),
  events: events.map(sentEvent),
  time,
  turn,
  attempts: 0,
});

async function sent(job: AppendJob, client: ClosableClient, attempts: Attempts): Promise<Sent> {
  const { name, events, expectedRevision, time } = job;
  const { shown, msMax } = attempts;
  job.attempts += 1;
  // The client has no timer of its own: an append that is never answered would wait for ever.
  const limit = timeLimit(Math.min(msMax, time.left()), () => notAnswered(shown, msMax, ''));
  const { nextExpectedRevision, position } = await limit.hold(
    client.appendToStream(name, events, { expectedRevision }),
  );
  const place = position === undefined ? Number.NaN : Number(position.commit);
  const revision = Number(nextExpectedRevision);
  return { kind: 'taken', revision, place, attempts: job.attempts };
}

function conflictIn(error: unknown): Sent {
  const actual: unknown = Reflect.get(error as object, 'actualVersion');
  const actualRevision = typeof actual === 'bigint' ? Number(actual) : noStream;
  return { kind: 'conflict', actualRevision };
}

function tooLarge(error: unknown): AppendTooLarge {
  const limit: unknown = Reflect.get(error as object, 'maxAppendSize');
  return new AppendTooLarge(`The append is above the ${limit} bytes that EventStoreDB takes.`);
}

/**
 * Sends a job once. Any answer of the server settles it.
 * @returns why there was no answer; undefined when there was one
 */
export async function attempt(
  job: AppendJob,
  client: ClosableClient,
  attempts: Attempts,
): Promise<{ readonly cause: unknown } | undefined> {
  try {
    job.resolve(await sent(job, client, attempts));
  } catch (error) {
    const fault = faultOf(error);
    if (fault === 'conflict') job.resolve(conflictIn(error));
    else if (fault === 'too-large') job.reject(tooLarge(error));
    else if (fault === 'lasting') job.reject(refused(attempts.shown, error));
    else return { cause: error };
  }
  return undefined;
}
