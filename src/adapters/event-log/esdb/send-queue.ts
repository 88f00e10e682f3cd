import type { AppendRequest } from '../append-request.js';
import { appendJob, attempt, type AppendJob, type Sent } from './append-job.js';
import type { ClosableClient } from './closable-client.js';
import type { Connection } from './connection.js';
import type { TimeLimit } from './time-limit.js';

/** Appends in the order in which they were made, tried again as long as there is time. */
export type SendQueue = {
  /**
   * Sends an append to a stream of the server.
   * @throws EventLogUnavailable when trying again cannot help
   * @throws AppendTooLarge when it is above the limit of the server
   */
  send(request: AppendRequest, name: string, time: TimeLimit): Promise<Sent>;
};

/** Puts a job, which may be an older one that failed, at its turn. */
function enqueue(waiting: AppendJob[], job: AppendJob): void {
  const behind = waiting.findIndex(({ turn }) => turn > job.turn);
  waiting.splice(behind === -1 ? waiting.length : behind, 0, job);
}

/**
 * Appends under way over one connection. With as many as a stream of Node's holds, 16, the client
 * library would queue the next itself, and end the process when the connection fails meanwhile.
 */
const underWayMax = 15;

/**
 * Lets the first append over a new connection go alone: those made just after it would overtake
 * it in the client library, which keeps the order from then on.
 */
function gate() {
  const underWay = new WeakMap<ClosableClient, number>();
  const countOf = (client: ClosableClient): number => underWay.get(client) ?? 0;
  let proven: ClosableClient | undefined;
  return {
    admits: (client: ClosableClient): boolean =>
      countOf(client) < (client === proven ? underWayMax : 1),
    enter: (client: ClosableClient): void => void underWay.set(client, countOf(client) + 1),
    leave(client: ClosableClient, isAnswered: boolean): void {
      underWay.set(client, countOf(client) - 1);
      if (isAnswered) proven = client;
    },
  };
}

/**
 * Builds the queue. An append that failed is sent again with the same ids and the same expected
 * revision, for which the server answers as it did the first time and writes nothing twice.
 * @param attemptMsMax milliseconds after which an append that is not answered is sent again
 */
export function sendQueue(connection: Connection, attemptMsMax: number): SendQueue {
  const waiting: AppendJob[] = [];
  const { admits, enter, leave } = gate();
  let turns = 0;

  const run = async (job: AppendJob, client: ClosableClient): Promise<void> => {
    enter(client);
    const failure = await attempt(job, client, { shown: connection.shown, msMax: attemptMsMax });
    leave(client, failure === undefined);
    if (failure === undefined) connection.works();
    else {
      connection.replace(client, failure.cause);
      enqueue(waiting, job);
    }
    pump();
  };
  const pumpLater = async (): Promise<void> => {
    await connection.client().catch((error: unknown) => {
      for (const job of waiting.splice(0)) job.reject(error);
    });
    pump();
  };
  const pump = (): void => {
    while (waiting.length > 0) {
      const client = connection.current();
      if (client === undefined) return void pumpLater();
      if (!admits(client)) return;
      const job = waiting.shift();
      // One that was given up must not be written later, behind its caller's back.
      if (job !== undefined && job.time.left() > 0) void run(job, client);
    }
  };
  return {
    send(request, name, time) {
      const job = appendJob(request, name, time, ++turns);
      waiting.push(job);
      pump();
      return job.promise;
    },
  };
}
