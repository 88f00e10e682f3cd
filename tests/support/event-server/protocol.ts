// The service definitions and messages that the client library itself brings along.
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';

export { features, gossip, shared, status, streams };

/** The three services an event log needs, and the clients by which tests call them directly. */
export const { StreamsService, StreamsClient } = streamsService;
export const { GossipService, GossipClient } = gossipService;
export const { ServerFeaturesService, ServerFeaturesClient } = featuresService;

/** Google's empty message, where the definitions ask for it: there is nothing in it to differ. */
export const nothing = (): never => new shared.Empty() as never;

/** A UUID as a message. */
export const uuidMessage = (uuid: string): InstanceType<typeof shared.UUID> =>
  new shared.UUID().setString(uuid);

const hexadecimal = (bits: string): string =>
  BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');

/** The text of a UUID, which travels as a text or as two numbers. */
export function uuidText(message: InstanceType<typeof shared.UUID> | undefined): string {
  const structured = message?.getStructured();
  if (structured === undefined) return message?.getString() ?? '';
  const digits =
    hexadecimal(structured.getMostSignificantBits()) +
    hexadecimal(structured.getLeastSignificantBits());
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** A stream's name as a message. */
export const streamMessage = (name: string): InstanceType<typeof shared.StreamIdentifier> =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(name));

/** The name in a stream's identifier. */
export const streamText = (
  message: InstanceType<typeof shared.StreamIdentifier> | undefined,
): string => Buffer.from(message?.getStreamName_asU8() ?? []).toString();
