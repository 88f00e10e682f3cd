import { isDeepStrictEqual } from 'node:util';
import type { StoredEvent } from '../../domain/event.js';
import type { EventLog } from '../../domain/event-log.js';

/** The two logs do not hold the same events, from a position on. */
export class LogsDiffer extends Error {
  override readonly name = 'LogsDiffer';
  readonly position: number;

  constructor(position: number) {
    super(`The logs differ at position ${position}.`);
    this.position = position;
  }
}

/** What is copied, and whom to tell how far it is. */
export type CopyOptions = {
  readonly from: EventLog;
  readonly to: EventLog;
  readonly onProgress?: (phase: 'copy' | 'compare', done: number, total: number) => void;
};

async function* eventsOf(log: EventLog, from = 1): AsyncGenerator<StoredEvent, void> {
  for await (const batch of log.readAll({ from })) yield* batch;
}

async function copyEvent(to: EventLog, event: StoredEvent): Promise<void> {
  const { stream, revision, position, ...made } = event;
  const result = await to.append(stream, revision - 1, [made]);
  if (result.outcome === 'conflict' || result.position !== position) throw new LogsDiffer(position);
}

async function compare({ from, to, onProgress }: CopyOptions, head: number): Promise<void> {
  const copies = eventsOf(to);
  try {
    for await (const event of eventsOf(from)) {
      if (event.position > head) return;
      const { value: copy } = await copies.next();
      if (!isDeepStrictEqual(copy, event)) throw new LogsDiffer(event.position);
      onProgress?.('compare', event.position, head);
    }
  } finally {
    await copies.return();
  }
}

/**
 * Copies a log to another one, every event with its id, place, body and metadata, then compares
 * the whole of both. One append at a time keeps the total order whatever fails, and a copy that
 * was cut short goes on after the last event that is there.
 * @returns the head of both
 * @throws LogsDiffer when the target holds anything else than a beginning of the source
 * @throws EventLogUnavailable when either cannot be used; what is copied stays, to go on with
 */
export async function copyLog(options: CopyOptions): Promise<number> {
  const { from, to, onProgress } = options;
  let done = await to.head();
  let head = await from.head();
  if (done > head) throw new LogsDiffer(head + 1);
  await compare(options, done);
  // The source may be in use: what is added meanwhile is copied and compared too.
  for (let compared = -1; compared < head; head = await from.head()) {
    for await (const event of eventsOf(from, done + 1)) {
      await copyEvent(to, event);
      done = event.position;
      onProgress?.('copy', done, Math.max(done, head));
    }
    await compare(options, done);
    compared = done;
  }
  if ((await to.head()) !== head) throw new LogsDiffer(head + 1);
  return head;
}
