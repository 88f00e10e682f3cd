import { status as codes } from '@grpc/grpc-js';
import type { EventStore } from './event-store.js';
import type { Recorded } from './recorded.js';
import { takes } from './faults.js';
import { grpcRefusal } from './grpc-refusal.js';
import { streams, streamText } from './protocol.js';
import { eventAnswer, notFoundAnswer } from './read-answers.js';
import { indexFrom, isBoundary, send, type ReadCall } from './reading.js';
import { serveSubscription, type SubscriptionHost } from './subscriptions.js';

type Options = InstanceType<typeof streams.ReadReq.Options>;
async function sendPage(
  call: ReadCall,
  events: readonly Recorded[],
  from: number,
  options: Options,
): Promise<void> {
  const step = options.getReadDirection() === 1 ? -1 : 1;
  let left = Number(options.getCount());
  for (let at = from; left > 0; at += step, left--) {
    const event = events[at];
    if (event === undefined || !(await send(call, eventAnswer(event)))) break;
  }
  call.end();
}

const fails = (call: ReadCall, details: string): void =>
  void call.emit('error', grpcRefusal(codes.UNKNOWN, details));

const isForwards = (options: Options): boolean => options.getReadDirection() === 0;

async function readStream(call: ReadCall, store: EventStore, options: Options): Promise<void> {
  const asked = options.getStream();
  const name = streamText(asked?.getStreamIdentifier());
  const events = store.stream(name);
  if (options.getCount() === '0' || (asked?.hasEnd() && isForwards(options)))
    return fails(call, 'Unexpected ReadStreamResult: Error');
  if (events.length === 0) {
    await send(call, notFoundAnswer(name));
    call.end();
    return;
  }
  const last = events.length - 1;
  const revision = Number(asked?.getRevision());
  const beyond = isForwards(options) ? revision : Math.min(revision, last);
  const from = asked?.hasEnd() ? last : asked?.hasStart() ? 0 : beyond;
  await sendPage(call, events, from, options);
}

async function readAll(call: ReadCall, { all }: EventStore, options: Options): Promise<void> {
  const asked = options.getAll();
  const position = Number(asked?.getPosition()?.getCommitPosition() ?? 0);
  const isRefused =
    options.getCount() === '0' ||
    (asked?.hasEnd() && isForwards(options)) ||
    !isBoundary(all, position);
  if (isRefused) return fails(call, 'Unexpected ReadAllResult: Error');
  const there = indexFrom(all, position);
  const from = asked?.hasEnd() ? all.length : there;
  await sendPage(call, all, isForwards(options) ? from : from - 1, options);
}

/** Serves readings of a stream or of everything, and subscriptions to everything. */
export function serveRead(call: ReadCall, host: SubscriptionHost): void {
  const { store } = host;
  const options = call.request.getOptions() ?? new streams.ReadReq.Options();
  const serve = async (): Promise<void> => {
    if (options.hasSubscription()) await serveSubscription(call, options, host);
    else if (takes(host.faults, 'readsTimedOut'))
      call.emit('error', grpcRefusal(codes.ABORTED, 'Operation timed out'));
    else if (options.hasStream()) await readStream(call, store, options);
    else await readAll(call, store, options);
  };
  call.on('error', () => undefined);
  void serve();
}
