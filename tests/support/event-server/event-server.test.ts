// What a real server (23.10.8) answered to the same calls of the same client, for everything the
// event log uses. With ESDB_URL they are put to a real server again.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ANY,
  BACKWARDS,
  END,
  EventStoreDBClient,
  isCommandError,
  jsonEvent,
  NO_STREAM,
  START,
  STREAM_EXISTS,
  streamNameFilter,
  type AppendExpectedRevision,
  type ResolvedEvent,
} from '@eventstore/db-client';
import { v4 } from 'uuid';
import { startEventServer, type EventServer } from './event-server.js';

const real = process.env['ESDB_URL'];
const prefix = `probe_${v4().slice(0, 8)}_`;
let server: EventServer | undefined;
let client: EventStoreDBClient;

beforeAll(async () => {
  if (real === undefined) server = await startEventServer();
  client = EventStoreDBClient.connectionString(real ?? (server as EventServer).url);
});
afterAll(async () => {
  await client.dispose();
  await server?.dispose();
});

let streams = 0;
const aStream = (): string => `${prefix}plan-${++streams}`;
const event = (id = v4(), text = '') => jsonEvent({ id, type: 'PlanOpened', data: { text } });
const append = (stream: string, expectedRevision: AppendExpectedRevision, ids: string[]) =>
  client.appendToStream(
    stream,
    ids.map((id) => event(id)),
    { expectedRevision },
  );
const ids = (count: number): string[] => Array.from({ length: count }, () => v4());

/** A failure in the words that the event log goes by. */
async function failure(work: Promise<unknown>) {
  const error = await work.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason as Error,
  );
  const { type, code, actualVersion } = error as unknown as Record<string, unknown>;
  return { type, code, actualVersion, message: error.message, isCommand: isCommandError(error) };
}

const wrongVersion = (actualVersion: unknown) => ({
  type: 'wrong-expected-version',
  code: undefined,
  actualVersion,
  message: '',
  isCommand: true,
});

async function read(events: AsyncIterable<ResolvedEvent>): Promise<number[]> {
  const revisions: number[] = [];
  for await (const { event: each } of events) revisions.push(Number(each?.revision));
  return revisions;
}

describe('An append', () => {
  test.each<[string, AppendExpectedRevision, unknown]>([
    ['no stream, though it has three events', NO_STREAM, 2n],
    ['a revision that is too high', 7n, 2n],
    ['a revision that is too low', 0n, 2n],
  ])('that expects %s is a conflict', async (_, expected, actual) => {
    const stream = aStream();
    await append(stream, NO_STREAM, ids(3));
    expect(await failure(append(stream, expected, ids(1)))).toEqual(wrongVersion(actual));
  });

  test.each<[string, AppendExpectedRevision]>([
    ['a revision', 0n],
    ['that there is one', STREAM_EXISTS],
  ])('to a missing stream that expects %s is a conflict', async (_, expected) => {
    const outcome = await failure(append(aStream(), expected, ids(1)));
    expect(outcome).toEqual(wrongVersion('no_stream'));
  });

  test('is answered with the revision and place of its last event', async () => {
    const stream = aStream();
    const { nextExpectedRevision, position } = await append(stream, NO_STREAM, ids(2));
    const reading = client.readStream(stream, { fromRevision: 1n });
    const { value: last } = await reading[Symbol.asyncIterator]().next();
    expect(nextExpectedRevision).toBe(1n);
    expect(last.event.position).toEqual(position);
    expect(last.commitPosition).toBe(position?.commit);
  });

  test('of more bytes than the server takes is refused with its limit', async () => {
    const large = [1, 2].map(() => event(v4(), 'x'.repeat(600_000)));
    const work = client.appendToStream(aStream(), large, { expectedRevision: NO_STREAM });
    await expect(work).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
  });

  test('without the name of a stream is a bad request', async () => {
    expect(await failure(append('', NO_STREAM, ids(1)))).toMatchObject({
      type: 'unknown',
      message: 'Could not recognize BadRequest',
    });
  });

  test('that is late by its own clock is refused', async () => {
    const options = { expectedRevision: NO_STREAM, deadline: -60_000 } as const;
    const work = client.appendToStream(aStream(), event(), options);
    await expect(work).rejects.toMatchObject({ type: 'deadline-exceeded' });
  });
});

describe('The same append again', () => {
  const [one, two, three] = ids(3) as [string, string, string];
  let stream: string;
  beforeAll(async () => {
    stream = aStream();
    await append(stream, NO_STREAM, [one, two]);
  });

  test.each<[string, AppendExpectedRevision, string[], bigint]>([
    ['as it was', NO_STREAM, [one, two], 1n],
    ['its beginning alone', NO_STREAM, [one], 0n],
    ['its end alone, at its place', 0n, [two], 1n],
    ['with any revision', ANY, [one, two], 1n],
    ['out of order, with any revision', ANY, [two, one], 0n],
  ])('succeeds: %s', async (_, expected, again, revision) => {
    const { success, nextExpectedRevision } = await append(stream, expected, again);
    expect({ success, nextExpectedRevision }).toEqual({
      success: true,
      nextExpectedRevision: revision,
    });
  });

  test.each<[string, AppendExpectedRevision, string[]]>([
    ['with an event more, at its place', 0n, [two, three]],
    ['with an event more, with any revision', ANY, [two, three]],
  ])('is a conflict: %s', async (_, expected, again) => {
    expect(await failure(append(stream, expected, again))).toEqual(wrongVersion(1n));
  });

  test('wrote nothing', async () => {
    expect(await read(client.readStream(stream))).toEqual([0, 1]);
  });

  test('succeeds after others, at its old place', async () => {
    await append(stream, 1n, ids(5));
    const again = await append(stream, NO_STREAM, [one, two]);
    expect(again.nextExpectedRevision).toBe(1n);
    expect(await read(client.readStream(stream))).toHaveLength(7);
  });
});

