import {
  ResponderBuilder,
  ServerInterceptingCall,
  ServerListenerBuilder,
  status as codes,
  type ServerInterceptor,
} from '@grpc/grpc-js';
import { grpcRefusal } from './grpc-refusal.js';

/** What a server says, before any service is asked, to a user or a password it does not know. */
const unknownUser = { code: codes.UNAUTHENTICATED, details: 'Received HTTP status code 401' };

const nobody = grpcRefusal(codes.PERMISSION_DENIED, 'Access Denied', {
  exception: 'access-denied',
});

/**
 * Lets only those read and append who show a name and its password. Like a real server it tells
 * anybody what it can do and who is in its cluster, which the client library asks without them.
 */
export function usersAlone(users: Readonly<Record<string, string>>): ServerInterceptor {
  const known = Object.entries(users).map(([name, password]) => {
    const pair = Buffer.from(`${name}:${password}`).toString('base64');
    return `Basic ${pair}`;
  });
  return ({ path }, call) => {
    const listener = new ServerListenerBuilder().withOnReceiveMetadata((metadata, next) => {
      const [shown] = metadata.get('authorization');
      if (shown === undefined && path.includes('streams.Streams')) call.sendStatus(nobody);
      else if (shown !== undefined && !known.includes(String(shown))) call.sendStatus(unknownUser);
      else next(metadata);
    });
    const responder = new ResponderBuilder().withStart((next) => next(listener.build()));
    return new ServerInterceptingCall(call, responder.build());
  };
}
