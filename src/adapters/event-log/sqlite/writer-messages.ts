import type { AppendResult, EventLogUnavailable } from '../../../domain/event-log.js';
import type { AppendRequest } from '../append-request.js';

/** What the writing thread is started with. */
export type WriterOptions = {
  readonly file: string;
  /** Pages of 4 KiB the database may have; appends beyond are unavailable. Default: 2³². */
  readonly maxPages?: number;
  /** Pages of 4 KiB at which the write-ahead log is emptied. Default: 8,192. */
  readonly maxWalPages?: number;
};

/** Why the log is unavailable, in words that pass between threads. */
export type Reason = EventLogUnavailable['sentence'];

/** To the writing thread: appends in the order in which they are answered, or the end. */
export type ToWriter = readonly AppendRequest[] | 'close';

/** From the writing thread. */
export type FromWriter =
  | { readonly kind: 'ready' }
  /** The log could not be opened; the thread ends. */
  | { readonly kind: 'refused'; readonly reason: Reason }
  /** Answers to the oldest appends that wait, all on the disk. */
  | { readonly kind: 'stored'; readonly results: readonly AppendResult[] }
  /** It is not known that the oldest `count` appends that wait were stored. */
  | { readonly kind: 'failed'; readonly count: number; readonly reason: Reason };
