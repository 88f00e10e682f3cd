import type { ServerDuplexStream } from '@grpc/grpc-js';
import { batchAnswer, notReadyAnswer, timeoutAnswer, type BatchAnswer } from './batch-answers.js';
import type { Expected, EventStore } from './event-store.js';
import type { Proposed } from './recorded.js';
import { takes, type Faults } from './faults.js';
import { type streams, streamText, uuidText } from './protocol.js';

/** What a member of the cluster offers to those who append. */
export type AppendHost = {
  readonly store: EventStore;
  readonly faults: Faults;
  /** Breaks the connections of the member. */
  cut(): void;
  /** False while the cluster has no leader, to whom every member passes appends on. */
  isLed(): boolean;
};

type BatchRequest = InstanceType<typeof streams.BatchAppendReq>;
type BatchOptions = InstanceType<typeof streams.BatchAppendReq.Options>;
type Message = InstanceType<typeof streams.BatchAppendReq.ProposedMessage>;

/** The event in a message; both ways to append carry it alike. */
export const proposed = (message: Message): Proposed => ({
  id: uuidText(message.getId()),
  type: message.getMetadataMap().get('type') ?? '',
  contentType: message.getMetadataMap().get('content-type') ?? '',
  data: Buffer.from(message.getData_asU8()),
  metadata: Buffer.from(message.getCustomMetadata_asU8()),
});

function expectedBy(options: BatchOptions): Expected {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return 'no-stream';
  return options.hasStreamExists() ? 'stream-exists' : 'any';
}

function answerTo(
  { store, faults, cut, isLed }: AppendHost,
  options: BatchOptions,
  events: readonly Proposed[],
): BatchAnswer | undefined {
  const stream = streamText(options.getStreamIdentifier());
  const deadline = options.getDeadline()?.toDate();
  if (deadline !== undefined && deadline.getTime() < Date.now()) return timeoutAnswer(stream);
  if (!isLed() || takes(faults, 'notReady')) return notReadyAnswer(stream);
  if (takes(faults, 'ignored')) return undefined;
  if (takes(faults, 'cutBefore')) return void cut();
  const answer = batchAnswer(stream, store.append(stream, expectedBy(options), events));
  if (takes(faults, 'cutAfter')) return void cut();
  return takes(faults, 'unanswered') ? undefined : answer;
}

/** Serves appends that share one connection; each is judged when its last part has come. */
export function serveBatchAppend(
  host: AppendHost,
  call: ServerDuplexStream<BatchRequest, BatchAnswer>,
): void {
  const parts = new Map<string, { readonly options: BatchOptions; readonly events: Proposed[] }>();
  call.on('data', (request: BatchRequest) => {
    const id = uuidText(request.getCorrelationId());
    const options = request.getOptions();
    if (options !== undefined) parts.set(id, { options, events: [] });
    const append = parts.get(id);
    append?.events.push(...request.getProposedMessagesList().map(proposed));
    if (append === undefined || !request.getIsFinal()) return;
    parts.delete(id);
    const answer = answerTo(host, append.options, append.events);
    if (answer === undefined) return;
    answer.setCorrelationId(request.getCorrelationId());
    const { slowMs } = host.faults;
    if (slowMs > 0) setTimeout(() => call.write(answer), slowMs);
    else call.write(answer);
    if (takes(host.faults, 'answeredTwice')) call.write(answer);
  });
  call.on('end', () => call.end());
  call.on('error', () => undefined);
}
