import { randomUUID } from 'node:crypto';
import {
  Server,
  ServerCredentials,
  status as codes,
  type handleUnaryCall,
  type KeyCertPair,
  type Metadata,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerReadableStream,
} from '@grpc/grpc-js';
import { serveBatchAppend, type AppendHost } from './appends.js';
import { grpcRefusal } from './grpc-refusal.js';
import {
  features,
  gossip,
  GossipService,
  ServerFeaturesService,
  type shared,
  type streams,
  StreamsService,
  uuidMessage,
} from './protocol.js';
import type { ReadCall } from './reading.js';
import { serveRead } from './reads.js';
import type { ServerArguments } from './server-messages.js';
import { serveAppend } from './unary-append.js';
import { usersAlone } from './users-alone.js';

/** What the gossip says of a member. */
type Gossip = { readonly port: number; readonly leads: boolean; readonly isAlive: boolean };

/** What a member of a cluster stands on. */
export type MemberOptions = AppendHost &
  Pick<ServerArguments, 'version' | 'certificate' | 'users'> & {
    readonly sent: number[];
    leads(): boolean;
    gossip(): readonly Gossip[];
  };

type Empty = InstanceType<typeof shared.Empty>;
type Features = InstanceType<typeof features.SupportedMethods>;
type Members = InstanceType<typeof gossip.ClusterInfo>;
type BatchCall = ServerDuplexStream<
  InstanceType<typeof streams.BatchAppendReq>,
  InstanceType<typeof streams.BatchAppendResp>
>;
type AppendAnswer = InstanceType<typeof streams.AppendResp>;
type AppendCall = ServerReadableStream<InstanceType<typeof streams.AppendReq>, AppendAnswer>;

const { VNodeState } = gossip.MemberInfo;
const instance = randomUUID();

const supported: readonly (readonly [string, readonly string[]])[] = [
  ['read', ['position', 'events']],
  ['append', []],
  ['batchappend', ['deadline_duration']],
];

const featuresOf =
  (version: string): handleUnaryCall<Empty, Features> =>
  (_, answer) => {
    const methods = supported.map(([method, list]) =>
      new features.SupportedMethod()
        .setServiceName('event_store.client.streams.streams')
        .setMethodName(method)
        .setFeaturesList([...list]),
    );
    const message = new features.SupportedMethods().setMethodsList(methods);
    answer(null, message.setEventStoreServerVersion(version));
  };

const gossipOf =
  (members: MemberOptions['gossip']): handleUnaryCall<Empty, Members> =>
  (_, answer) => {
    const list = members().map(({ port, leads, isAlive }) =>
      new gossip.MemberInfo()
        .setInstanceId(uuidMessage(instance))
        .setTimeStamp('0')
        .setState(leads ? VNodeState.LEADER : VNodeState.FOLLOWER)
        .setIsAlive(isAlive)
        .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(port)),
    );
    answer(null, new gossip.ClusterInfo().setMembersList(list));
  };

type AnyCall = { readonly metadata: Metadata; emit(name: 'error', error: Error): boolean };

/** Refuses those who insist on the leader; an append without that is served for the leader. */
function refusesFollower({ leads, gossip: members }: MemberOptions, call: AnyCall): boolean {
  if (leads() || call.metadata.get('requires-leader')[0] !== 'true') return false;
  const leader = members().find((member) => member.leads);
  const refusal = grpcRefusal(codes.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': '127.0.0.1',
    'leader-endpoint-port': String(leader?.port ?? 0),
  });
  call.emit('error', refusal);
  return true;
}

function credentialsOf({ certificate }: MemberOptions): ServerCredentials {
  if (certificate === undefined) return ServerCredentials.createInsecure();
  const [private_key, cert_chain] = [certificate.key, certificate.cert].map(Buffer.from);
  return ServerCredentials.createSsl(null, [{ private_key, cert_chain } as KeyCertPair]);
}

/** Starts a member on a free port of its own. */
export function startMember(options: MemberOptions): Promise<number> {
  const server = new Server({
    'grpc.max_receive_message_length': 17 * 1_048_576,
    interceptors: options.users === undefined ? [] : [usersAlone(options.users)],
  });
  server.addService(StreamsService, {
    read(call: ReadCall) {
      if (!refusesFollower(options, call)) serveRead(call, options);
    },
    batchAppend(call: BatchCall) {
      if (!refusesFollower(options, call)) serveBatchAppend(options, call);
    },
    append(call: AppendCall, answer: sendUnaryData<AppendAnswer>) {
      serveAppend(options.store, call, answer);
    },
  });
  if (options.version !== '')
    server.addService(ServerFeaturesService, { getSupportedMethods: featuresOf(options.version) });
  server.addService(GossipService, { read: gossipOf(options.gossip) });
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', credentialsOf(options), (error, port) =>
      error ? reject(error) : resolve(port),
    );
  });
}
