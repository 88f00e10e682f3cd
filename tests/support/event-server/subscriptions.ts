import { once } from 'node:events';
import { status as codes } from '@grpc/grpc-js';
import type { EventStore } from './event-store.js';
import type { Recorded } from './recorded.js';
import { takes, type Faults } from './faults.js';
import { grpcRefusal } from './grpc-refusal.js';
import type { streams } from './protocol.js';
import {
  caughtUpAnswer,
  checkpointAnswer,
  confirmationAnswer,
  eventAnswer,
} from './read-answers.js';
import { indexFrom, isBoundary, isThereAfter, send, type ReadCall } from './reading.js';

type Options = InstanceType<typeof streams.ReadReq.Options>;

/** Records a server looks at before it says how far it is, unless told otherwise. */
const searchWindow = 32;

/** What a subscription lets through, and after how many records it says how far it is. */
type Filter = { lets(event: Recorded): boolean; readonly every: number };

const everything: Filter = { lets: () => true, every: Infinity };

function filterOf(options: Options): Filter {
  const filter = options.getFilter();
  if (filter === undefined) return everything;
  const key = filter.hasStreamIdentifier() ? 'stream' : 'type';
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  const regex = expression?.getRegex() ? new RegExp(expression.getRegex()) : undefined;
  const prefixes = expression?.getPrefixList() ?? [];
  const window = filter.hasMax() ? filter.getMax() : searchWindow;
  return {
    lets: (event) =>
      regex?.test(event[key]) ?? prefixes.some((prefix) => event[key].startsWith(prefix)),
    every: window * filter.getCheckpointintervalmultiplier(),
  };
}

const tooSlow =
  'Operation timed out: Consumer too slow to handle event while live. ' +
  'Client resubscription required.';

/** What subscriptions are served from, and where it is noted how much each was sent. */
export type SubscriptionHost = {
  readonly store: EventStore;
  readonly faults: Faults;
  readonly sent: number[];
};

async function follow(
  call: ReadCall,
  { store: { all, growth }, faults, sent }: SubscriptionHost,
  filter: Filter,
  from: number,
): Promise<void> {
  const own = sent.push(0) - 1;
  let isLive = false;
  let seen = 0;
  for (let at = from; ; at++) {
    let event = all[at];
    if (event === undefined && !isLive) {
      isLive = true;
      if (!(await send(call, caughtUpAnswer()))) return;
      event = all[at];
    }
    while (event === undefined) {
      if (!(await isThereAfter(call, (signal) => once(growth, 'grown', { signal })))) return;
      event = all[at];
    }
    if (filter.lets(event)) {
      sent[own] = (sent[own] ?? 0) + 1;
      if (!(await send(call, eventAnswer(event)))) return;
      if (isLive && takes(faults, 'drops'))
        return void call.emit('error', grpcRefusal(codes.ABORTED, tooSlow));
    }
    if (++seen % filter.every === 0 && !(await send(call, checkpointAnswer(event.position))))
      return;
  }
}

/** Serves a subscription to everything, filtered or not, until the subscriber leaves. */
export async function serveSubscription(
  call: ReadCall,
  options: Options,
  host: SubscriptionHost,
): Promise<void> {
  const { store, faults } = host;
  const asked = options.getAll();
  if (takes(faults, 'denied')) {
    call.emit('error', grpcRefusal(codes.PERMISSION_DENIED, 'Access Denied'));
    return;
  }
  if (asked === undefined) {
    call.emit('error', grpcRefusal(codes.UNIMPLEMENTED, 'Only $all can be subscribed to here.'));
    return;
  }
  const position = Number(asked.getPosition()?.getCommitPosition() ?? 0);
  if (!isBoundary(store.all, position)) {
    call.emit('error', grpcRefusal(codes.UNKNOWN, 'Exception was thrown by handler.'));
    return;
  }
  const filter = filterOf(options);
  const after = asked.hasPosition() ? indexFrom(store.all, position + 1) : 0;
  if (!(await send(call, confirmationAnswer()))) return;
  if (filter.every < Infinity && asked.hasStart()) await send(call, checkpointAnswer(0));
  await follow(call, host, filter, asked.hasEnd() ? store.all.length : after);
}
