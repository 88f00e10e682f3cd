import { Metadata, type status as codes, type ServiceError } from '@grpc/grpc-js';

/** An error as gRPC carries it; what the protocol adds travels in the trailing metadata. */
export function grpcRefusal(
  code: codes,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}
