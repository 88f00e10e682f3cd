import type { NewEvent, StoredEvent } from './event.js';
import type { Language } from './text.js';

/** Revision of a stream that does not exist yet. */
export const noStream = -1;

export type AppendResult =
  | {
      readonly outcome: 'appended';
      /** Revision and position of the last event of the append. */
      readonly revision: number;
      readonly position: number;
      /** True when these very events were there already and nothing was written. */
      readonly replayed: boolean;
    }
  | { readonly outcome: 'conflict'; readonly actualRevision: number };

/** Which way a reading goes. */
export type Direction = 'forwards' | 'backwards';

export type ReadStreamOptions = {
  /** First revision to read; default: the first (forwards) or the last (backwards). */
  readonly from?: number;
  readonly direction?: Direction;
  readonly limit?: number;
  /** Leaves out events after this position: the stream as of then. */
  readonly toPosition?: number;
};

export type ReadAllOptions = {
  /** First position to read; default: 1 (forwards) or the head (backwards). */
  readonly from?: number;
  readonly direction?: Direction;
  readonly limit?: number;
};

/** The log cannot take or give events just now. */
export class EventLogUnavailable extends Error {
  override readonly name = 'EventLogUnavailable';
  /** What is wrong, for whoever runs the hub. */
  readonly sentence: Readonly<Record<Language, string>>;

  constructor(what: string | Readonly<Record<Language, string>>, options?: ErrorOptions) {
    const sentence = typeof what === 'string' ? { en: what, fr: what } : what;
    super(sentence.en, options);
    this.sentence = sentence;
  }
}

/** Events are more than one append may hold, 1 MiB; nothing was written. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
}

/**
 * The one append-only log. Every adapter passes `tests/adapters/event-log/contract.ts`.
 * Appends are durable when they resolve; positions are gapless in every adapter.
 */
export type EventLog = {
  /**
   * Appends all events or none.
   * @param expectedRevision last revision the caller saw, or `noStream`
   * @returns `conflict` when the stream moved on; the same events again are a success
   * @throws EventLogUnavailable when it is not known that the events were stored
   * @throws AppendTooLarge for more than 1 MiB
   */
  append(
    stream: string,
    expectedRevision: number,
    events: readonly NewEvent[],
  ): Promise<AppendResult>;
  /** All events of a stream that the options select; empty for an unknown stream. */
  readStream(stream: string, options?: ReadStreamOptions): Promise<readonly StoredEvent[]>;
  /** The log in batches, read only as fast as they are taken. */
  readAll(options?: ReadAllOptions): AsyncIterable<readonly StoredEvent[]>;
  /**
   * Everything after a position, then what is appended, until the signal aborts or the log
   * closes. A slow taker holds nothing back but itself.
   */
  subscribe(after: number, signal?: AbortSignal): AsyncIterable<readonly StoredEvent[]>;
  /** Position of the last event; 0 when empty. */
  head(): Promise<number>;
  /** Waits for appends under way, then refuses more. */
  close(): Promise<void>;
};
