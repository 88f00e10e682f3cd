import type { Appended, Expected, Refusal } from './event-store.js';
import { nothing, shared, status, streamMessage, streams } from './protocol.js';

/** An answer to a batch append: everything but whose it is. */
export type BatchAnswer = InstanceType<typeof streams.BatchAppendResp>;

/** One field of a message, by its number, that holds bytes. */
function field(number: number, bytes: Uint8Array): Buffer {
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest <= 127) break;
  }
  return Buffer.concat([Buffer.of((number << 3) | 2, ...length), bytes]);
}

/** A status whose details are a message of the protocol; 3 is the number of the details field. */
function statusWith(code: number, message: string, typeName: string, details: Uint8Array) {
  const typeUrl = Buffer.from(`type.googleapis.com/event_store.client.${typeName}`);
  const packed = field(3, Buffer.concat([field(1, typeUrl), field(2, details)]));
  return status.Status.deserializeBinary(packed).setCode(code).setMessage(message);
}

/** Says in a message what the caller expected of the stream, and what it is. */
function wrongVersion(actual: number, expected: Expected) {
  const message = new shared.WrongExpectedVersion();
  if (actual < 0) message.setCurrentNoStream(nothing());
  else message.setCurrentStreamRevision(String(actual));
  if (expected === 'any') return message.setExpectedAny(nothing());
  if (expected === 'no-stream') return message.setExpectedNoStream(nothing());
  if (expected === 'stream-exists') return message.setExpectedStreamExists(nothing());
  return message.setExpectedStreamPosition(String(expected));
}

function statusOf(refusal: Refusal) {
  if (refusal.kind === 'wrong-version') {
    const details = wrongVersion(refusal.actual, refusal.expected).serializeBinary();
    return statusWith(6, 'WrongExpectedVersion', 'WrongExpectedVersion', details);
  }
  if (refusal.kind === 'too-large') {
    const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(refusal.limit);
    const name = 'MaximumAppendSizeExceeded';
    return statusWith(3, name, name, details.serializeBinary());
  }
  const details = new shared.BadRequest().setMessage(refusal.reason).serializeBinary();
  return statusWith(3, 'BadRequest', 'BadRequest', details);
}

const empty = new Uint8Array();

const answerOn = (stream: string): BatchAnswer =>
  new streams.BatchAppendResp().setStreamIdentifier(streamMessage(stream));

/** A server that is starting, or has no leader, as the batch append says it. */
export const notReadyAnswer = (stream: string): BatchAnswer =>
  answerOn(stream).setError(statusWith(14, 'Server Is Not Ready', 'ServerIsNotReady', empty));

/** An append that came after its own deadline. */
export const timeoutAnswer = (stream: string): BatchAnswer =>
  answerOn(stream).setError(statusWith(4, 'Timeout', 'Timeout', empty));

/** The answer to an append that was judged. */
export function batchAnswer(stream: string, result: Appended | Refusal): BatchAnswer {
  const answer = answerOn(stream);
  if ('kind' in result) return answer.setError(statusOf(result));
  const position = new shared.AllStreamPosition()
    .setCommitPosition(String(result.position))
    .setPreparePosition(String(result.position));
  return answer.setSuccess(
    new streams.BatchAppendResp.Success()
      .setCurrentRevision(String(result.revision))
      .setPosition(position),
  );
}
