import { status as codes, type sendUnaryData, type ServerReadableStream } from '@grpc/grpc-js';
import { proposed } from './appends.js';
import type { Expected, EventStore, Refusal } from './event-store.js';
import type { Proposed } from './recorded.js';
import { grpcRefusal } from './grpc-refusal.js';
import { nothing, streams, streamText } from './protocol.js';

type AppendRequest = InstanceType<typeof streams.AppendReq>;
type AppendOptions = InstanceType<typeof streams.AppendReq.Options>;
type AppendAnswer = InstanceType<typeof streams.AppendResp>;

function expectedBy(options: AppendOptions): Expected {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return 'no-stream';
  return options.hasStreamExists() ? 'stream-exists' : 'any';
}

function wrongVersion({ actual, expected }: Extract<Refusal, { kind: 'wrong-version' }>) {
  const message = new streams.AppendResp.WrongExpectedVersion();
  if (actual < 0) message.setCurrentNoStream(nothing());
  else message.setCurrentRevision(String(actual));
  if (expected === 'any') return message.setExpectedAny(nothing());
  if (expected === 'no-stream') return message.setExpectedNoStream(nothing());
  if (expected === 'stream-exists') return message.setExpectedStreamExists(nothing());
  return message.setExpectedRevision(String(expected));
}

function errorOf(refusal: Exclude<Refusal, { kind: 'wrong-version' }>) {
  if (refusal.kind === 'bad-request') return grpcRefusal(codes.INVALID_ARGUMENT, refusal.reason);
  const details = `Maximum Append Size of ${refusal.limit} Exceeded.`;
  return grpcRefusal(codes.INVALID_ARGUMENT, details, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(refusal.limit),
  });
}

/** Serves one append with a call of its own, which is how a client appends under a name. */
export function serveAppend(
  store: EventStore,
  call: ServerReadableStream<AppendRequest, AppendAnswer>,
  answer: sendUnaryData<AppendAnswer>,
): void {
  let options = new streams.AppendReq.Options();
  const events: Proposed[] = [];
  call.on('data', (request: AppendRequest) => {
    options = request.getOptions() ?? options;
    const message = request.getProposedMessage();
    if (message !== undefined) events.push(proposed(message));
  });
  call.on('end', () => {
    const stream = streamText(options.getStreamIdentifier());
    const result = store.append(stream, expectedBy(options), events);
    if (!('kind' in result)) {
      const position = new streams.AppendResp.Position()
        .setCommitPosition(String(result.position))
        .setPreparePosition(String(result.position));
      const success = new streams.AppendResp.Success()
        .setCurrentRevision(String(result.revision))
        .setPosition(position);
      answer(null, new streams.AppendResp().setSuccess(success));
    } else if (result.kind === 'wrong-version')
      answer(null, new streams.AppendResp().setWrongExpectedVersion(wrongVersion(result)));
    else answer(errorOf(result));
  });
}
