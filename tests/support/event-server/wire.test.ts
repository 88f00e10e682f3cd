// What a real server (23.10.8) was recorded to send, beneath the client library.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { v4 } from 'uuid';
import { startEventServer, type EventServer } from './event-server.js';
import {
  GossipClient,
  nothing,
  ServerFeaturesClient,
  shared,
  streamMessage,
  streams,
  StreamsClient,
  uuidMessage,
} from './protocol.js';

type Options = InstanceType<typeof streams.BatchAppendReq.Options>;
type Answer = InstanceType<typeof streams.BatchAppendResp>;

let server: EventServer;
beforeAll(async () => {
  server = await startEventServer(2);
});
afterAll(() => server.dispose());

const address = (member = 0): string => `127.0.0.1:${server.ports[member]}`;
const insecure = credentials.createInsecure();

/** Sends one batch append with events of these types over a call of its own. */
function batchAppend(
  stream: string,
  expected: (options: Options) => Options,
  types: readonly (string | undefined)[],
  { member = 0, metadata = new Metadata() } = {},
): Promise<Answer> {
  const client = new StreamsClient(address(member), insecure);
  const request = new streams.BatchAppendReq()
    .setCorrelationId(uuidMessage(v4()))
    .setOptions(
      expected(new streams.BatchAppendReq.Options()).setStreamIdentifier(streamMessage(stream)),
    )
    .setIsFinal(true);
  for (const type of types) {
    const message = new streams.BatchAppendReq.ProposedMessage().setId(uuidMessage(v4()));
    if (type !== undefined) message.getMetadataMap().set('type', type);
    request.addProposedMessages(message);
  }
  const call = client.batchAppend(metadata);
  const answer = new Promise<Answer>((resolve, reject) => {
    call.on('data', resolve);
    call.on('error', reject);
  });
  call.write(request);
  return answer.finally(() => {
    call.end();
    client.close();
  });
}

const noStream = (options: Options) => options.setNoStream(nothing());
const revision = (at: number) => (options: Options) => options.setStreamPosition(String(at));

/** The error in an answer: its code, its words, and the bytes of its details. */
function errorIn(answer: Answer) {
  const error = answer.getError();
  const details = error?.getDetails();
  return {
    code: error?.getCode(),
    message: error?.getMessage(),
    type: details?.getTypeUrl(),
    bytes: Buffer.from(details?.getValue_asU8() ?? []).toString('hex'),
    echoesStream: answer.hasStreamIdentifier(),
  };
}

describe('A batch append', () => {
  const wrongVersion = {
    code: 6,
    message: 'WrongExpectedVersion',
    type: 'type.googleapis.com/event_store.client.WrongExpectedVersion',
    echoesStream: true,
  };

  test.each<[string, (options: Options) => Options, string, string]>([
    ['expects no stream where there is one', noStream, 'plan-wire', '08013200'],
    ['expects another revision', revision(9), 'plan-wire', '08011809'],
    [
      'expects a stream where there is none',
      (options) => options.setStreamExists(nothing()),
      'plan-none',
      '12002a00',
    ],
  ])('that %s says so in these bytes', async (_, expected, stream, bytes) => {
    await batchAppend('plan-wire', noStream, ['T', 'T']);
    expect(errorIn(await batchAppend(stream, expected, ['T']))).toEqual({ ...wrongVersion, bytes });
  });

  test('whose event has no type is a bad request', async () => {
    const answer = await batchAppend('plan-untyped', noStream, [undefined]);
    expect(errorIn(answer)).toMatchObject({ code: 3, message: 'BadRequest', echoesStream: true });
  });

  test('sent to a follower is passed on, unless it insists on the leader', async () => {
    const passedOn = await batchAppend('plan-follower', noStream, ['T'], { member: 1 });
    expect(passedOn.getSuccess()?.getCurrentRevision()).toBe('0');
    const metadata = new Metadata();
    metadata.set('requires-leader', 'true');
    const insists = batchAppend('plan-follower', revision(0), ['T'], { member: 1, metadata });
    const error = await insists.then(
      () => undefined,
      (refusal: ServiceError) => refusal.metadata.getMap(),
    );
    expect(error).toMatchObject({
      exception: 'not-leader',
      'leader-endpoint-host': '127.0.0.1',
      'leader-endpoint-port': String(server.ports[0]),
    });
  });
});

describe('A server', () => {
  test('tells its version and what it can do with streams', async () => {
    const client = new ServerFeaturesClient(address(), insecure);
    const told = await new Promise<Record<string, unknown>>((resolve, reject) => {
      client.getSupportedMethods(new shared.Empty(), (error, answer) =>
        error ? reject(error) : resolve(answer.toObject() as never),
      );
    });
    client.close();
    const of = (methodName: string, featuresList: string[]) => ({
      methodName,
      featuresList,
      serviceName: 'event_store.client.streams.streams',
    });
    expect(told).toEqual({
      eventStoreServerVersion: '23.10.8',
      methodsList: [
        of('read', ['position', 'events']),
        of('append', []),
        of('batchappend', ['deadline_duration']),
      ],
    });
  });

  test('gossips about its cluster: one leads, the others follow', async () => {
    const client = new GossipClient(address(1), insecure);
    const members = await new Promise<unknown[]>((resolve, reject) => {
      client.read(new shared.Empty(), (error, answer) =>
        error ? reject(error) : resolve(answer.toObject().membersList),
      );
    });
    client.close();
    const [LEADER, FOLLOWER] = [8, 6];
    const at = (port: unknown) => ({ address: '127.0.0.1', port });
    expect(members).toMatchObject([
      { state: LEADER, isAlive: true, httpEndPoint: at(server.ports[0]) },
      { state: FOLLOWER, isAlive: true, httpEndPoint: at(server.ports[1]) },
    ]);
  });
});