describe('A stream', () => {
  let stream: string;
  beforeAll(async () => {
    stream = aStream();
    await append(stream, NO_STREAM, ids(6));
  });

  test.each([
    ['forwards', {}, [0, 1, 2, 3, 4, 5]],
    ['from a revision', { fromRevision: 2n }, [2, 3, 4, 5]],
    ['from beyond its end', { fromRevision: 99n }, []],
    ['backwards', { fromRevision: END, direction: BACKWARDS }, [5, 4, 3, 2, 1, 0]],
    ['backwards, two', { fromRevision: END, direction: BACKWARDS, maxCount: 2 }, [5, 4]],
    ['backwards from a revision', { fromRevision: 3n, direction: BACKWARDS }, [3, 2, 1, 0]],
    ['backwards from its start', { fromRevision: START, direction: BACKWARDS }, [0]],
    ['backwards from beyond', { fromRevision: 99n, direction: BACKWARDS }, [5, 4, 3, 2, 1, 0]],
  ] as const)('is read %s', async (_, options, revisions) => {
    expect(await read(client.readStream(stream, options))).toEqual(revisions);
  });

  test.each([
    ['nothing of it', { maxCount: 0 }],
    ['forwards from its end', { fromRevision: END }],
  ] as const)('cannot be read: %s', async (_, options) => {
    expect(await failure(read(client.readStream(stream, options)))).toMatchObject({
      type: 'unknown',
      code: 2,
      message: '2 UNKNOWN: Unexpected ReadStreamResult: Error',
    });
  });

  test('that is missing is not found, in both directions', async () => {
    for (const options of [{}, { fromRevision: END, direction: BACKWARDS }] as const) {
      const outcome = await failure(read(client.readStream(`${stream}.none`, options)));
      expect(outcome).toMatchObject({
        type: 'stream-not-found',
        message: `${stream}.none not found`,
      });
    }
  });
});

describe('Everything', () => {
  test('begins with a system stream', async () => {
    const first: string[] = [];
    for await (const { event: each } of client.readAll({ maxCount: 1 }))
      first.push(String(each?.streamId));
    expect(first[0]).toMatch(/^\$/);
  });

  test('is read from a place on, and backwards from before it', async () => {
    const stream = aStream();
    await append(stream, NO_STREAM, ids(1));
    const { position: fromPosition } = await append(stream, 0n, ids(1));
    const here = { fromPosition, maxCount: 1 } as {
      fromPosition: NonNullable<typeof fromPosition>;
    };
    expect(await read(client.readAll(here))).toEqual([1]);
    expect(await read(client.readAll({ ...here, direction: BACKWARDS }))).toEqual([0]);
  });

  test('cannot be read from a place at which nothing was written', async () => {
    const { position } = await append(aStream(), NO_STREAM, ids(1));
    const commit = (position?.commit ?? 0n) - 3n;
    const reading = client.readAll({ fromPosition: { commit, prepare: commit }, maxCount: 2 });
    expect(await failure(read(reading))).toMatchObject({
      code: 2,
      message: '2 UNKNOWN: Unexpected ReadAllResult: Error',
    });
  });

  test('beyond its end is empty', async () => {
    const far = { commit: 1n << 50n, prepare: 1n << 50n };
    expect(await read(client.readAll({ fromPosition: far, maxCount: 2 }))).toEqual([]);
  });
});

describe('A filtered subscription to everything', () => {
  /** What it says until it has caught up, and the events after that until there are so many. */
  async function said(stream: string, after: 'start' | { commit: bigint; prepare: bigint }) {
    const checkpoints: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: [stream],
      maxSearchWindow: 32,
      checkpointReached: async (_, { commit }) => void checkpoints.push(commit),
    });
    const subscription = client.subscribeToAll({ fromPosition: after, filter });
    const words: string[] = [];
    const caughtUp = Promise.withResolvers<void>();
    subscription
      .on('confirmation', () => words.push('confirmation'))
      .on('data', ({ event: each }) => words.push(String(each?.revision)))
      .on('caughtUp', () => caughtUp.resolve(void words.push('caught up')))
      .on('error', (error) => caughtUp.reject(error));
    await caughtUp.promise.finally(() => subscription.unsubscribe());
    return { words, checkpoints };
  }

  test('is confirmed, sends what there is, and says that it has caught up', async () => {
    const stream = aStream();
    await append(stream, NO_STREAM, ids(2));
    await append(aStream(), NO_STREAM, ids(70));
    const { words, checkpoints } = await said(stream, 'start');
    expect(words).toEqual(['confirmation', '0', '1', 'caught up']);
    expect(checkpoints[0]).toBe(0n);
    expect(checkpoints.length).toBeGreaterThan(2);
  });

  test('from a place sends what comes after it', async () => {
    const stream = aStream();
    const { position } = await append(stream, NO_STREAM, ids(1));
    await append(stream, 0n, ids(1));
    const { words } = await said(stream, position as NonNullable<typeof position>);
    expect(words).toEqual(['confirmation', '1', 'caught up']);
  });

  test('from a place at which nothing was written fails', async () => {
    const { position } = await append(aStream(), NO_STREAM, ids(1));
    const commit = (position?.commit ?? 0n) - 1n;
    expect(await failure(said(prefix, { commit, prepare: commit }))).toMatchObject({
      code: 2,
      message: '2 UNKNOWN: Exception was thrown by handler.',
    });
  });
});
