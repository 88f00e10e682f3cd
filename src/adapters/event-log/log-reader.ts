import type { StoredEvent } from '../../domain/event.js';
import type { Direction, ReadStreamOptions } from '../../domain/event-log.js';

/** Synchronous reading of committed events; what the asynchronous port is built on. */
export type LogReader = {
  /**
   * At most `limit` events from a position on; `direction` is forwards unless said.
   * @throws EventLogUnavailable when the log is closed or cannot be read
   */
  readAll(from: number, limit: number, direction?: Direction): StoredEvent[];
  /** The events of a stream that the options select; empty for an unknown stream. */
  readStream(stream: string, options?: ReadStreamOptions): StoredEvent[];
  /** Position of the last event; 0 when empty. */
  head(): number;
  close(): void;
};
