import type { StoredEvent } from '../../../domain/event.js';
import type { History } from './batch-views.js';

/** Reads a stream up to a position, in the current versions, from a log that answers later. */
export type RemoteHistory = (stream: string, position: number) => Promise<readonly StoredEvent[]>;

/** Fetches, before a batch is folded, every history that it may ask for. */
export async function batchHistories(
  batch: readonly StoredEvent[],
  read: RemoteHistory,
): Promise<History> {
  const marks = batch.filter(({ type }) => type === 'DecisionRecordedInError');
  const streams = [...new Set(marks.map(({ stream }) => stream))];
  const upTo = batch.at(-1)?.position ?? 0;
  const fetched = streams.map(async (stream) => [stream, await read(stream, upTo)] as const);
  const histories = new Map(await Promise.all(fetched));
  return (stream, position) => {
    const events = histories.get(stream);
    if (events === undefined) throw new Error(`the history of ${stream} was not fetched`);
    return events.filter((event) => event.position <= position);
  };
}
